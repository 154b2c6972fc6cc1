"""Empty lines that keep the places of empty cells, where full rows show how many stand between cells."""

import pytest
from linear_rows import occurrences_in, rows_in


RULES = "规章 · 1 · 2 · 3 · "
TIGHT = "规章 1 2 3 "
LICENSING = " 行政许可 · 7"


def lines_of(page: str) -> list[str]:
    """The lines of a page; a point for an empty one, a comma for a blank in a line."""
    return [word.replace("·", "").replace(",", " ") for word in page.split()]


@pytest.mark.parametrize(
    ("page", "documents"),
    [
        (RULES + "行政规范性文件 · 4 · 5 · 6 ·" + LICENSING, "4 5 6"),
        # One empty line more for each empty cell: in front, between, behind.
        (RULES + "行政规范性文件 · · 5 · 6 ·" + LICENSING, "_ 5 6"),
        (RULES + "行政规范性文件 · 4 · · 6 ·" + LICENSING, "4 _ 6"),
        (RULES + "行政规范性文件 · 4 · 5 · ·" + LICENSING, "4 5 _"),
        (TIGHT + "行政规范性文件 4 · 6 行政许可 7", "4 _ 6"),
        (TIGHT + "行政规范性文件 · · · 行政许可 7", "_ _ _"),
        # Two more, as a paragraph of its own leaves.
        (RULES + "行政规范性文件 · · · 5 · 6 ·" + LICENSING, "_ 5 6"),
        (RULES + "行政规范性文件 · 4 · · · 6 ·" + LICENSING, "4 _ 6"),
        (RULES + "行政规范性文件 · 4 · · · · · ·" + LICENSING, "4"),
        (RULES + "行政规范性文件 · 4 · · · · ·" + LICENSING, "4 _ _"),
        # Two lines: two cells of one line each, or one of two and another that vanished.
        (RULES + "行政规范性文件 · 4 · · ·" + LICENSING, "4"),
        (RULES + "行政规范性文件 · · · 6 ·" + LICENSING, "6"),
        (RULES + "行政规范性文件 · · 5 · · " + LICENSING, "_ 5 _"),
        # More or fewer than cells are missing, or not where a cell begins.
        (RULES + "行政规范性文件 · · · · 5 · 6 ·" + LICENSING, "5 6"),
        (RULES + "行政规范性文件 · 4 · 6 ·" + LICENSING, "4 6"),
        (RULES + "行政规范性文件 · · · 5 6 ·" + LICENSING, "5 6"),
        (RULES + "行政规范性文件 · · 5 · · 6 ·" + LICENSING, "5 6"),
        # Full rows that do not agree, or none at all.
        ("规章 · 1 2 · 3 · 行政规范性文件 · 4 · · 6 ·" + LICENSING, "4 6"),
        ("规章 · 1 · 2 · 3 行政规范性文件 · 4 · · 6 ·" + LICENSING, "4 6"),
        ("行政规范性文件 · 4 · · 6 · 行政许可", "4 6"),
        # Behind the last row come empty lines that are no cells, or none at all.
        (RULES + "行政规范性文件 · · 5 · 6", "_ 5 6"),
        (RULES + "行政规范性文件 · · 5 · 6 · · ·", "_ 5 6"),
        (RULES + "行政规范性文件 · 4 · 5 ·", "4 5"),
        (RULES + "行政规范性文件 · 4 · 5 · ·", "4 5 _"),
        (RULES + "行政规范性文件 · 4 · 5 · · · · · ·", "4 5 _"),
        (RULES + "行政规范性文件 · 4 · · 6 · 行政许可 · 7 · · · ·", "4 _ 6"),
    ],
)
def test_empty_lines_of_a_row_with_fewer_values(page: str, documents: str) -> None:
    assert f"行政规范性文件 {documents}" in rows_in("二", *lines_of(page))


@pytest.mark.parametrize("other", ["行政处罚,|,8", "行政处罚,| 8", "行政处罚8", "行政处罚,|,|,8"])
def test_rows_with_pipes_or_in_one_line_say_nothing_of_empty_lines(other: str) -> None:
    page = RULES + "行政规范性文件 · 4 · · 6 · 行政许可 · 7 · " + other
    assert rows_in("二", *lines_of(page)) == [
        "规章 1 2 3",
        "行政规范性文件 4 _ 6",
        "行政许可 7",
        "行政处罚 8",
    ]


@pytest.mark.parametrize(
    ("short", "said"),
    [
        ("行政规范性文件,| · 4 · · 6 ·", "4 6"),
        ("行政规范性文件 · |,|,|,5 ·", "_ 5 ?"),
        ("行政规范性文件46 ·", "46"),
    ],
)
def test_empty_lines_keep_no_place_in_a_row_with_pipes(short: str, said: str) -> None:
    page = RULES + short + " 行政许可 · 7 · 行政处罚 · · 行政强制 · 9"
    assert rows_in("二", *lines_of(page))[1:] == [
        f"行政规范性文件 {said}",
        "行政许可 7",
        "行政处罚 _",
        "行政强制 9",
    ]


def test_every_short_row_must_fit() -> None:
    page = RULES + "行政规范性文件 · 4 · · 6 · 行政许可 · 行政处罚 · 8 ·"
    assert rows_in("二", *lines_of(page)) == ["规章 1 2 3", "行政规范性文件 4 6", "行政许可", "行政处罚 8"]


def test_a_kept_place_stands_at_the_label_of_its_row() -> None:
    page = RULES + "行政规范性文件 · 4 · · 6 ·" + LICENSING
    documents = occurrences_in("二", *lines_of(page))[1]
    assert [place and place.line for place in documents.places] == [11, 9, 14]
