"""The boxes of notes in a sheet's legacy drawing: as wide as a person reads, as high as their lines need.

The drawing is VML, which other programs write as no XML at all, so boxes are put in front of its last tag and
the rest stays as it is.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache
from itertools import islice
from math import ceil
from typing import Any

from disclosure_report.errors import DamagedFileError
from disclosure_report.media.xlsx.addresses import Cell
from disclosure_report.media.xlsx.book import below


_NAMESPACES = (
    'xmlns:v="urn:schemas-microsoft-com:vml"',
    'xmlns:o="urn:schemas-microsoft-com:office:office"',
    'xmlns:x="urn:schemas-microsoft-com:office:excel"',
)
_END = b"</xml>"
_TYPE_ID = "_x0000_t202"  # Office's own number of a text box
_NUMBERED = re.compile(rb"_x0000_s([0-9]{1,9})\b")
_IN_BLOCK = 1024  # numbers of shapes come in blocks, and a drawing says which are its own
_WIDTH, _LINE, _EDGE, _HIGHEST = 330, 18, 12, 640  # pixels
_IN_LINE = 44  # half-width characters
_COLUMN, _ROW = 64, 20  # pixels of a column and a row for which the sheet says nothing
_LAST_ROW, _LAST_COLUMN = 1_048_575, 16_383
_MOST_STEPS = 200  # rows or columns that a box goes over
_WIDE = 0x2E80  # the first of the characters that take two places
_SHAPE_TYPE = (
    f'<v:shapetype id="{_TYPE_ID}" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"{{0}}>'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_SHAPE = (
    f'<v:shape id="_x0000_s{{number}}" type="#{_TYPE_ID}" fillcolor="#ffffe1" o:insetmode="auto" '
    'style="position:absolute;visibility:hidden"{declared}>'
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor>'
    "<x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
)


def add_boxes(drawing: bytes | None, texts: Mapping[Cell, str], sheet: Any, block: int, name: str) -> bytes:
    """A drawing with a box for each note; *sheet* is the root of its sheet, *block* that of a new drawing.

    Raises:
        DamagedFileError: the drawing has no end.
    """
    if drawing is None:
        drawing = (
            f'<xml {" ".join(_NAMESPACES)}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="{block}"/>'
            f"</o:shapelayout></xml>"
        ).encode()
    before, end, after = drawing.rpartition(_END)
    if not end:
        raise DamagedFileError(name, "the drawing of its notes is cut off")
    declared = "".join(f" {each}" for each in _NAMESPACES if each.encode() not in before)
    last = max((int(number) for number in _NUMBERED.findall(before)), default=block * _IN_BLOCK)
    shapes = [] if _TYPE_ID.encode() in before else [_SHAPE_TYPE.format(declared)]
    columns, rows = _columns(sheet), _rows(sheet)
    for number, ((row, column), text) in enumerate(texts.items(), start=last + 1):
        anchor = _anchor(row, column, text, columns, rows)
        shapes.append(_SHAPE.format(number=number, anchor=anchor, row=row, column=column, declared=declared))
    return b"".join([before, "".join(shapes).encode(), end, after])


def _anchor(
    row: int, column: int, text: str, columns: Callable[[int], int], rows: Callable[[int], int]
) -> str:
    """The corners of a box beside its cell, a little higher: a column and a row each, and pixels in them."""
    height = min(_lines(text) * _LINE + _EDGE, _HIGHEST)
    left, top = min(column + 1, _LAST_COLUMN), max(row - 1, 0)
    right, over = _reach(left, _EDGE + _WIDTH, _LAST_COLUMN, columns)
    bottom, under = _reach(top, _EDGE + height, _LAST_ROW, rows)
    return f"{left}, {_EDGE}, {top}, {_EDGE}, {right}, {over}, {bottom}, {under}"


def _lines(text: str) -> int:
    places = (sum(1 + (ord(each) >= _WIDE) for each in line) for line in text.split("\n"))
    return sum(max(1, ceil(each / _IN_LINE)) for each in places)


def _reach(start: int, pixels: int, last: int, size: Callable[[int], int]) -> tuple[int, int]:
    """The column or row that so many pixels end in, and how many of them lie in it."""
    at = start
    while pixels > size(at) and at < min(last, start + _MOST_STEPS):
        pixels -= size(at)
        at += 1
    return at, min(pixels, size(at))


def _columns(sheet: Any) -> Callable[[int], int]:
    """The width of each column in pixels; a character of the standard font has seven, its edges five."""
    said = [
        (_number(each.get("min")), _number(each.get("max")), _is_hidden(each), _measure(each.get("width")))
        for each in islice(below(sheet, "cols", "col"), _LAST_COLUMN)
    ]
    default = next((_measure(e.get("defaultColWidth")) for e in below(sheet, "sheetFormatPr")), None)

    @cache
    def size(column: int) -> int:
        for first, last, is_hidden, width in said:
            if first <= column + 1 <= last and (is_hidden or width is not None):
                return 0 if is_hidden else round((width or 0) * 7 + 5)
        return _COLUMN if default is None else round(default * 7 + 5)

    return size


def _rows(sheet: Any) -> Callable[[int], int]:
    """The height of each row in pixels, of which three points have four."""
    said = {
        _number(each.get("r")): 0 if _is_hidden(each) else _measure(each.get("ht"))
        for each in below(sheet, "sheetData", "row")
    }
    default = next((_measure(e.get("defaultRowHeight")) for e in below(sheet, "sheetFormatPr")), None)

    def size(row: int) -> int:
        points = said.get(row + 1)
        points = default if points is None else points
        return _ROW if points is None else round(points * 4 / 3)

    return size


def _is_hidden(element: Any) -> bool:
    return element.get("hidden") in {"1", "true"}


def _number(text: str | None) -> int:
    return int(text[:9]) if text is not None and text.isdecimal() else 0


def _measure(text: str | None) -> float | None:
    """A width or height as a file says it; nobody has one of more than five digits."""
    found = re.fullmatch(r"([0-9]{1,5})(\.[0-9]{1,40})?", text or "", re.ASCII)
    return float(found[0]) if found else None
