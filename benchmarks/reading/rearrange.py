"""A model that RapidOCR ships, rearranged: the same sums, with less copied meanwhile.

ONNX Runtime computes convolutions on blocks of 8 channels, or of 16 with AVX-512. Wherever a layer
has other numbers of channels, or a kind that knows no blocks, all is copied out of them and back.
Here channels of zeros fill the blocks, and the same is computed by kinds that know them: a tenth
less time."""

import copy
import itertools
from collections.abc import Callable, Sequence

import numpy as np
import onnx
import onnxruntime
from onnx import version_converter

from benchmarks.reading.graph import Graph
from bot.ocr.engines.sessions import Floats, shipped

OPSET = 20  # a scale for each channel needs 13; from here on a Gelu is one node
BLOCK = 8  # channels: 16 for all would be a twentieth slower where it is slowest
ROUNDING = 1e-5  # of a probability: sums in another order
_STEM = ("Conv.0", "Conv.1", "Conv.2")

Rearrangement = Callable[[Graph], None]


def _filled(weights: Floats, axis: int) -> Floats:
    """With zeros up to whole blocks along an axis."""
    more = [(0, -weights.shape[k] % BLOCK if k == axis else 0) for k in range(weights.ndim)]
    return np.pad(weights, more)


def fill_blocks(graph: Graph) -> None:
    """The first layers, on the largest maps, have 24, 12 and 24 channels."""
    for name in _STEM:
        conv = graph.node(name)
        weights = _filled(graph.weights(conv.input[1]), 0)
        is_first = name == _STEM[0]  # which takes the picture's three colours
        graph.put(conv.input[1], weights if is_first else _filled(weights, 1))
        graph.put(graph.bias(conv), _filled(graph.weights(graph.bias(conv)), 1))


def mend_pool(graph: Graph) -> None:
    """A setting of it is a text instead of a number: no kernel on blocks takes it so."""
    pool = graph.node("MaxPool.0")
    pool.attribute.remove(*(one for one in pool.attribute if one.name == "ceil_mode"))


def add_instead_of_joining(graph: Graph) -> None:
    """The fourth convolution over two joined maps is the sum of one over each."""
    second, joined = graph.node("Conv.3"), graph.node("Concat.0")
    weights = _filled(graph.weights(second.input[1]), 0)
    half = weights.shape[1] // 2
    graph.put(graph.bias(second), _filled(graph.weights(graph.bias(second)), 1))
    after = graph.node("Conv.4")
    graph.put(after.input[1], _filled(graph.weights(after.input[1]), 1))
    first = copy.deepcopy(second)
    first.name = first.output[0] = "first_sum"
    first.input[:] = [joined.input[0], graph.put("first_half", _filled(weights[:, :half], 1))]
    second.input[0] = joined.input[1]
    graph.put(second.input[1], _filled(weights[:, half:], 1))
    relu = graph.node("Relu.3")
    both = onnx.helper.make_node("Add", [relu.input[0], "first_sum"], ["both"], "both")
    relu.input[0] = "both"
    graph.nodes.remove(joined)
    graph.insert(second, first)
    graph.insert(relu, both)


def multiply_once(graph: Graph) -> None:
    """A map and its product with some factors: its product with one more than they."""
    graph.put("one", np.ones((1, 1, 1, 1), np.float32))
    for times in [node for node in graph.nodes if node.op_type == "Mul"]:
        users = [node for node in graph.nodes if times.output[0] in node.input]
        if len(users) > 1 or users[0].op_type != "Add" or times.input[0] not in users[0].input:
            continue
        more = f"{times.name}.more"
        graph.insert(times, onnx.helper.make_node("Add", [times.input[1], "one"], [more], more))
        times.input[1], times.output[0] = more, users[0].output[0]
        graph.nodes.remove(users[0])


def widen_at_the_end(graph: Graph) -> None:
    """The last two layers make two by two places of each, and again. The same sums as channels of
    the one place; all sixteen are laid out once, at the end."""
    first, second = graph.node("ConvTranspose.0"), graph.node("ConvTranspose.2")
    wide, narrow = graph.weights(first.input[1]), graph.weights(second.input[1])
    inner, middle = wide.shape[:2]  # weights are: channel in × channel out × down × right
    bias, last_bias = graph.bias(first), graph.bias(second)
    graph.put(bias, np.tile(graph.weights(bias).ravel(), 4).reshape(1, -1, 1, 1))
    graph.put(last_bias, np.tile(graph.weights(last_bias).reshape(1, 1, 1, 1), (1, 16, 1, 1)))
    corners = wide.transpose(2, 3, 1, 0).reshape(4 * middle, inner, 1, 1)
    places = np.zeros((16, 4 * middle, 1, 1), np.float32)
    for down, right, lower, righter in itertools.product(range(2), repeat=4):
        place = 4 * (2 * down + lower) + 2 * right + righter
        corner = (2 * down + right) * middle
        places[place, corner : corner + middle, 0, 0] = narrow[:, 0, lower, righter]
    _as_pointwise(first, graph.put(first.input[1], corners))
    _as_pointwise(second, graph.put(second.input[1], places))
    shares = graph.node("Sigmoid.0")
    laid = onnx.helper.make_node("DepthToSpace", ["sixteen"], list(shares.output), blocksize=4)
    shares.output[0] = "sixteen"
    graph.nodes.append(laid)


def _as_pointwise(node: onnx.NodeProto, weights: str) -> None:
    plain = onnx.helper.make_node("Conv", [node.input[0], weights], node.output, node.name)
    node.CopyFrom(plain)


def _difference(source: str, model: onnx.ModelProto, size: tuple[int, int]) -> float:
    """The most by which what it gives differs from what the shipped one does."""
    picture = np.random.default_rng(1).uniform(-1, 1, (1, 3, *size)).astype(np.float32)
    paths = (str(shipped(source)), model.SerializeToString())
    given = [onnxruntime.InferenceSession(one).run(None, {"x": picture})[0] for one in paths]
    return float(np.abs(given[0] - given[1]).max())


def rearranged(
    source: str, size: tuple[int, int], steps: Sequence[Rearrangement]
) -> onnx.ModelProto:
    """The model of this name, by these steps. `size`: height and width of a picture to try it with.
    Raises ValueError if it does not say what the shipped one says."""
    model = version_converter.convert_version(onnx.load(shipped(source)), OPSET)
    graph = Graph(model)
    for step in steps:
        step(graph)
    if (off := _difference(source, model, size)) > ROUNDING:
        raise ValueError(f"it differs by {off}")
    return model
