"""Make the quick recogniser from the one that RapidOCR ships: bytes for most of its weights.

python -m benchmarks.reading.quantise DIR     # needs: pip install onnx

DIR: pictures of the tuning split (make_forms --split tuning). How far the values between two layers
range is measured on strips of their lines; none of the pictures that a figure is stated for."""

import argparse
import random
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
from onnx import numpy_helper, version_converter
from onnxruntime.quantization import (
    CalibrationMethod,
    QuantFormat,
    QuantType,
    quantize_static,
)
from onnxruntime.quantization.shape_inference import quant_pre_process

from benchmarks.reading.graph import save
from bot.ocr.engines.detector import Detector
from bot.ocr.engines.recogniser import STRIP
from bot.ocr.engines.sessions import QUANTISED, Floats, shipped
from bot.ocr.engines.strips import blob
from bot.ocr.page.geometry import cut
from bot.ocr.page.picture import pages

SOURCE = "PP-OCRv6_rec_small.onnx"
STRIPS = 250
WIDTH = 208  # pixels: the strips that are compared are of one size
PERCENTILE = 99.99  # of the values: the few beyond would make the steps of all others coarse
OPSET = 20  # a scale for each channel needs 13; from here on a Gelu is one node
LEAST_CHANNELS = 96
SEED = 1


class _Strips:
    """A CalibrationDataReader: whatever has `get_next` is one."""

    def __init__(self, batches: list[Floats]) -> None:
        self._batches: Iterator[Floats] = iter(batches)

    def get_next(self) -> dict[str, Floats] | None:
        """The next batch for the model's input."""
        batch = next(self._batches, None)
        return None if batch is None else {"x": batch}


def strips(folder: Path) -> list[Floats]:
    """Beginnings of long lines, from pictures in random order."""
    photos = sorted(folder.glob("*.jpg"))
    random.Random(SEED).shuffle(photos)
    detector, found = Detector(1), list[Floats]()
    for picture in (page for photo in photos for page in pages(photo)):
        lines = [cut(picture, box, STRIP) for box in detector.lines(picture)]
        found += [blob(line[:, :WIDTH], WIDTH, STRIP) for line in lines if line.shape[1] >= WIDTH]
        if len(found) >= STRIPS:
            break
    return found[:STRIPS]


def with_last_layer_in_one(model: onnx.ModelProto) -> onnx.ModelProto:
    """The last multiplication and its addition as one node, which has a kernel for bytes that
    leaves its sums unrounded. It wants two dimensions: a strip is a batch of one."""
    graph = model.graph
    times = [node for node in graph.node if node.op_type == "MatMul"][-1]
    (plus,) = (node for node in graph.node if times.output[0] in node.input)
    (bias,) = (name for name in plus.input if name != times.output[0])
    (weights,) = (one for one in graph.initializer if one.name == times.input[1])
    deep, characters = weights.dims
    shapes = {"flat": [-1, deep], "as_batch": [1, -1, characters]}
    for name, shape in shapes.items():
        graph.initializer.append(numpy_helper.from_array(np.array(shape, np.int64), name))
    place = list(graph.node).index(times)
    graph.node.remove(times)
    graph.node.remove(plus)
    make = onnx.helper.make_node
    for node in (
        make("Reshape", ["one", "as_batch"], plus.output),
        make("Gemm", ["rows", times.input[1], bias], ["one"], "last"),
        make("Reshape", [times.input[0], "flat"], ["rows"]),
    ):
        graph.node.insert(place, node)
    return model


def heavy(model: onnx.ModelProto) -> list[str]:
    """The nodes that do nearly all of the work and bear coarse steps: the backbone's pointwise
    convolutions, and the last layer, by the alphabet. The first layers, those that look along the
    line and those that weigh channels stay as they are."""
    shapes = {weights.name: tuple(weights.dims) for weights in model.graph.initializer}
    return [
        node.name
        for node in model.graph.node
        if node.op_type == "Gemm" or (node.op_type == "Conv" and _is_heavy(shapes[node.input[1]]))
    ]


def _is_heavy(shape: tuple[int, ...]) -> bool:
    few, many = sorted(shape[:2]) if shape[2:] == (1, 1) else (0, 0)
    return few >= LEAST_CHANNELS and many <= 2 * few


def quantise(batches: list[Floats], target: Path) -> None:
    """Write the quick recogniser, which names the file it was made from."""
    source = shipped(SOURCE)
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        onnx.save(version_converter.convert_version(onnx.load(source), OPSET), plain)
        quant_pre_process(plain, plain, skip_symbolic_shape=True)
        onnx.save(with_last_layer_in_one(onnx.load(plain)), plain)
        quantize_static(
            plain,
            target,
            _Strips(batches),
            quant_format=QuantFormat.QDQ,
            per_channel=True,
            activation_type=QuantType.QUInt8,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["Conv", "Gemm"],
            nodes_to_quantize=heavy(onnx.load(plain)),
            calibrate_method=CalibrationMethod.Percentile,
            extra_options={
                "CalibPercentile": PERCENTILE,
                "OpTypesToExcludeOutputQuantization": ["Gemm"],  # odds want finer steps than bytes
            },
        )
    made = onnx.load(target)
    (letters,) = (prop.value for prop in made.metadata_props if prop.key == "character")
    save(made, target, source, {"character": letters})


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    batches = strips(parser.parse_args().folder)
    quantise(batches, QUANTISED)
    print(f"{QUANTISED}: {QUANTISED.stat().st_size / 1e6:.1f} MB, from {len(batches)} strips")


if __name__ == "__main__":
    main()
