"""The rows of a sheet: text segments around values; a grid's segments are made once for its shape.

Text is written as inline strings: whatever it begins with, it is no formula.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from xml.sax.saxutils import escape

from disclosure_report.blocks import Block, Box, Grid, Heading, Shape
from disclosure_report.errors import InvalidValueError
from disclosure_report.media.grids import Segments, covering, cut, printed
from disclosure_report.media.xlsx.frame import (
    TEXT_HEADS,
    TEXT_KEYS,
    TEXT_WIDTHS,
    Frame,
    column_widths,
    frame_of,
    key_of,
)


LONGEST = 16383  # a cell holds 32,767 UTF-16 units, and a character takes up to two
MOST_ROWS = 1_048_576
CONTINUED = "续"
_POINTS_IN_LINE, _POINTS_BESIDE = 15, 9
_HIGHEST = 409  # points, the most that a row can have
_UNITS_IN_CHARACTER = 2.2  # of column width, for one full-width character
_CODED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_TEXT = '<c r="{0}" s="{1}" t="inlineStr"><is><t xml:space="preserve">{2}</t></is></c>'


def grid_rows(grid: Grid, shapes: tuple[Shape, ...]) -> bytes:
    """The rows of a grid."""
    figures = printed(grid.values)
    return _segments(grid.shape, shapes).filled([b"<v>%b</v>" % each if each else b"" for each in figures])


@lru_cache(maxsize=32)
def _segments(shape: Shape, shapes: tuple[Shape, ...]) -> Segments:
    return cut(_rows(shape, frame_of(shapes)))


def _rows(shape: Shape, frame: Frame) -> Iterator[str | int]:
    boxes = covering(shape)
    for row in range(shape.rows):
        yield f'<row r="{row + 1}" ht="{_height(_lines(shape, row))}" customHeight="1">'
        for column in range(len(shape.columns)):
            box = boxes[row, column]
            address = f"{_letters(column)}{row + 1}"
            style = frame.styles[key_of(box, shape)]
            is_first = (row, column) == (box.row, box.column)
            yield from _cell(box, is_first=is_first, address=address, style=style)
        yield "</row>"


def _cell(box: Box, *, is_first: bool, address: str, style: int) -> Iterator[str | int]:
    if not is_first:
        yield f'<c r="{address}" s="{style}"/>'  # every cell of a merged range carries the border
    elif isinstance(box.content, int):
        yield f'<c r="{address}" s="{style}">'
        yield box.content
        yield "</c>"
    else:
        yield _TEXT.format(address, style, _escaped(box.content))


def _escaped(text: str) -> str:
    """Text as a string of a sheet: there ``_x0041_`` would mean the letter A (ECMA-376, ST_Xstring)."""
    return escape(_CODED.sub("_x005F_", text))


def _height(lines: int) -> int:
    return min(lines * _POINTS_IN_LINE + _POINTS_BESIDE, _HIGHEST)


def _lines(shape: Shape, row: int) -> int:
    """How many lines the longest label of a row takes, so that nothing is cut."""
    widths = column_widths(shape)
    return max(
        (
            _lines_of(box.content, sum(widths[box.column : box.column + box.colspan]))
            for box in shape.boxes
            if box.row == row and box.rowspan == 1 and isinstance(box.content, str)
        ),
        default=1,
    )


def _lines_of(text: str, width: float) -> int:
    room = max(int(width / _UNITS_IN_CHARACTER), 1)
    return sum(-(-len(line) // room) or 1 for line in text.split("\n"))


def _letters(column: int) -> str:
    return chr(ord("A") + column)


def text_rows(blocks: tuple[Block, ...], frame: Frame) -> str:
    """Headings and paragraphs, one a row, with the heading's level beside it; a cell has a longest text."""
    head, text = (frame.styles[key] for key in TEXT_KEYS)
    lines: list[tuple[str, str]] = [TEXT_HEADS, *(line for block in blocks for line in _text_lines(block))]
    if len(lines) > MOST_ROWS:
        raise InvalidValueError("prose", f"has {len(lines)} rows of text; a sheet holds {MOST_ROWS}")
    return "".join(
        f'<row r="{number}" ht="{_height(_lines_of(words, TEXT_WIDTHS[1]))}" customHeight="1">'
        f"{_TEXT.format(f'A{number}', head, level)}"
        f"{_TEXT.format(f'B{number}', text, _escaped(words))}</row>"
        for number, (level, words) in enumerate(lines, start=1)
    )


def _text_lines(block: Block) -> Iterator[tuple[str, str]]:
    if isinstance(block, Grid):
        return
    level = str(block.level) if isinstance(block, Heading) else ""
    for start in range(0, len(block.text), LONGEST):
        yield CONTINUED if start else level, block.text[start : start + LONGEST]
