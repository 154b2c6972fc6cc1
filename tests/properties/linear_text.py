"""A report as text in the layouts in which old pages survive: a cell a line, between pipes, in Markdown."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

import disclosure_report as dr
from disclosure_report.blocks import Grid
from disclosure_report.layout.compose import compose
from disclosure_report.testing.published import rows_of


Row: TypeAlias = list[str]
Layout: TypeAlias = Callable[[list[Row], str], Iterator[str]]  # the rows of a table, the tail of each row

# Punctuation of half width, as many pages have it.
HALF = str.maketrans({"（": "(", "）": ")", "：": ":", "，": ",", "。": "."})


def _piped(rows: list[Row], tail: str) -> Iterator[str]:
    for row in rows:
        yield " | ".join(row) + " |" + tail


def _boxed(rows: list[Row], tail: str) -> Iterator[str]:
    for row in rows:
        yield "| " + " | ".join(row) + " |" + tail


def _cell_a_line(rows: list[Row], tail: str) -> Iterator[str]:
    for row in rows:
        yield from (f"{cell} |" for cell in row)
        yield from [tail.strip()] if tail.strip() else []


def _opened(rows: list[Row], tail: str) -> Iterator[str]:
    for row in rows:
        yield "|"
        yield from (f"{cell} |" for cell in row[:-1])
        yield f"{row[-1]} |{tail}"


def _bare(rows: list[Row], tail: str) -> Iterator[str]:
    for row in rows:
        for cell in row:
            yield from (cell, "|")
        yield from [tail.strip()] if tail.strip() else []


def _indented(rows: list[Row], tail: str) -> Iterator[str]:
    for row in rows:
        yield "| "
        yield from (f" {cell}\u00a0 | " for cell in row[:-1])
        yield f" {row[-1]}\u00a0 |{tail}"


def _paragraphs(rows: list[Row], _: str) -> Iterator[str]:
    for row in rows:
        for cell in filter(None, row):
            yield from (cell, "")


def _lines(rows: list[Row], _: str) -> Iterator[str]:
    for row in rows:
        yield from filter(None, row)


def _markdown(rows: list[Row], _: str) -> Iterator[str]:
    widest = max(map(len, rows))
    for number, row in enumerate(rows):
        yield "| " + " | ".join(row) + " |"
        if number == 0:
            yield "|" + "---|" * widest


def _run(rows: list[Row], _: str) -> Iterator[str]:
    """Each row in a line, its cells without anything between them."""
    for row in rows:
        yield "".join(row)


def _run_on(rows: list[Row], _: str) -> Iterator[str]:
    """A whole table in a line."""
    yield "".join("".join(row) for row in rows)


def _spaced(rows: list[Row], _: str) -> Iterator[str]:
    """A whole table in a line, its cells with a blank between them; empty ones leave none."""
    yield " ".join(filter(None, (cell for row in rows for cell in row)))


def _row_a_line(rows: list[Row], _: str) -> Iterator[str]:
    """As PDF text: each row in a line, its cells with blanks between them; empty ones leave none."""
    for row in rows:
        yield "   ".join(filter(None, row))


def _is_torn(row: Row) -> bool:
    return len(row) > _ROW and len(row[0]) > _LONG


def _torn_behind(rows: list[Row], _: str) -> Iterator[str]:
    """As PDF text: a long label goes on in the line below the numbers."""
    for row in rows:
        label, *cells = row
        yield "   ".join(filter(None, [label[:_LONG] if _is_torn(row) else label, *cells]))
        yield from [label[_LONG:]] if _is_torn(row) else []


def _torn_before(rows: list[Row], _: str) -> Iterator[str]:
    """As PDF text: a long label begins in the line above the numbers."""
    for row in rows:
        label, *cells = row
        yield from [label[:_LONG]] if _is_torn(row) else []
        yield "   ".join(filter(None, [label[_LONG:] if _is_torn(row) else label, *cells]))


def _torn_around(rows: list[Row], _: str) -> Iterator[str]:
    """As PDF text: the numbers stand between the two lines of a long label."""
    for row in rows:
        label, *cells = row
        if _is_torn(row):
            yield from (label[:_LONG], "   ".join(filter(None, cells)), label[_LONG:])
        else:
            yield "   ".join(filter(None, row))


def _numbers_below(rows: list[Row], _: str) -> Iterator[str]:
    for row in rows:
        yield from (row[0], " ".join(filter(None, row[1:])))


def _numbers_above(rows: list[Row], _: str) -> Iterator[str]:
    for row in rows:
        yield from (" ".join(filter(None, row[1:])), row[0])


def _kept_lines(rows: list[Row], _: str) -> Iterator[str]:
    """A cell a line, an empty one an empty line."""
    for row in rows:
        yield from row


def _kept_paragraphs(rows: list[Row], _: str) -> Iterator[str]:
    """A cell a paragraph, an empty one an empty line."""
    for row in rows:
        for cell in row:
            yield from (cell, "") if cell else ("",)


def _kept_twice(rows: list[Row], _: str) -> Iterator[str]:
    """A cell a paragraph, also an empty one."""
    for row in rows:
        for cell in row:
            yield from (cell, "")


_ROW, _LONG = 6, 10  # cells of a row with a long label; characters that fit into its first line

LAYOUTS: dict[str, Layout] = {
    layout.__name__.strip("_"): layout
    for layout in (_piped, _boxed, _cell_a_line, _opened, _bare, _indented, _paragraphs, _lines, _markdown)
}
PRINTED: dict[str, Layout] = {
    layout.__name__.strip("_"): layout
    for layout in (_row_a_line, _torn_behind, _torn_before, _torn_around, _numbers_below, _numbers_above)
}
SPACED: dict[str, Layout] = {
    layout.__name__.strip("_"): layout for layout in (_kept_lines, _kept_paragraphs, _kept_twice)
}
RUNNING: dict[str, Layout] = {layout.__name__.strip("_"): layout for layout in (_run, _run_on, _spaced)}
KEEPING = ("piped", "boxed", "opened", "indented")  # layouts in which pipes keep an empty cell's place


def as_text(
    report: dr.Report,
    layout: str,
    tail: str = " |",
    edit: Callable[[list[Row]], list[Row]] = lambda rows: rows,
) -> str:
    """The report as text; *edit* changes the rows of each table before they are written."""
    lines: list[str] = []
    for block in compose(report).blocks:
        lines += (
            (LAYOUTS | PRINTED | SPACED | RUNNING)[layout]([row for row in edit(rows_of(block)) if row], tail)
            if isinstance(block, Grid)
            else [block.text]
        )
    return "\n".join(lines)
