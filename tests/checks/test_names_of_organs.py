"""Names that may be of one organ, and names that cannot."""

import pytest

from disclosure_report.checks.names import may_be_one


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("青溪镇", "云岭县青溪镇人民政府"),
        ("石桥街道", "云岭区石桥街道办事处"),
        ("石桥街道办", "石桥街道办事处"),
        ("云岭县发改委", "云岭县发展和改革委员会"),
        ("云岭开发区", "云岭开发区管理委员会"),
        ("云岭开发区管委会", "云岭开发区管理委员会"),
        ("云岭市政府办", "云岭市人民政府办公室"),
        ("天山省政府办公厅", "天山省人民政府办公厅"),
        ("云岭县人社局", "云岭县人力资源和社会保障局"),
        ("云岭县税务局（本级）", "云岭县税务局"),
        ("云岭县 财政局", "云岭县财政局"),
        ("", "云岭县"),
    ],
)
def test_short_and_long_names_of_one_organ(name: str, other: str) -> None:
    assert may_be_one(name, other)
    assert may_be_one(other, name)


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("青溪镇", "白石镇"),
        ("云岭县", "云岭县统计局"),
        ("云岭县财政局", "云岭县民政局"),
        ("云岭县公安局", "云岭县公安局交警大队"),
        ("云岭县人民政府", "云岭县人民政府办公室"),
        ("青溪镇", "青溪乡"),
    ],
)
def test_names_of_two_organs(name: str, other: str) -> None:
    assert not may_be_one(name, other)
    assert not may_be_one(other, name)
