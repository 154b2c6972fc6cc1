"""Rows under sorting: empty places between pipes, numbers that run together, values without a label."""

import pytest
from linear_rows import left_in, occurrences_in, rows_in


NEW, OLD = "一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量"
DOCUMENTS = "行政规范性文件 | 4 | 5 | 6 |"


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        ("规章 | 1 | 2 | 3 |", "1 2 3"),
        # An empty cell between two pipes, beside a full row that has as many pipes.
        ("规章 | | 2 | 3 |", "_ 2 3"),
        ("规章 | 1 | | 3 |", "1 _ 3"),
        ("规章 | 1 | 2 | |", "1 2 _"),
        ("规章 | | | 3 |", "_ _ 3"),
        ("规章 | | | |", "_ _ _"),
        ("规章 | 1 | 3 |", "1 3"),
        ("规章 | 1 | | 3 | |", "1 _ 3 ?"),
        # Places in front of all values are those of the label, where there are enough values.
        ("规章 | | 1 | 2 | 3 |", "1 2 3"),
        ("规章 | | | 1 | 2 | 3 |", "1 2 3"),
        ("规章 | | 1 | | 3 |", "_ 1 _ 3 ?"),
        ("规章 | 1 | | 2 | 3 |", "1 _ 2 3 ?"),
        ("规章 | 1 | | 2 | 3", "1 _ 2 3 ?"),
    ],
)
def test_empty_places_between_pipes(rules: str, said: str) -> None:
    assert rows_in("二", rules, DOCUMENTS, "行政许可 | 7 |")[0] == f"规章 {said}"


@pytest.mark.parametrize(
    ("penalties", "said"),
    [("行政处罚", ""), ("行政处罚 |", ""), ("行政处罚 | |", ""), ("行政处罚 | 8 |", " 8")],
)
def test_beside_a_label_that_spans_places_pipes_keep_none(penalties: str, said: str) -> None:
    lines = ["行政许可 | | 7 |", penalties, "行政强制 | | 9 |", "行政事业性收费 | 1 |"]
    assert rows_in("二", *lines)[1] == f"行政处罚{said}"


def test_a_row_beside_others_with_and_without_a_span_keeps_no_place() -> None:
    lines = [f"{NEW} | | 1 | 0 | 0 | 0 | 0 | 0 | 1 |", f"{OLD} | 2 | 0 | 0 | 0 | 0 | 0 | 2 |"]
    short = "（一）予以公开 | | 3 | 0 | 0 | 0 | 0 | 3 |"
    end = "（七）总计 | 9 | 0 | 0 | 0 | 0 | 0 | 9 |"
    assert rows_in("三", lines[1], short, end)[1] == "（一）予以公开 _ 3 0 0 0 0 3"
    assert rows_in("三", *lines, short, end)[2] == "（一）予以公开 _ 3 0 0 0 0 3 ?"


@pytest.mark.parametrize(
    ("line", "texts", "ways"),
    [
        ("规章 1 2 3", ["1", "2", "3"], 0),
        ("规章 1 2", ["1", "2"], 0),
        ("行政许可10690", ["10690"], 0),
        ("行政许可 05", ["05"], 0),
        # Without a total zeros alone are certain.
        ("规章123", ["123"], 1),
        ("规章1230", ["1230"], 3),
        ("规章000", ["0", "0", "0"], 1),
        ("规章 0 00", ["0", "0", "0"], 1),
        ("规章 00 1", ["00 1"], 1),
        ("规章000 4", ["000 4"], 0),
    ],
)
def test_numbers_behind_a_label_of_part_two(line: str, texts: list[str], ways: int) -> None:
    [row] = occurrences_in("二", line)
    assert ([*row.texts], len(row.ways)) == (texts, ways)


@pytest.mark.parametrize(
    ("numbers", "texts", "ways"),
    [
        ("713000074", "71 3 0 0 0 0 74", 1),
        ("713 000074", "71 3 0 0 0 0 74", 1),
        ("71 300 0074", "71 3 0 0 0 0 74", 1),
        ("71 3 0 0 0 0 74", "71 3 0 0 0 0 74", 0),
        ("71 3 00 0 0 74", "71 3 0 0 0 0 74", 1),
        ("71 3 0 0 0 74", "71 3 0 0 0 74", 0),
        ("220000022", "220000022", 2),
    ],
)
def test_numbers_behind_a_label_of_part_three(numbers: str, texts: str, ways: int) -> None:
    [row] = occurrences_in("三", NEW + numbers)
    assert (" ".join(row.texts), len(row.ways)) == (texts, ways)


def test_words_among_as_many_pieces_as_cells_keep_the_line_whole() -> None:
    heads = "信息内容本年制发件数本年废止件数现行有效件数"
    end = "第二十条第（五）项信息内容本年处理决定数量行政许可 7"
    rows = occurrences_in("二", f"{heads}规章 1 约2 3行政规范性文件 4 5 6{end}")
    assert [row.texts for row in rows] == [("1 约2 3",), ("4", "5", "6"), ("7",)]


def test_numbers_of_part_four_in_several_lines_stand_where_they_do() -> None:
    [row] = occurrences_in("四", "行政复议", "行政诉讼", "0 1 2 3 4", "5 6 7 8 9 10 11 12 13 14")
    assert [place and place.line for place in row.places] == [3] * 5 + [4] * 10


def test_numbers_that_were_cut_stand_in_their_line() -> None:
    [row] = occurrences_in("三", NEW, "71 3 00 0 0 74")
    assert [place and place.line for place in row.places] == [2] * 7


def test_pipes_before_the_values_of_part_four_keep_no_place() -> None:
    values = " | ".join(map(str, range(15)))
    for line in (f"| | {values} |", f"{values} |"):
        assert rows_in("四", "行政复议 | 行政诉讼 |", line)[-1] == f"四 复议诉讼 {values.replace(' |', '')}"
    assert rows_in("四", "行政复议 | 行政诉讼 |", values.replace("7 |", "7 | |"))[-1].endswith("?")


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("| 4 | 6 |", ["4", "6"]),
        ("| 4 5 6 |", ["4 5 6"]),
        ("4 5 6", ["4 5 6"]),
        ("| 22 （其中 修订16件） | 6 |", ["22 （其中 修订16件）", "6"]),
    ],
)
def test_nothing_without_a_label_is_lost(line: str, left: list[str]) -> None:
    assert [text.strip() for text in left_in("二", "行政许可 | 3 |", line, "行政强制 | 5 |")] == left


def test_a_value_without_a_label_keeps_its_note() -> None:
    lines = ["行政许可 | 3 |", "| 22 （其中 修订16件） |", "行政强制 | 5 |"]
    assert [row.texts for row in occurrences_in("二", *lines)] == [("3",), ("22 （其中 修订16件）",), ("5",)]


def test_numbers_of_two_lines_are_two_rows() -> None:
    lines = [f"{NEW} 1 0 0 0 0 0 1", "| 2 | 0 | 0 | 0 | 0 | 0 | 2 |", "| 3 | 0 | 0 | 0 | 0 | 0 | 3 |"]
    end = "（二）部分公开 4 0 0 0 0 0 4"
    numbers = [row.texts[0] for row in occurrences_in("三", *lines, end)]
    assert numbers == ["1", "2", "3", "4"]
