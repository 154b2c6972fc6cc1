"""The rows of a grid: text segments around values, made once for its shape.

In a form to fill in, a total is a formula; a total that its formula would not give stays the number that it
is, so that nothing printed is lost.
"""

from collections.abc import Iterator
from functools import lru_cache

from attrs import frozen

from disclosure_report.blocks import Box, Grid, Shape, Value
from disclosure_report.media.grids import Segments, covering, cut, printed
from disclosure_report.media.xlsx.cells import formula, kind_of, opening, result, row_opening, text_cell
from disclosure_report.media.xlsx.formulas import cells_of, side_of, total, totalled, totals_of
from disclosure_report.media.xlsx.frame import frame_of
from disclosure_report.media.xlsx.plan import Plan
from disclosure_report.media.xlsx.styles import column_widths, height, key_of, lines_of


@frozen
class Filled:
    """A sheet's rows, the values that its cells show, and how many of the cells to fill in are blank."""

    rows: bytes
    values: tuple[Value | str, ...]
    missing: int


@frozen
class _Total:
    """The constant pieces of a cell with a total: its style, its formula, and the style of a number."""

    style: bytes
    formula: bytes
    given: bytes


def grid_rows(grid: Grid, plan: Plan) -> Filled:
    """The rows of a grid."""
    values, totals = list(grid.values), _totals(grid.shape, plan)
    blanks = sum(value is None for slot, value in enumerate(values) if slot not in totals)
    kept: frozenset[int] = frozenset()
    if totals:
        values, kept = totalled(values, totals_of(grid.shape))
    cells = [b"><v>%b</v></c>" % each if each else b"/>" for each in printed(values)]
    for slot, said in totals.items():
        value = values[slot]
        cells[slot] = (
            said.given + cells[slot]
            if slot in kept
            else said.style + kind_of(value) + said.formula + result(value)
        )
    rows = _segments(grid.shape, plan).filled(cells)
    return Filled(rows, tuple(values), blanks)


@lru_cache(maxsize=32)
def _totals(shape: Shape, plan: Plan) -> dict[int, _Total]:
    """The totals that are formulas: those of a form to fill in."""
    if not plan.fillable:
        return {}
    frame, cells = frame_of(plan), cells_of(shape)
    given = frame.styles["value", "count", False, True]
    style = frame.styles["total", "count", False, False]
    return {
        slot: _Total(
            f' s="{style}"'.encode(),
            formula(total(side_of(each.plus, cells))).encode(),
            f' s="{given}"'.encode(),
        )
        for slot, each in totals_of(shape).items()
    }


@lru_cache(maxsize=32)
def _segments(shape: Shape, plan: Plan) -> Segments:
    return cut(_rows(shape, plan))


def _rows(shape: Shape, plan: Plan) -> Iterator[str | int]:
    boxes, frame, totals = covering(shape), frame_of(plan), _totals(shape, plan)
    for row in range(shape.rows):
        yield row_opening(row, height(_lines(shape, row)))
        for column in range(len(shape.columns)):
            box = boxes[row, column]
            style = frame.styles[key_of(box, shape, fillable=plan.fillable)]
            if (row, column) != (box.row, box.column):
                yield f'{opening(row, column)} s="{style}"/>'  # every cell of a merge carries the border
            elif isinstance(box.content, str):
                yield text_cell(row, column, style, box.content, frame.words)
            else:
                yield opening(row, column) + ("" if box.content in totals else f' s="{style}"')
                yield box.content
        yield "</row>"


def _lines(shape: Shape, row: int) -> int:
    """How many lines the longest label of a row takes, so that nothing is cut."""
    widths = column_widths(shape)

    def lines(box: Box) -> int:
        width = sum(widths[box.column : box.column + box.colspan])
        return lines_of(box.content, width) if isinstance(box.content, str) else 1

    return max((lines(box) for box in shape.boxes if box.row == row and box.rowspan == 1), default=1)
