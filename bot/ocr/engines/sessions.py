"""Models as ONNX Runtime sessions, set for one photo at a time on few cores."""

from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Model = Callable[[Floats], Floats]  # a batch in, what the model makes of it out

# Made by benchmarks/reading/quantise_detector.py and quantise_recogniser.py.
DETECTOR = Path(__file__).with_name("detector.int8.onnx")
QUANTISED = Path(__file__).with_name("recogniser.int8.onnx")


def shipped(name: str) -> Path:
    """A model's file in RapidOCR's package."""
    spec = find_spec("rapidocr")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("rapidocr")
    return Path(spec.origin).parent / "models" / name


def open_session(path: Path, threads: int) -> onnxruntime.InferenceSession:
    """A model's file, loaded."""
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 4
    options.intra_op_num_threads = threads
    options.enable_cpu_mem_arena = False  # it keeps what the largest page ever needed
    # Between two layers a thread waits at its core; after the last it must leave it to others.
    options.add_session_config_entry("session.force_spinning_stop", "1")
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def as_model(session: onnxruntime.InferenceSession) -> Model:
    """The session as a function of its one input."""
    name = session.get_inputs()[0].name

    def run(batch: Floats) -> Floats:
        output: Floats = session.run(None, {name: batch})[0]
        return output

    return run
