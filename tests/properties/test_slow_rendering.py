"""The fast body and a slow, obvious rendering of the same manuscript say the same."""

import io
from typing import Any

import docx
from docx.document import Document
from docx.table import Table
from hypothesis import given, settings

import disclosure_report as dr
from disclosure_report.blocks import Grid, Heading
from disclosure_report.layout.compose import compose
from disclosure_report.testing.strategies import reports


def _slow(report: dr.Report) -> Document:
    """Paragraph by paragraph and cell by cell, through python-docx's own API."""
    document = docx.Document()
    for block in compose(report).blocks:
        if isinstance(block, Grid):
            _add_table(document, block)
        elif isinstance(block, Heading):
            document.add_heading(block.text, block.level)
        else:
            document.add_paragraph(block.text, style="Body Text")
    return document


def _add_table(document: Document, grid: Grid) -> None:
    table = document.add_table(grid.shape.rows, len(grid.shape.columns))
    cells = [list(row.cells) for row in table.rows]
    for box in grid.shape.boxes:
        last = cells[box.row + box.rowspan - 1][box.column + box.colspan - 1]
        value = box.content if isinstance(box.content, str) else grid.values[box.content]
        cells[box.row][box.column].merge(last).text = (
            "" if value is None else f"{value:f}" if _is_amount(value) else str(value)
        )


def _is_amount(value: Any) -> bool:
    return not isinstance(value, int | str)


def _paragraphs(document: Document) -> list[tuple[str, str]]:
    return [(p.style.name or "" if p.style else "", p.text) for p in document.paragraphs]


def _texts(table: Table) -> list[list[str]]:
    """The text at every place of the grid; where a head is broken into lines is a matter of look."""
    return [[cell.text.replace("\n", "") for cell in row.cells] for row in table.rows]


@settings(max_examples=6)
@given(reports(consistent=False, blanks=True))
def test_the_fast_body_says_what_a_slow_rendering_says(report: dr.Report) -> None:
    slow, fast = _slow(report), docx.Document(io.BytesIO(dr.to_bytes(report, "docx")))
    assert _paragraphs(fast) == _paragraphs(slow)
    assert len(fast.tables) == len(slow.tables) == 3
    for ours, theirs in zip(fast.tables, slow.tables, strict=True):
        assert _texts(ours) == _texts(theirs)
