"""Lines sorted into labels, values and words: which values are a row's, and which are in doubt."""

import pytest
from linear_rows import left_in, occurrences_in, rows_in

import disclosure_report as dr


NOT_HELD, CREATION = "1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作"
SECRET, UNNUMBERED = "1.属于国家秘密", "属于国家秘密"
VALUES = [*"1000001"]
ROW = " ".join(VALUES)
ALL_OF_FOUR = " ".join(map(str, range(15)))


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        # The number of a label in a line of its own, or in a cell of its own.
        ([NOT_HELD, *VALUES, "2", CREATION[2:], *VALUES], [f"{NOT_HELD} {ROW}", f"{CREATION} {ROW}"]),
        ([NOT_HELD, *VALUES, "2 | " + CREATION[2:] + " |", *VALUES],
         [f"{NOT_HELD} {ROW}", f"{CREATION} {ROW}"]),
        ([NOT_HELD, *VALUES, "２", CREATION[2:], *VALUES], [f"{NOT_HELD} {ROW} ２ ?"]),
        # One value fewer: nothing tells whether the last is a value or the number.
        ([NOT_HELD, *VALUES[:-1], "2", CREATION[2:], *VALUES],
         [f"{NOT_HELD} {ROW[:-2]}", f"{CREATION} {ROW}"]),
        ([NOT_HELD, *VALUES[:-1], "2 | " + CREATION[2:] + " |", *VALUES],
         [f"{NOT_HELD} {ROW[:-2]} 2 ?", f"{CREATION} {ROW}"]),
        ([NOT_HELD, *VALUES[:-2], "2 | " + CREATION[2:] + " |", *VALUES],
         [f"{NOT_HELD} {ROW[:-4]} 2 ?", f"{CREATION} {ROW}"]),
        # Another number is none of the label's.
        ([NOT_HELD, *VALUES, "3", CREATION, *VALUES], [f"{NOT_HELD} {ROW} 3", f"{CREATION} {ROW}"]),
        ([NOT_HELD, *VALUES, "2", CREATION, *VALUES], [f"{NOT_HELD} {ROW} 2", f"{CREATION} {ROW}"]),
        # The page ends in it, or goes on with words.
        ([NOT_HELD, *VALUES, "2"], [f"{NOT_HELD} {ROW}"]),
        ([NOT_HELD, *VALUES, "0", "2"], [f"{NOT_HELD} {ROW} 0 2"]),
        ([NOT_HELD, *VALUES, "2", "附"], [f"{NOT_HELD} {ROW} 2 ?"]),
        ([NOT_HELD, *VALUES[:-1], "2", "附"], [f"{NOT_HELD} {ROW[:-2]} 2 ?"]),
        ([NOT_HELD, *VALUES, "附"], [f"{NOT_HELD} {ROW}"]),
        ([NOT_HELD, *VALUES[1:], "2", CREATION, *VALUES], [f"{NOT_HELD} {ROW[2:]} 2", f"{CREATION} {ROW}"]),
        # Behind the last row of the form no label comes.
        (["四、结转下年度继续办理", *VALUES, "附"], [f"四、结转下年度继续办理 {ROW}"]),
        # Without its number a label stands between pipes alone.
        (["1", UNNUMBERED, *VALUES], [f"{SECRET} {ROW}"]),
        ([UNNUMBERED + " |", *VALUES], [f"{SECRET} {ROW}"]),
        ([UNNUMBERED, *VALUES], []),
        # A label torn over lines has at most three pieces, none of them a value, and none behind a pipe.
        (["1.属于", "国家秘密", *VALUES], [f"{SECRET} {ROW}"]),
        (["1.属于", "国家", "秘密", *VALUES], [f"{SECRET} {ROW}"]),
        (["1.", "属于", "国家", "秘密", *VALUES], []),
        (["1.属于", "——", "国家秘密", *VALUES], []),
        (["1.属于", "……", "国家秘密", *VALUES], []),
        (["1.属于", "3", "国家秘密", *VALUES], []),
        (["1.属于 |", "国家秘密", *VALUES], []),
        (["1.属于", "| 国家秘密 |", *VALUES], [f"{SECRET} {ROW}"]),
        (["1.属于" + "，" * 112, "国家秘密", *VALUES], [f"{SECRET} {ROW}"]),
        (["1.属于" + "，" * 113, "国家秘密", *VALUES], []),
    ],
)  # fmt: skip
def test_numbers_and_pieces_of_labels(lines: list[str], rows: list[str]) -> None:
    assert rows_in("三", *lines) == rows


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        # What goes on with a number: a unit, the rest of it.
        (["行政许可", "3", "万件"], ["行政许可 3 ?"]),
        (["行政许可", "3", "余件"], ["行政许可 3 ?"]),
        (["行政许可", "3", ".5"], ["行政许可 3 ?"]),
        (["行政许可", "3", "，000"], ["行政许可 3 ?"]),
        (["行政许可", "3", "件次多"], ["行政许可 3"]),
        (["行政许可", "3", "附"], ["行政许可 3"]),
        (["行政许可", "万件"], ["行政许可"]),
        # A number below a row whose values stand in one line may be the rest of the last.
        (["行政许可 | 3 |", "4"], ["行政许可 3 ?"]),
        (["规章 1 2 3", "4"], ["规章 1 2 3 ?"]),
        (["规章", "1 2 3", "4"], ["规章 1 2 3 ?"]),
        (["行政许可 | 3 |", "/"], ["行政许可 3"]),
        (["行政许可 | 3 |", "- 4 -"], ["行政许可 3"]),
        (["行政许可 | 3 |", "- 4 -", "万件"], ["行政许可 3 ?"]),
        (["规章 1 2 3", "4 5 6"], ["规章 1 2 3"]),
        # Numbers of a page between the values are none of them.
        (["规章", "1", "- 4 -", "2", "3"], ["规章 1 2 3"]),
        # A row of numbers is the row's whose label stands before it; a second one is not.
        (["规章", "1 2 3", "4 5 6", "行政许可 | 7 |"], ["规章 1 2 3 ?", "行政许可 7"]),
        (["规章", "1", "2 3 4"], ["规章 1"]),
        # A word for nothing is a blank between pipes alone.
        (["行政许可 | 无 |", "行政处罚", "无"], ["行政许可 无", "行政处罚"]),
        (["行政许可 |", "无 |", "行政处罚", "4"], ["行政许可 无", "行政处罚 4"]),
        (["行政许可 | 若干 |", "行政处罚", "4"], ["行政许可", "行政处罚 4"]),
        # Words that are no value end a row.
        (["规章", "1", "附", "2", "3"], ["规章 1"]),
    ],
)  # fmt: skip
def test_what_stands_behind_a_label_of_part_two(lines: list[str], rows: list[str]) -> None:
    assert rows_in("二", *lines) == rows


@pytest.mark.parametrize(
    ("lines", "left"),
    [
        (["行政许可", "3"], []),
        (["行政许可（注）", "3"], ["行政许可（注）"]),
        (["行政许可（单位：件）", "3"], ["行政许可（单位：件）"]),
        (["行政", "许可", "3"], []),
        (["附", "行政许可", "3", "表"], ["附", "表"]),
        (["行政许可 | 3 |", "- 4 -", "| 5 |"], ["- 4 -", "5"]),
    ],
)
def test_what_is_neither_label_nor_value_is_left_over(lines: list[str], left: list[str]) -> None:
    assert left_in("二", *lines) == left


def test_a_label_without_its_number_is_no_note() -> None:
    assert left_in("三", UNNUMBERED + " |", *VALUES) == []
    assert left_in("三", NOT_HELD, *VALUES, "2") == ["2"]


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        (["信息内容", "3", "行政许可", "4"], ["行政许可 4 ?"]),
        (["信息内容", "3", "行政许可 | 4 |"], ["行政许可 4"]),
        (["信息内容", "3", "行政许可4 行政处罚5"], ["行政许可 4", "行政处罚 5"]),
        # In the line of heads and numbers whatever stands in a line may be of the label before.
        (["信息内容 3 行政许可 4 行政处罚 5"], ["行政许可 4 ?", "行政处罚 5 ?"]),
        (["信息内容", "行政许可", "4"], ["行政许可 4"]),
    ],
)
def test_where_numbers_come_before_their_labels_a_row_must_be_in_one_line(
    lines: list[str], rows: list[str]
) -> None:
    assert rows_in("二", *lines) == rows


@pytest.mark.parametrize(
    ("heads", "label", "units"),
    [
        ("采购项目数量 | 采购总金额 |", "政府集中采购", ()),
        ("采购项目数量 | 采购总金额（单位：万元） |", "政府集中采购", ("", "万元")),
        ("采购总金额（单位：万元） | 采购项目数量 |", "政府集中采购", ("万元", "")),
        ("采购项目数量 | 采购总金额 |", "政府集中采购（单位：万元）", ("万元", "万元")),
        ("采购项目数量 | 采购总金额（单位：万元） |", "政府集中采购（单位：万元）", ("万元", "万元")),
        ("采购项目数量 | 采购总金额（单位：元） |", "政府集中采购（单位：万元）", ("万元", "?")),
    ],
)
def test_each_value_has_the_unit_of_its_head_or_of_the_label(
    heads: str, label: str, units: tuple[str, ...]
) -> None:
    [row] = occurrences_in("二", f"信息内容 | {heads}", f"{label} | 3 | 5 |", form=dr.Form.Y2019)
    assert row.units == units


def test_the_unit_of_a_label_is_not_that_of_the_next() -> None:
    rows = occurrences_in("二", "行政许可（单位：万元）", "3", "行政处罚", "4")
    assert [row.units for row in rows] == [("万元",), ()]


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        # Behind torn heads the row of values is still the table's row.
        (["行政复议", "行政诉讼", "甲", ALL_OF_FOUR], [f"四 复议诉讼 {ALL_OF_FOUR} ?"]),
        (["行政复议", "行政诉讼", "结果", ALL_OF_FOUR], [f"四 复议诉讼 {ALL_OF_FOUR}"]),
        ([f"行政诉讼 {ALL_OF_FOUR}", "甲", ALL_OF_FOUR], [f"四 复议诉讼 {ALL_OF_FOUR} ?"]),
        (["行政诉讼", ALL_OF_FOUR, "甲", "行政复议", "结果", ALL_OF_FOUR],
         [f"四 复议诉讼 {ALL_OF_FOUR}", f"四 复议诉讼 {ALL_OF_FOUR}"]),
        (["行政复议", "行政诉讼", "结果", "0"], ["四 复议诉讼"]),
        ([ALL_OF_FOUR], []),
        # In several lines.
        (["行政复议", "行政诉讼", "0 1 2 3 4", ALL_OF_FOUR[10:]], [f"四 复议诉讼 {ALL_OF_FOUR}"]),
    ],
)  # fmt: skip
def test_the_row_of_part_four(lines: list[str], rows: list[str]) -> None:
    assert rows_in("四", *lines) == rows


def test_a_block_of_part_four_has_its_values_behind_its_name() -> None:
    [row] = occurrences_in("四", "行政复议 | 1 | 2 | 3 | 4 | 10 |")
    assert row.slots == (0, 1, 2, 3, 4)
    [row] = occurrences_in("四", "行政复议 | 1 | 2 | 3 | 4 |")
    assert row.slots is None
    [row] = occurrences_in("四", "行政复议", "未经复议直接起诉 | 1 | 2 | 3 | 4 | 10 |")
    assert row.slots is None


def test_pipes_before_a_line_of_numbers_of_part_four_keep_no_place() -> None:
    heads = ["行政复议", "结果维持", "结果纠正", "其他结果", "尚未审结", "总计", "结果 | | |"]
    [row] = occurrences_in("四", *heads, "1 2 3 4 10")
    assert (row.texts, row.slots, row.doubt) == (("1", "2", "3", "4", "10"), (0, 1, 2, 3, 4), False)
