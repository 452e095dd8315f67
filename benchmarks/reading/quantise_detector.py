"""Make the detector from the one that RapidOCR ships: rearranged, and bytes for most weights.

python -m benchmarks.reading.quantise_detector DIR     # needs: pip install onnx

DIR: pictures of the tuning split (make_forms --split tuning), none of those that a figure is stated
for."""

import argparse
from itertools import islice
from pathlib import Path

from benchmarks.reading.graph import save
from benchmarks.reading.quantised import quantised, sampled
from benchmarks.reading.rearrange import (
    add_instead_of_joining,
    fill_blocks,
    mend_pool,
    multiply_once,
    rearranged,
    widen_at_the_end,
)
from bot.ocr.engines.detector import SIDE, as_batch
from bot.ocr.engines.sessions import DETECTOR, Floats, shipped

SOURCE = "PP-OCRv6_det_small.onnx"
STEPS = (mend_pool, fill_blocks, add_instead_of_joining, multiply_once, widen_at_the_end)
TRIED = (352, 256)  # height and width in pixels of a picture that both models are tried with
PAGES = 60
PERCENTILE = 99.999


def batches(folder: Path) -> list[Floats]:
    """Upright pages, all of one size."""
    high = (page for page in sampled(folder) if page.shape[0] > page.shape[1])
    return [as_batch(page, (SIDE * 3 // 4, SIDE)) for page in islice(high, PAGES)]


def main() -> None:
    """The command line. Raises ValueError if the rearranged detector is not the shipped one's."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    pages = batches(parser.parse_args().folder)
    model = rearranged(SOURCE, TRIED, STEPS)
    save(quantised(model, pages, PERCENTILE), DETECTOR, shipped(SOURCE), {})
    print(f"{DETECTOR}: {DETECTOR.stat().st_size / 1e6:.1f} MB, from {len(pages)} pages")


if __name__ == "__main__":
    main()
