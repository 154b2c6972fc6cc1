"""A grid as a table of text, its columns aligned for wide characters, and back."""

import re
import unicodedata
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache

from disclosure_report.blocks import Box, Grid, Place, Role, Shape, Value
from disclosure_report.media.grids import text_of


_RULE = re.compile(r"\|(?:-{3,}:?\|)+")
MOST_CELLS = 10_000  # of a table; a form has some 300
_LEAST = 3  # characters of a rule between heads and rows
_WIDE = frozenset("WF")
_BESIDE: frozenset[Role] = frozenset({"corner", "label", "group"})


def width_of(text: str) -> int:
    """How many columns a text takes where wide characters take two.

    >>> width_of("规章"), width_of("12"), width_of("（一）")
    (4, 2, 6)
    """
    if text.isascii():
        return len(text)
    return sum(1 + (unicodedata.east_asian_width(character) in _WIDE) for character in text)


def table_of(grid: Grid, heads: int | None = None) -> str:
    """The table: every row with a cell for each column, spans with empty ones; numbers to the right.

    A rule stands below the heads, or below so many rows.
    """
    texts = [text_of(value) for value in grid.values]
    rows = [[texts[each] if isinstance(each, int) else each for each in row] for row in _cells(grid.shape)]
    widths = [max(_LEAST, *map(width_of, column)) for column in zip(*rows, strict=True)]
    right = _numbers(grid.shape)
    lines = [_line(row, widths, right) for row in rows]
    above = max(grid.shape.header_rows, 1) if heads is None else heads
    return "\n".join([*lines[:above], _rule(widths, right), *lines[above:]])


def _line(row: Sequence[str], widths: Sequence[int], right: AbstractSet[int]) -> str:
    cells = (
        _padded(text, width, right=at in right)
        for at, (text, width) in enumerate(zip(row, widths, strict=True))
    )
    return f"| {' | '.join(cells)} |"


def _padded(text: str, width: int, *, right: bool) -> str:
    space = " " * (width - width_of(text))
    return space + text if right else text + space


def _rule(widths: Sequence[int], right: AbstractSet[int]) -> str:
    marks = ("-" * (width + 1) + "-:"[number in right] for number, width in enumerate(widths))
    return f"|{'|'.join(marks)}|"


@lru_cache(maxsize=32)
def _cells(shape: Shape) -> tuple[tuple[str | int, ...], ...]:
    """What stands in each cell: text, or the number of a slot; nothing where a span covers it.

    The label of a row stands in the last column that it covers, beside the numbers: so columns stay narrow.
    """
    contents = {
        (box.row, box.column + (box.colspan - 1) * (box.role in _BESIDE)): box.content for box in shape.boxes
    }
    columns = range(len(shape.columns))
    return tuple(tuple(contents.get((row, column), "") for column in columns) for row in range(shape.rows))


@lru_cache(maxsize=32)
def _numbers(shape: Shape) -> frozenset[int]:
    """The columns that hold numbers."""
    return frozenset(box.column for box in shape.boxes if isinstance(box.content, int))


def grid_of(lines: Sequence[str], place: Place) -> Grid | None:
    """The table that these lines are; None where its rows have not the same number of cells."""
    if not all(line.startswith("|") for line in lines) or sum(line.count("|") for line in lines) > MOST_CELLS:
        return None
    rows = [_split(line) for line in lines if not _RULE.fullmatch(line.strip())]
    columns = {len(row) for row in rows}
    if len(columns) != 1:
        return None
    [width] = columns
    boxes = tuple(
        Box(row, column, 1, 1, row * width + column, "value")
        for row in range(len(rows))
        for column in range(width)
    )
    shape = Shape("", (1.0,) * width, len(rows), 0, boxes)
    values: tuple[Value | str, ...] = tuple(text for row in rows for text in row)
    return Grid(shape, values, place=place)


def _split(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().removeprefix("|").removesuffix("|").split("|")]
