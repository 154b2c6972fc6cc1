"""Cells between pipes: their words, and how many pipes and empty lines stand before them."""

import pytest

from disclosure_report.blocks import Paragraph, Place
from disclosure_report.layout.recognise.lines.pipes import Cell, cells_of


def said(cell: Cell) -> str:
    """The words of a cell, behind its pipes and empty lines; a point behind one that has its line alone."""
    return "|" * cell.pipes + "_" * cell.spaces + cell.line.text.strip() + "." * cell.alone


@pytest.mark.parametrize(
    ("lines", "cells", "behind"),
    [
        (["规章", "1"], ["规章.", "1."], (0, 0)),
        (["规章 | 1 | 2"], ["规章", "|1", "|2"], (0, 0)),
        (["", "| | 规章 | 1"], ["|_规章", "|1"], (0, 0)),
        (["规章 | 1 |", "行政许可 | 2 |"], ["规章", "|1", "|行政许可", "|2"], (1, 0)),
        # The pipe that opens a row is not one more behind the row before.
        (["| 规章 | 1 |", "| 行政许可 | 2 |"], ["规章", "|1", "|行政许可", "|2"], (1, 0)),
        (["规章 |", "| |", "1 |"], ["规章", "|||1"], (1, 0)),
        (["规章 | | 1 |", "| | 2 | | |"], ["规章", "||1", "||2"], (3, 0)),
        (["规章 |", "1", "| 2"], ["规章", "|1.", "2"], (0, 0)),
        # Empty lines are counted up to the next cell; so are pipes.
        (["规章", "", " ", "1", "", "|2|", ""], ["规章.", "__1.", "_2"], (1, 1)),
        (["规章 |", "", "1", "2"], ["规章", "|_1.", "2."], (0, 0)),
        # Other bars, blanks as the source of a page has them, and what nobody sees.
        (["规章 ｜ 1 │ 2 ┃ 3 ║ 4"], ["规章", "|1", "|2", "|3", "|4"], (0, 0)),
        (["规章 |&nbsp;| 1&NBSP; |"], ["规章", "||1"], (1, 0)),
        (["规章 | \u200b | 1 |", "\u200b"], ["规章", "||1"], (1, 1)),
        # Tabs stand between cells, where any stands between two words.
        (["规章\t1\t\t3"], ["规章", "|1", "||3"], (0, 0)),
        (
            ["规章\t1", "\t\t4\t", "行政许可 5"],
            ["规章", "|1", "4.", "行政许可 5."],
            (0, 0),
        ),  # those are indents
        (["规章\t 1"], ["规章\t 1."], (0, 0)),
        # A rule is drawn, and no cell.
        (["规章", "---", "1"], ["规章.", "1."], (0, 0)),
        (["规章", "┌───┬───┐", "| 1 |", "|---|:-:|"], ["规章.", "1"], (1, 0)),
        (["规章", "--", "--- 1"], ["规章.", "--.", "--- 1."], (0, 0)),
    ],
)
def test_the_cells_of_lines(lines: list[str], cells: list[str], behind: tuple[int, int]) -> None:
    found = cells_of([Paragraph(line) for line in lines])
    assert [said(cell) for cell in found.cells] == cells
    assert (found.pipes, found.spaces) == behind
    assert not any(cell.runs or cell.is_row for cell in found.cells)


def test_a_cell_stands_where_its_line_does() -> None:
    lines = [Paragraph("规章 | 1 |", place=Place(line=3)), Paragraph("2", place=Place(line=4))]
    assert [cell.line.place and cell.line.place.line for cell in cells_of(lines).cells] == [3, 3, 4]


def test_lines_beyond_the_limit_keep_what_stands_before_them() -> None:
    lines = [Paragraph(text) for text in ("规章 | 1 |", "", "|" * 9_999, "3")]
    assert cells_of([lines[0], Paragraph("|" * 9_998)]).rest == ()
    found = cells_of(lines)
    assert (found.pipes, found.spaces, [*found.rest]) == (1, 1, lines[2:])
