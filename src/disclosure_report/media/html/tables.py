"""A table of a page as a grid, by the rule "forming a table" of the HTML standard.

Spans that reach too far end with their group of rows; a cell that is missing leaves a gap. Elements that have
no place in a table, such as a form around its rows, are looked through.
"""

import re
from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import Any, TypeAlias

from disclosure_report.blocks import Box, Grid, Place, Shape
from disclosure_report.media.archive import LimitError
from disclosure_report.media.html.elements import KINDS


MAX_SLOTS = 100_000  # of all tables, empty ones and those under a span counted too
_MOST_COLUMNS, _MOST_ROWS = 1000, 65534  # the spans that the standard allows
_DIGITS = re.compile(r"\s*\+?(\d{1,9})", re.ASCII)
_Group: TypeAlias = tuple[tuple[tuple[str, str], ...], ...]  # the spans of its rows' cells
_SHOWN = 20  # characters of a span that are looked at: a longer one is no number
_FEW = 1000  # cells of a table whose shape is kept for the next
_CELLS = frozenset({"td", "th"})
_GROUPS = frozenset({"thead", "tbody", "tfoot"})
_ROWS = _GROUPS | {"tr"}
_READ = _CELLS | {"caption", "table"}  # what is read by itself
# What is not looked through: the parts of a table, and what nobody sees.
_CLOSED = _ROWS | _READ | {tag for tag, kind in KINDS.items() if kind == "skipped"}


def _inside(parent: Any, wanted: AbstractSet[str]) -> Iterator[Any]:
    """The wanted elements below another, through all that are no parts of a table."""
    for child in parent:
        if child.tag in wanted:
            yield child
        elif child.tag not in _CLOSED:
            yield from _inside(child, wanted)


def loose_of(table: Any) -> Iterator[str]:
    """Words that stand between rows and cells; a browser shows them before the table."""
    ahead = [table]
    while ahead:
        element = ahead.pop()
        yield element.text or ""
        for child in element:
            yield child.tail or ""
            if child.tag not in _READ and KINDS.get(child.tag) != "skipped":
                ahead.append(child)


def rows_of(table: Any) -> list[list[Any]]:
    """The rows of a table by their groups; those of tfoot come last."""
    groups: list[list[Any]] = []
    feet: list[list[Any]] = []
    loose: list[Any] = []
    for child in _inside(table, _ROWS):
        if child.tag == "tr":
            loose.append(child)
            continue
        if loose:
            groups.append(loose)
            loose = []
        (feet if child.tag == "tfoot" else groups).append([*_inside(child, {"tr"})])
    return [*groups, *([loose] if loose else []), *feet]


def cells_of(table: Any) -> Iterator[Any]:
    """The cells of a table, without those of tables inside it."""
    for rows in rows_of(table):
        for row in rows:
            yield from _inside(row, _CELLS)


def grid_of(
    table: Any, place: Place, within: tuple[int, ...], text_of: Callable[[Any], str], room: int
) -> Grid:
    """The grid of a table; each cell's text is a slot. It may take *room* cells of the page's limit.

    Raises:
        LimitError: it takes more.
    """
    groups = [[[*_inside(row, _CELLS)] for row in rows] for rows in rows_of(table)]
    spans = tuple(
        tuple(
            tuple([(cell.get("rowspan", "")[:_SHOWN], cell.get("colspan", "")[:_SHOWN]) for cell in row])
            for row in rows
        )
        for rows in groups
    )
    count = sum(len(row) for rows in groups for row in rows)
    shape, taken = (_formed if count <= _FEW else _formed.__wrapped__)(spans)
    if taken > room:
        raise LimitError(f"has tables over more than {MAX_SLOTS} cells, the most that are read")
    values = tuple(text_of(cell) for rows in groups for row in rows for cell in row)
    return Grid(shape, values, place=place, within=within)


@lru_cache(maxsize=64)
def _formed(spans: tuple[_Group, ...]) -> tuple[Shape, int]:
    """The shape of a table whose cells say these spans, as most of one form do, and how many cells it takes.

    Raises:
        LimitError: it takes more than a page may.
    """
    taken: set[tuple[int, int]] = set()
    boxes: list[Box] = []
    row = 0
    for rows in spans:
        end = row + len(rows)
        for cells in rows:
            column = 0
            for tall, wide in cells:
                while (row, column) in taken:
                    column += 1
                height, width = _spans(tall, wide, end - row)
                if len(taken) + width * height > MAX_SLOTS:
                    raise LimitError(f"has tables over more than {MAX_SLOTS} cells, the most that are read")
                across = range(column, column + width)
                taken.update([(r, c) for r in range(row, row + height) for c in across])
                boxes.append(Box(row, column, height, width, len(boxes), "value"))
                column += width
            row += 1
    columns = max((box.column + box.colspan for box in boxes), default=0)
    return Shape("", (1.0,) * columns, row, 0, tuple(boxes)), len(taken)


def _spans(tall: str, wide: str, left: int) -> tuple[int, int]:
    """How many rows and columns a cell takes, of *left* rows in its group."""
    height = min(_number(tall, 1), _MOST_ROWS, left) or left
    return height, min(max(_number(wide, 1), 1), _MOST_COLUMNS)


def _number(text: str, default: int) -> int:
    found = _DIGITS.match(text)
    return int(found[1]) if found else default
