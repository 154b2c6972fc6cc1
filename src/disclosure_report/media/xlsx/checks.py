"""The sheet of checks: the status, what is filled in, and every relation with its two sides."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from disclosure_report.blocks import Shape
from disclosure_report.media.grids import Segments, cut
from disclosure_report.media.xlsx import formulas
from disclosure_report.media.xlsx.addresses import address, quoted, ranges
from disclosure_report.media.xlsx.body import Filled
from disclosure_report.media.xlsx.cells import formula, kind_of, opening, result, row_opening, text_cell
from disclosure_report.media.xlsx.frame import frame_of
from disclosure_report.media.xlsx.plan import CHECK_WIDTHS, Plan
from disclosure_report.media.xlsx.styles import HEAD, LINE, MARK, NUMBER, TITLE, Key, height, lines_of
from disclosure_report.media.xlsx.words import CHECK_HEADS, COUNT_HEADS, UNBALANCED


_LEFT, _RIGHT, _DIFFERENCE, _MARK = range(1, 5)
_EXPECTED, _GIVEN, _MISSING, _WRONG = range(1, 5)


def check_rows(filled: Sequence[Filled], plan: Plan) -> bytes:
    """The rows of the checks, each formula with the value that it has now."""
    judged = [
        formulas.judged(each, grid.values)
        for grid, shape in zip(filled, plan.shapes, strict=True)
        for each in shape.sums
    ]
    unbalanced = sum(each.mark == UNBALANCED for each in judged)
    results: list[str | int | None] = [formulas.stated(sum(g.missing for g in filled), 0, unbalanced)]
    for grid, shape in zip(filled, plan.shapes, strict=True):
        results += [len(slots_to_fill(shape, plan)) - grid.missing, grid.missing, 0]
    for each in judged:
        results += [each.left, each.right, each.difference, each.mark]
    pieces = [piece for each in results for piece in (kind_of(each), result(each))]
    return _segments(plan).filled(pieces)


def slots_to_fill(shape: Shape, plan: Plan) -> tuple[int, ...]:
    """The slots that a person fills in: all but the totals of a form."""
    totals = formulas.totals_of(shape) if plan.fillable else {}
    return tuple(slot for slot in range(len(shape.inputs)) if slot not in totals)


@lru_cache(maxsize=16)
def _segments(plan: Plan) -> Segments:
    return cut(_numbered(_rows(plan)))


def _numbered(pieces: Iterator[str | None]) -> Iterator[str | int]:
    """The gaps in the order in which they come."""
    number = 0
    for piece in pieces:
        if piece is None:
            yield number
            number += 1
        else:
            yield piece


def _rows(plan: Plan) -> Iterator[str | None]:
    """The rows; None twice for each formula: before it how its result is kept, behind it the result."""
    styles = frame_of(plan).styles
    first, count = plan.first_relation, plan.first_count
    missing = f"SUM({_column(_MISSING, count, len(plan.shapes))})"
    wrong = f"SUM({_column(_WRONG, count, len(plan.shapes))})"
    marks = _column(_MARK, first, plan.relations)
    yield row_opening(0, height(2))
    yield from _computed(0, 0, styles[TITLE], formulas.status(missing, wrong, marks, plan.relations))
    yield "</row>"
    yield _heads(1, COUNT_HEADS, styles[HEAD])
    for row, shape in enumerate(plan.shapes, start=count):
        yield from _count(row, shape, plan, styles)
    yield _heads(first - 1, CHECK_HEADS, styles[HEAD])
    row = first
    for shape in plan.shapes:
        cells = formulas.cells_of(shape)
        for each in shape.sums:
            left, right = (
                formulas.side_of(slots, cells, sheet=shape.title) for slots in (each.plus, each.minus)
            )
            shown = {name: address(row, name) for name in (_LEFT, _RIGHT, _DIFFERENCE)}
            yield row_opening(row, height(lines_of(each.sentence, CHECK_WIDTHS[0])))
            yield text_cell(row, 0, styles[LINE], each.sentence)
            yield from _computed(row, _LEFT, styles[NUMBER], formulas.known(left, right))
            yield from _computed(row, _RIGHT, styles[NUMBER], formulas.known(right, left))
            subtracted = formulas.difference(shown[_LEFT], shown[_RIGHT])
            yield from _computed(row, _DIFFERENCE, styles[NUMBER], subtracted)
            yield from _computed(row, _MARK, styles[MARK], formulas.mark(shown[_DIFFERENCE]))
            yield "</row>"
            row += 1


def _count(row: int, shape: Shape, plan: Plan, styles: dict[Key, int]) -> Iterator[str | None]:
    """How many cells of a grid are to be filled in, are filled in, are missing, hold what they cannot."""
    slots, cells = slots_to_fill(shape, plan), formulas.cells_of(shape)
    before = f"{quoted(shape.title)}!"
    areas = ",".join(before + area for area in ranges(cells[slot] for slot in slots))
    given, expected = address(row, _GIVEN), address(row, _EXPECTED)
    yield row_opening(row, height(1))
    yield text_cell(row, 0, styles[LINE], shape.title)
    yield f'{opening(row, _EXPECTED)} s="{styles[NUMBER]}"><v>{len(slots)}</v></c>'
    yield from _computed(row, _GIVEN, styles[NUMBER], f"COUNT({areas})")
    yield from _computed(row, _MISSING, styles[NUMBER], f"{expected}-{given}")
    yield from _computed(row, _WRONG, styles[NUMBER], formulas.wrong_cells(shape, slots))
    yield "</row>"


def _heads(row: int, words: Sequence[str], style: int) -> str:
    cells = "".join(text_cell(row, column, style, word) for column, word in enumerate(words))
    return f"{row_opening(row, height(1))}{cells}</row>"


def _computed(row: int, column: int, style: int, text: str) -> Iterator[str | None]:
    yield f'{opening(row, column)} s="{style}"'
    yield None
    yield formula(text)
    yield None


def _column(column: int, first: int, count: int) -> str:
    return f"{address(first, column)}:{address(first + count - 1, column)}"
