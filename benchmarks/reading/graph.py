"""A model's layers, to be looked up by name and changed (ONNX, https://onnx.ai/onnx/intro)."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import numpy_helper

from bot.ocr.engines.sessions import Floats


class Graph:
    """The layers and weights of a model, changed in place."""

    def __init__(self, model: onnx.ModelProto) -> None:
        self.nodes = model.graph.node
        self._weights = model.graph.initializer
        self._skip_what_does_nothing()
        del model.graph.value_info[:]  # sizes between two layers, which will not hold any more

    def _skip_what_does_nothing(self) -> None:
        """Layers are told by what they compute; an identity between two hides that they follow."""
        same: dict[str, str] = {}
        for node in list(self.nodes):
            node.input[:] = [same.get(name, name) for name in node.input]
            if node.op_type == "Identity":
                same[node.output[0]] = node.input[0]
                self.nodes.remove(node)

    def node(self, name: str) -> onnx.NodeProto:
        """The layer of this name. Raises StopIteration."""
        found: onnx.NodeProto = next(node for node in self.nodes if node.name == name)
        return found

    def next(self, node: onnx.NodeProto) -> onnx.NodeProto:
        """The only layer that takes what this one gives. Raises ValueError if there are more."""
        only: onnx.NodeProto
        (only,) = (one for one in self.nodes if node.output[0] in one.input)
        return only

    def insert(self, before: onnx.NodeProto, node: onnx.NodeProto) -> None:
        """Put a layer before another: each must come after those that it takes from."""
        self.nodes.insert(list(self.nodes).index(before), node)

    def weights(self, name: str) -> Floats:
        """The numbers of this name. Raises StopIteration."""
        found = next(one for one in self._weights if one.name == name)
        return np.asarray(numpy_helper.to_array(found), dtype=np.float32)

    def bias(self, node: onnx.NodeProto) -> str:
        """The name of the numbers that are added to what a layer gives. Raises StopIteration."""
        own = {one.name for one in self._weights}
        return next(str(one) for one in self.next(node).input if one in own)

    def put(self, name: str, values: NDArray[np.generic]) -> str:
        """Set the numbers of this name, be it new or not; gives the name."""
        for old in [one for one in self._weights if one.name == name]:
            self._weights.remove(old)
        self._weights.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name


def save(model: onnx.ModelProto, path: Path, source: Path, props: Mapping[str, str]) -> None:
    """Write a model that names the file it was made from, by its SHA-256, and has these props."""
    digest = hashlib.sha256(source.read_bytes()).hexdigest()
    onnx.helper.set_model_props(model, {**props, "source": digest})
    onnx.checker.check_model(model)
    onnx.save(model, path)
