"""Make the quick recogniser from the one that RapidOCR ships: rearranged, bytes for most of its
weights, and only the characters that stand on forms.

python -m benchmarks.reading.quantise_recogniser DIR
    # needs: pip install onnx; apt-get install unicode-data

DIR: pictures of the tuning split (make_forms --split tuning). How far the values between two layers
range is measured on strips of their lines; none of the pictures that a figure is stated for."""

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
from onnx import numpy_helper

from benchmarks.reading.alphabet import kept
from benchmarks.reading.graph import save
from benchmarks.reading.quantised import quantised, sampled
from benchmarks.reading.rearrange import (
    add_instead_of_joining,
    mend_pool,
    multiply_once,
    rearranged,
)
from bot.ocr.engines import STRIP
from bot.ocr.engines.detector import Detector
from bot.ocr.engines.sessions import QUANTISED, Floats, shipped
from bot.ocr.engines.strips import blob
from bot.ocr.page.geometry import cut

SOURCE = "PP-OCRv6_rec_small.onnx"
STEPS = (mend_pool, add_instead_of_joining, multiply_once)
STRIPS = 250
WIDTH = 208  # pixels: the strips that are compared are of one size
PERCENTILE = 99.99


def strips(folder: Path) -> list[Floats]:
    """Beginnings of long lines."""
    detector, found = Detector(1), list[Floats]()
    for picture in sampled(folder):
        lines = [cut(picture, box, STRIP) for box in detector.lines(picture)]
        found += [blob(line[:, :WIDTH], WIDTH, STRIP) for line in lines if line.shape[1] >= WIDTH]
        if len(found) >= STRIPS:
            break
    return found[:STRIPS]


def of_characters(model: onnx.ModelProto, places: Sequence[int]) -> onnx.ModelProto:
    """The model with only these places of its last layer."""
    times, plus = _last_layer(model)
    for one in model.graph.initializer:
        if one.name in (times.input[1], *plus.input):
            one.CopyFrom(numpy_helper.from_array(numpy_helper.to_array(one)[..., places], one.name))
    model.graph.output[0].type.tensor_type.shape.dim[-1].dim_value = len(places)
    return model


def _last_layer(model: onnx.ModelProto) -> tuple[onnx.NodeProto, onnx.NodeProto]:
    """Its multiplication and its addition."""
    times = [node for node in model.graph.node if node.op_type == "MatMul"][-1]
    (plus,) = (node for node in model.graph.node if times.output[0] in node.input)
    return times, plus


def with_last_layer_in_one(model: onnx.ModelProto) -> onnx.ModelProto:
    """The last multiplication and its addition as one node, which has a kernel for bytes that
    leaves its sums unrounded. It wants two dimensions: a strip is a batch of one."""
    graph = model.graph
    times, plus = _last_layer(model)
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


def quantise(batches: list[Floats], target: Path) -> None:
    """Write the quick recogniser, which names the file it was made from."""
    fine = {"OpTypesToExcludeOutputQuantization": ["Gemm"]}  # odds want finer steps than bytes
    model = rearranged(SOURCE, (STRIP, WIDTH), STEPS)
    letters = next(p.value for p in model.metadata_props if p.key == "character").splitlines()
    places = kept(letters)
    of_all = [0, *(1 + place for place in places), len(letters) + 1]  # nothing first, a space last

    def last_step(model: onnx.ModelProto) -> onnx.ModelProto:
        return with_last_layer_in_one(of_characters(model, of_all))

    made = quantised(model, batches, PERCENTILE, last_step, fine)
    own = "\n".join(letters[place] for place in places)
    save(made, target, shipped(SOURCE), {"character": own})


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    batches = strips(parser.parse_args().folder)
    quantise(batches, QUANTISED)
    print(f"{QUANTISED}: {QUANTISED.stat().st_size / 1e6:.1f} MB, from {len(batches)} strips")


if __name__ == "__main__":
    main()
