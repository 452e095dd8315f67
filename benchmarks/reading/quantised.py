"""A model with bytes for the weights of its heavy layers (ONNX Runtime's static quantisation)."""

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import onnx
from onnxruntime.quantization import CalibrationMethod, QuantFormat, QuantType, quantize_static
from onnxruntime.quantization.shape_inference import quant_pre_process

from bot.ocr.engines.sessions import Floats
from bot.ocr.page.picture import Pixels, page

LEAST_CHANNELS = 96
SEED = 1

Step = Callable[[onnx.ModelProto], onnx.ModelProto]


class _Batches:
    """A CalibrationDataReader: whatever has `get_next` is one."""

    def __init__(self, batches: Sequence[Floats]) -> None:
        self._batches: Iterator[Floats] = iter(batches)

    def get_next(self) -> dict[str, Floats] | None:
        """The next batch for the model's input."""
        batch = next(self._batches, None)
        return None if batch is None else {"x": batch}


def sampled(folder: Path) -> Iterator[Pixels]:
    """The pages of its pictures, in random order."""
    paths = sorted(folder.glob("*.jpg"))
    random.Random(SEED).shuffle(paths)
    return map(page, paths)


def quantised(
    model: onnx.ModelProto,
    batches: Sequence[Floats],
    percentile: float,
    last_step: Step = lambda model: model,
    options: Mapping[str, object] | None = None,
) -> onnx.ModelProto:
    """The model with bytes. `batches`, all of one size, tell how far the values between two layers
    range. `percentile`: of the values; the few beyond would make the steps of all others coarse.
    `last_step` changes the prepared model before. `options`: more of ONNX Runtime's own."""
    with TemporaryDirectory() as folder:
        plain, target = Path(folder) / "plain.onnx", Path(folder) / "target.onnx"
        onnx.save(model, plain)
        quant_pre_process(plain, plain, skip_symbolic_shape=True)
        onnx.save(last_step(_with_quick_gelu(onnx.load(plain))), plain)
        quantize_static(
            plain,
            target,
            _Batches(batches),
            quant_format=QuantFormat.QDQ,
            per_channel=True,
            reduce_range=True,  # weights of 7 bits: on older CPUs sums of 8 would overflow
            activation_type=QuantType.QUInt8,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["Conv", "Gemm"],
            nodes_to_quantize=_heavy(onnx.load(plain)),
            calibrate_method=CalibrationMethod.Percentile,
            extra_options={"CalibPercentile": percentile, **(options or {})},
        )
        return onnx.load(target)


def _with_quick_gelu(model: onnx.ModelProto) -> onnx.ModelProto:
    """With the hyperbolic tangent, which is off by 0.0005 at most, and a third quicker."""
    for node in model.graph.node:
        if node.op_type == "Gelu":
            del node.attribute[:]
            node.attribute.append(onnx.helper.make_attribute("approximate", "tanh"))
    return model


def _heavy(model: onnx.ModelProto) -> list[str]:
    """The nodes that do nearly all of the work and bear coarse steps: the backbone's pointwise
    convolutions, and a last layer over the alphabet. The first layers, those that look along the
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
