"""A part of an address that is set right, among the others that stay."""

import pytest

from models.address_parts import part_named, with_parts


@pytest.mark.parametrize(
    ("address", "parts", "right"),
    [
        ("3号502室", "5号", "5号502室"),
        ("3号502", "301室", "3号301室"),
        ("锦秋路699弄3号", "301室", "锦秋路699弄3号301室"),
        ("锦秋路699弄3号502室", "5号301室", "锦秋路699弄5号301室"),
        ("12-3-501", "2单元", "12-2单元-501"),
        ("3-502", "301室", "3-301室"),
        ("三号楼五零二室", "5号", "5号五零二室"),
        ("502", "5号", "5号502"),
        ("小区大门口", "5号", "5号小区大门口"),
        ("", "5号", "5号"),
    ],
)
def test_one_part_changes_and_the_others_stay(address: str, parts: str, right: str) -> None:
    assert with_parts(address, parts) == right


@pytest.mark.parametrize(
    ("label", "value", "part"),
    [
        ("室号", "301", "301室"),
        ("门牌", "5", "5号"),
        ("单元", "2单元", "2单元"),
        ("楼号", "阁楼", ""),
    ],
)
def test_a_label_tells_which_part(label: str, value: str, part: str) -> None:
    assert part_named(label, value) == part
