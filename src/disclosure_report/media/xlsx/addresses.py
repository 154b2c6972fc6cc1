"""Addresses of cells, ranges, and the ranges that hold a set of cells."""

import re
from collections.abc import Iterable, Iterator

from disclosure_report.blocks import letters


Cell = tuple[int, int]  # row and column, from 0
_ADDRESS = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})", re.ASCII)


def address(row: int, column: int, *, absolute: bool = False) -> str:
    """The address of a cell.

    >>> address(4, 3), address(4, 3, absolute=True)
    ('D5', '$D$5')
    """
    sign = "$" if absolute else ""
    return f"{sign}{letters(column + 1)}{sign}{row + 1}"


def position(text: str) -> Cell | None:
    """Row and column of an address, or None.

    >>> position("D5"), position("$D$5"), position("D5:E6")
    ((4, 3), (4, 3), None)
    """
    found = _ADDRESS.fullmatch(text)
    if not found:
        return None
    column = 0
    for letter in found[1].upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]) - 1, column - 1


def quoted(sheet: str) -> str:
    """The name of a sheet, as a formula has it.

    >>> quoted("三 申请"), quoted("it's")
    ("'三 申请'", "'it''s'")
    """
    return "'" + sheet.replace("'", "''") + "'"


def ranges(cells: Iterable[Cell], *, absolute: bool = True) -> list[str]:
    """The cells as few rectangles: runs in a row, put together where they lie below each other.

    >>> ranges([(3, 3), (3, 4), (3, 5), (4, 3), (4, 4), (4, 5), (6, 3)])
    ['$D$4:$F$5', '$D$7']
    """
    return [_range(*corners, absolute=absolute) for corners in _rectangles(cells)]


def _range(top: int, left: int, bottom: int, right: int, *, absolute: bool) -> str:
    first, last = address(top, left, absolute=absolute), address(bottom, right, absolute=absolute)
    return first if first == last else f"{first}:{last}"


def _rectangles(cells: Iterable[Cell]) -> Iterator[tuple[int, int, int, int]]:
    growing: dict[tuple[int, int], tuple[int, int]] = {}  # left and right to top and bottom
    for row, left, right in _runs(sorted(cells)):
        top, bottom = growing.get((left, right), (row, row))
        if row - bottom > 1:
            yield top, left, bottom, right
            top = row
        growing[left, right] = (top, row)
    for (left, right), (top, bottom) in growing.items():
        yield top, left, bottom, right


def _runs(cells: list[Cell]) -> Iterator[tuple[int, int, int]]:
    """Cells beside each other in a row, from the first column to the last."""
    start = 0
    for number, (row, column) in enumerate(cells):
        if number + 1 == len(cells) or cells[number + 1] != (row, column + 1):
            yield row, cells[start][1], column
            start = number + 1
