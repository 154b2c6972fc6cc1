"""What is a number, what may be one, and what a unit or a note beside it makes of it."""

from decimal import Decimal

import pytest

from disclosure_report.blocks import Kind, Value
from disclosure_report.layout.recognise.numbers import (
    Measured,
    is_blank_mark,
    is_page_number,
    is_value_like,
    measured,
    number,
    unit_of,
    unspaced,
)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("0", "count", 0),
        ("007", "count", 7),
        ("１２", "count", 12),
        ("1,234", "count", 1234),
        ("12,345,678", "count", 12345678),
        ("1,23", "count", None),
        ("1234,567", "count", None),
        (",123", "count", None),
        ("1，234", "count", 1234),
        ("+3", "count", None),
        ("-3", "count", None),
        ("+3", "signed", 3),
        ("－3", "signed", -3),
        ("−3", "signed", -3),
        ("–3", "signed", -3),
        ("- 3", "signed", None),
        ("--3", "signed", None),
        ("1.0", "count", None),
        ("1.5", "amount", Decimal("1.5")),
        ("1.", "amount", None),
        (".5", "amount", None),
        ("12", "amount", Decimal(12)),
        ("1,234.50", "amount", Decimal("1234.50")),
        ("1\u200b2", "count", 12),
        ("1 2", "count", None),
        ("", "count", None),
        ("①", "count", None),
        ("1²", "count", None),
        ("१", "count", None),
        ("一", "count", None),
        ("9" * 15, "count", 10**15 - 1),
        ("9" * 16, "count", None),
        ("9" * 15, "amount", Decimal(10**15 - 1)),
        ("9" * 16, "amount", None),
        ("0" * 17 + "9" * 15, "count", 10**15 - 1),  # 32 characters
        ("0" * 18 + "9" * 15, "count", None),  # 33
    ],
)
def test_a_number_is_the_whole_text(text: str, kind: Kind, value: Value) -> None:
    found = number(text, kind)
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(
    ("text", "kind", "unit", "head", "found"),
    [
        ("3", "count", "件", "", Measured(3)),
        ("3件", "count", "件", "", Measured(3)),
        ("3 宗", "count", "件", "", Measured(3)),
        ("3元", "count", "件", "", None),
        ("3万元", "count", "件", "", None),
        ("3（元）", "count", "件", "", None),
        ("22（其中修订16件）", "count", "件", "", Measured(22, note="（其中修订16件）")),
        ("22(其中修订16件", "count", "件", "", None),
        ("22（甲）（乙）", "count", "件", "", None),
        ("12/3", "count", "件", "", None),
        ("12月", "count", "件", "", None),
        ("3件", "amount", "元", "", None),
        ("3.5", "amount", "万元", "", Measured(Decimal("3.5"))),
        ("3.5万元", "amount", "万元", "", Measured(Decimal("3.5"))),
        ("3.5（万元）", "amount", "万元", "", Measured(Decimal("3.5"))),
        ("251000元", "amount", "元", "", Measured(Decimal(251000))),
        ("160.5964万元", "amount", "元", "", Measured(Decimal(1605964), "万元")),
        ("1.5千元", "amount", "元", "", Measured(Decimal(1500), "千元")),
        ("2百万元", "amount", "万元", "", Measured(Decimal(200), "百万元")),
        ("2亿元", "amount", "万元", "", Measured(Decimal(20000), "亿元")),
        ("920元", "amount", "万元", "", Measured(Decimal("0.092"), "元")),
        ("160.5964", "amount", "元", "万元", Measured(Decimal(1605964), "万元")),
        ("160.5964元", "amount", "元", "万元", Measured(Decimal("160.5964"))),
        ("160.5964", "amount", "元", "?", None),
        ("3元（含税）", "amount", "元", "", Measured(Decimal(3), note="（含税）")),
        ("999999999999999亿元", "amount", "元", "", None),
        ("1" + " " * 78 + "件", "count", "件", "", Measured(1)),  # 80 characters
        ("1" + " " * 79 + "件", "count", "件", "", None),  # 81
    ],
)
def test_a_number_with_what_stands_behind_it(
    text: str, kind: Kind, unit: str, head: str, found: Measured | None
) -> None:
    assert measured(text, kind, unit, head) == found


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        *(
            (text, True)
            for text in ("0", "1,234", "12/3", "3件", "+2", "--253", "/", "—", "\\", "1.5", "", " ")
        ),
        *((text, True) for text in ("22（其中修订16件）", "３", "3 (", "251000元", "9" * 80)),
        *((text, False) for text in ("3.其他", "3、其他", "2021年12月", "无", "一", "3岁", "9" * 81, "x5")),
        ("3.5", True),
        ("10.其他", False),
        ("12.", False),
    ],
)
def test_what_may_stand_where_a_value_belongs(text: str, is_so: bool) -> None:
    assert is_value_like(text) is is_so


@pytest.mark.parametrize(
    ("text", "is_so"),
    [("", True), (" / ", True), ("－", True), ("——", True), ("无", True), ("0", False), ("无。", False)],
)
def test_marks_that_stand_for_a_blank(text: str, is_so: bool) -> None:
    assert is_blank_mark(text) is is_so


@pytest.mark.parametrize(
    ("text", "is_so"),
    [("- 3 -", True), ("—12—", True), ("－ 3 －", True), ("-123-", True), ("-1234-", False), ("3", False)],
)
def test_the_number_of_a_page(text: str, is_so: bool) -> None:
    assert is_page_number(text) is is_so
    assert is_page_number(text.ljust(79)) is is_so
    assert not is_page_number(text.ljust(80))


@pytest.mark.parametrize(
    ("head", "unit"),
    [
        ("采购总金额", ""),
        ("采购总金额（单位：万元）", "万元"),
        ("采购总金额(元)", "元"),
        ("采购总金额（万元，保留四位小数）", "万元"),
        ("采购总金额（人民币万元）", "万元"),
        ("单位：亿元）", "亿元"),
        ("采购总金额（单位：美元）", "?"),
        ("采购总金额（万元、元）", "?"),
        ("采购总金额（￥）", "?"),
        ("采购总金额（单位）", "?"),
        ("采购项目数量（个）", ""),
        ("采" * 114 + "（单位：元）"[:6], "元"),  # 120 characters
        ("采" * 115 + "（单位：元）"[:6], ""),  # 121
    ],
)
def test_the_unit_that_a_head_says(head: str, unit: str) -> None:
    assert unit_of(head) == unit


@pytest.mark.parametrize(
    ("text", "unit", "shown"),
    [
        ("2亿元", "万元", "20000"),
        ("160.5964万元", "元", "1605964"),
        ("160.50万元", "元", "1605000"),
        ("920元", "万元", "0.092"),
        ("10.50元", "万元", "0.00105"),
        ("0元", "万元", "0"),
    ],
)
def test_a_conversion_leaves_no_zeros_behind_the_point(text: str, unit: str, shown: str) -> None:
    found = measured(text, "amount", unit)
    assert found
    assert str(found.value) == shown


def test_unseen_characters_and_width() -> None:
    assert unspaced("\ufeff １２\xad３ ") == "123"
    assert unspaced(" a ") == "a"
    assert unspaced("！～｟\uff00x") == "!~｟\uff00x"  # what is no full-width form stays


def test_a_value_stands_in_a_line_of_less_than_ten_thousand_characters() -> None:
    assert is_value_like("1".rjust(9_999))
    assert not is_value_like("1".rjust(10_000))
