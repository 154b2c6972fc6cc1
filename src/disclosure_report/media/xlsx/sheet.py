"""The cells of one sheet: what stands in each, and what is strange about it."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal, InvalidOperation
from math import isfinite
from typing import Any

from attrs import define, field, frozen

from disclosure_report.blocks import Remark
from disclosure_report.errors import DamagedFileError
from disclosure_report.media.archive import LimitError, root_of
from disclosure_report.media.xlsx.addresses import Cell, address, position
from disclosure_report.media.xlsx.book import Book, SheetPart, below, local, text_of
from disclosure_report.media.xlsx.formats import shown, sign_of


MAX_CELLS = 200_000
MAX_CHARACTERS = 16 * 1024 * 1024
_MOST_COLUMNS = 16384
_DIGITS = 15  # what a spreadsheet holds without rounding
_BOOLEANS = {"0": "FALSE", "1": "TRUE"}
_NUMBER = re.compile(r"[+-]?[0-9]{1,40}(?:\.[0-9]{1,400})?(?:[eE][+-]?[0-9]{1,6})?")
_TEXTS = frozenset({"s", "inlineStr", "str"})


@frozen
class Content:
    """What stands in a cell."""

    text: str = ""
    remarks: tuple[Remark, ...] = ()


@define
class Cells:
    """A sheet: its cells, and how far each merge reaches from its first cell."""

    contents: dict[Cell, Content] = field(factory=dict)
    spans: dict[Cell, tuple[int, int]] = field(factory=dict)

    def covered(self) -> set[Cell]:
        """The cells that a merge covers."""
        return {
            (row, column)
            for (top, left), (height, width) in self.spans.items()
            for row in range(top, top + height)
            for column in range(left, left + width)
            if (row, column) != (top, left)
        }


def cells_of(data: bytes, sheet: SheetPart, book: Book) -> Cells:
    """The cells of a sheet's part; within `Package.derived`."""
    root = root_of(data)
    found = Cells()
    characters = 0
    hidden = _hidden_columns(root)
    for row, element in _rows(root):
        is_hidden = sheet.is_hidden or element.get("hidden") in {"1", "true"}
        for column, cell in _cells(element):
            content = _content(cell, book)
            if content.text and (is_hidden or column in hidden):
                content = Content(content.text, (*content.remarks, "hidden"))
            if (row, column) in found.contents:
                raise DamagedFileError(book.file, f"the cell {address(row, column)} stands twice in a sheet")
            found.contents[row, column] = content
            characters += len(content.text)
            if characters > MAX_CHARACTERS:
                raise LimitError(f"has more than {MAX_CHARACTERS} characters, the most that are read")
            if len(found.contents) > MAX_CELLS:
                raise LimitError(f"has more than {MAX_CELLS} cells, the most that are read")
    for each in below(root, "mergeCells", "mergeCell"):
        corners = [position(corner) for corner in each.get("ref", "").split(":")]
        match corners:
            case [(top, left), (bottom, right)] if bottom >= top and right >= left:
                found.spans[top, left] = (bottom - top + 1, right - left + 1)
            case _:
                continue
    if sum(height * width for height, width in found.spans.values()) > MAX_CELLS:
        raise LimitError(f"has merges over more than {MAX_CELLS} cells, the most that are read")
    return found


def _hidden_columns(root: Any) -> frozenset[int]:
    found: set[int] = set()
    spans = {
        (_number(each.get("min")) - 1, min(_number(each.get("max")), _MOST_COLUMNS))
        for each in below(root, "cols", "col")
        if each.get("hidden") in {"1", "true"}
    }
    end = 0
    for first, last in sorted(spans):
        found.update(range(max(first, end), last))
        end = max(end, last)
    return frozenset(found)


def _number(text: str | None) -> int:
    return int(text[:9]) if text is not None and text.isdecimal() else 1


def _rows(root: Any) -> Iterator[tuple[int, Any]]:
    number = 0
    for row in below(root, "sheetData", "row"):
        number = _number(row.get("r")) if row.get("r") else number + 1
        yield number - 1, row


def _cells(row: Any) -> Iterator[tuple[int, Any]]:
    column = -1
    for cell in row:
        if local(cell) == "c":
            at = position(cell.get("r", ""))
            column = at[1] if at else column + 1
            yield column, cell


def _content(cell: Any, book: Book) -> Content:
    kind = cell.get("t", "n")
    has_formula, value, text = False, None, ""
    for child in cell:
        name = local(child)
        if name == "f":
            has_formula = True
        elif name == "v":
            value = child.text or ""
        elif name == "is":
            text = text_of(child)
    if value:
        style = cell.get("s", "0")
        text = book.looks.dressed(_shown(kind, value, style, book), style)
    remarks: list[Remark] = ["text"] if text and kind in _TEXTS else []
    if has_formula:
        remarks.append("formula" if value or kind == "str" else "no result")
    return Content(text, tuple(remarks))


def _shown(kind: str, value: str, style: str, book: Book) -> str:
    """A value as text."""
    if kind == "s":
        return _string(value, book)
    if kind == "b":
        return _BOOLEANS.get(value, value)
    if kind != "n":
        return value
    code = book.looks.code(style)
    number = plain_number(value)
    return number if code is None else _date(value, code, book) or shown(number, sign_of(number), code)


def _string(number: str, book: Book) -> str:
    if not number.isdecimal() or int(number[:9]) >= len(book.strings):
        raise DamagedFileError(book.file, f"a cell refers to a text that is missing: {number:.20}")
    return book.strings[int(number)]


def plain_number(value: str) -> str:
    """A number as a person typed it: programs save up to 17 digits of it, of which 15 count.

    >>> plain_number("24252.311082000001"), plain_number("1.2E+3"), plain_number("0.30000000000000004")
    ('24252.311082', '1200', '0.30000000000000004')
    """
    if value.isascii() and value.isdecimal() and len(value) <= _DIGITS:
        return value
    if not _NUMBER.fullmatch(value):
        return value
    try:
        number = float(value)
        if not isfinite(number) or (number == 0 and value.lower().partition("e")[0].strip("+-0.")):
            return value
        short = format(number, f".{_DIGITS}g")
        exact = Decimal(short if float(short) == number else value)
    except (ValueError, InvalidOperation):
        return value
    text = format(exact, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _date(value: str, code: str, book: Book) -> str | None:
    """The date that a number shows, as text, so that it is no number."""
    from openpyxl.styles.numbers import is_date_format
    from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

    epoch = CALENDAR_MAC_1904 if book.since_1904 else CALENDAR_WINDOWS_1900
    try:
        found = from_excel(float(value), epoch) if is_date_format(code) else None
    except (ValueError, OverflowError):
        return None
    if found is None:
        return None
    if isinstance(found, datetime) and not found.time().isoformat().strip("0:"):
        return found.date().isoformat()
    return str(found) if isinstance(found, timedelta) else found.isoformat()
