"""Empty lines that keep the places of empty cells.

Pages print an empty cell as an empty line, or as a paragraph: two. Full rows show how many stand between
cells; a row with more has empty cells there, if the empty lines are as many as cells are missing.
"""

from collections.abc import Sequence

from disclosure_report.layout.recognise.found import Words
from disclosure_report.layout.recognise.lines.row import Row


_UNITS = (1, 2)  # empty lines that an empty cell leaves


def kept_by_empty_lines(rows: Sequence[Row]) -> dict[int, list[Words]]:
    """The values of each row that lost some, with the lost ones in their places; by the id of the row.

    Nothing, unless every such row has as many empty lines as cells are missing.
    """
    plain = [row for row in rows if row.is_alone and not row.runs and not row.has_gaps]
    full = [row for row in plain if row.is_full]
    short = [row for row in plain if len(row.values) < row.columns]
    between = {space for row in full for space in row.spaces}
    between |= {row.behind for row in full if row is not rows[-1]}
    if len(between) != 1:
        return {}
    [usual] = between
    for unit in _UNITS:
        gaps = [_gaps(row, usual, unit, is_last=row is rows[-1]) for row in short]
        # With two lines a cell, a cell that vanished may look like two that left one line each.
        is_sure = unit > 1 or any(gap % 2 for each in gaps for gap in each)
        if is_sure and all(map(_fits, short, gaps, [unit] * len(short))):
            return {
                id(row): _filled(row, [gap // unit for gap in each])
                for row, each in zip(short, gaps, strict=True)
            }
    return {}


def _gaps(row: Row, usual: int, unit: int, *, is_last: bool) -> list[int]:
    """The empty lines before each value, and behind the last, beyond the usual ones."""
    *inside, behind = [space - usual for space in (*row.spaces, row.behind)]
    left = unit * _lost(row) - sum(inside)
    # Below the last row of a part come empty lines that are no cells.
    return [*inside, max(min(behind, left), 0) if is_last else behind]


def _lost(row: Row) -> int:
    return row.columns - len(row.values)


def _fits(row: Row, gaps: Sequence[int], unit: int) -> bool:
    return sum(gaps) == unit * _lost(row) and all(gap >= 0 and gap % unit == 0 for gap in gaps)


def _filled(row: Row, cells: Sequence[int]) -> list[Words]:
    """The values with so many empty cells before each, and behind the last."""
    lost = Words("", row.opened.place)
    *before, behind = cells
    said = [
        line for empty, value in zip(before, row.values, strict=True) for line in (*[lost] * empty, value)
    ]
    return [*said, *[lost] * behind]
