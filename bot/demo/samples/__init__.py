"""Ready sample forms for the page: invented calls, about communities whose leads play along."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Sample:
    """A picture beside this file, with its title in both languages."""

    name: str
    zh: str
    en: str

    def content(self) -> bytes:
        return (Path(__file__).parent / f"{self.name}.jpg").read_bytes()


SAMPLES = (
    Sample("leak_printed", "打印 · 丰翔新城漏水", "Printed · a leak"),
    Sample("lift_neat", "手写 · 大华二村电梯困人", "Neat hand · people in a lift"),
    Sample("sewage_ticks", "勾选 · 洛场新村污水外溢", "Tick boxes · sewage on a balcony"),
    Sample("barrier_brush", "行书 · 丰宝苑道闸", "Running hand · a garage barrier"),
    Sample("lamp_brush", "行书 · 祁连三村路灯", "Running hand · stairwell lamps"),
    Sample("lookalike", "小区不在花名册：丰翔新苑", "A look-alike community: to be asked"),
    Sample("no_community", "没写小区", "No community: to be asked"),
    Sample("canteen_menu", "不是信息表：食堂菜单", "No form at all: a menu"),
)


def sample(name: str) -> Sample:
    """The sample of this name. Raises LookupError."""
    for one in SAMPLES:
        if one.name == name:
            return one
    raise LookupError(f"没有样张 · no sample {name!r}")
