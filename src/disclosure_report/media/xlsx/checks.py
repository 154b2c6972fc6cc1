"""The sheet of checks: the status, what is filled in, and every relation with its two sides."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import count

from disclosure_report.blocks import Shape, Sum
from disclosure_report.media.grids import Segments, cut
from disclosure_report.media.xlsx import formulas
from disclosure_report.media.xlsx.addresses import Cell, address
from disclosure_report.media.xlsx.body import Filled
from disclosure_report.media.xlsx.cells import opening, row_opening, shared_formulas, text_cell
from disclosure_report.media.xlsx.frame import frame_of
from disclosure_report.media.xlsx.inputs import open_slots
from disclosure_report.media.xlsx.plan import CHECK_WIDTHS, Plan
from disclosure_report.media.xlsx.styles import HEAD, LINE, MARK, NUMBER, TITLE, Key, height, lines_of
from disclosure_report.media.xlsx.words import CHECK_HEADS, COUNT_HEADS


_TEXT = ' t="str"'
_LEFT, _RIGHT, _DIFFERENCE, _MARK = range(1, 5)
_EXPECTED, _GIVEN, _MISSING, _WRONG = range(1, 5)


def check_rows(filled: Sequence[Filled], plan: Plan) -> bytes:
    """The rows of the checks, each formula with the value that it has now."""
    counts: list[bytes] = []
    results: list[bytes] = []
    for grid, shape in zip(filled, plan.shapes, strict=True):
        counts += [b"%d" % n for n in (len(slots_to_fill(shape, plan)) - grid.missing, grid.missing, 0)]
        for each in shape.sums:
            results += formulas.judged(each, grid.values)
    missing = sum(grid.missing for grid in filled)
    status = formulas.stated(missing, 0, results.count(formulas.CROSS))
    return _segments(plan).filled([status.encode(), *counts, *results])


@lru_cache(maxsize=64)
def slots_to_fill(shape: Shape, plan: Plan) -> tuple[int, ...]:
    """The slots that a person fills in: all but the totals of a form."""
    return tuple(open_slots(shape) if plan.fillable else formulas.cells_of(shape))


@lru_cache(maxsize=16)
def _segments(plan: Plan) -> Segments:
    return cut(_numbered(_rows(plan)))


def _numbered(pieces: Iterator[str | None]) -> Iterator[str | int]:
    """The gaps in the order in which they come."""
    number = count()
    for piece in pieces:
        yield next(number) if piece is None else piece


def _rows(plan: Plan) -> Iterator[str | None]:
    """The rows, with None for the result of each formula."""
    frame = frame_of(plan)
    styles = frame.styles
    shared = shared_formulas(_formulas(plan))
    words = {
        0: ("",),
        1: COUNT_HEADS,
        **dict(enumerate(([shape.title] for shape in plan.shapes), start=plan.first_count)),
        plan.first_relation - 1: CHECK_HEADS,
        **dict(enumerate(([each.sentence] for each in _sums(plan)), start=plan.first_relation)),
    }
    for row, texts in words.items():
        is_heads = len(texts) > 1
        yield row_opening(row, height(2 if row == 0 else lines_of(texts[0], CHECK_WIDTHS[0])))
        for column, text in enumerate(texts if row else ()):
            yield text_cell(row, column, styles[HEAD if is_heads else LINE], text, frame.words)
        if plan.first_count <= row < plan.first_count + len(plan.shapes):
            expected = len(slots_to_fill(plan.shapes[row - plan.first_count], plan))
            yield f'{opening(row, _EXPECTED)} s="{styles[NUMBER]}"><v>{expected}</v></c>'
        for column in range(len(CHECK_WIDTHS)):
            if (row, column) in shared:
                key, kind = _look(row, column, plan)
                yield f'{opening(row, column)} s="{styles[key]}"{kind}>{shared[row, column]}<v>'
                yield None
                yield "</v></c>"
        yield "</row>"


def _look(row: int, column: int, plan: Plan) -> tuple[Key, str]:
    """Style and kind of a computed cell: the status and the marks are text, all others numbers."""
    if row == 0:
        return TITLE, _TEXT
    return (MARK, _TEXT) if row >= plan.first_relation and column == _MARK else (NUMBER, "")


def _sums(plan: Plan) -> list[Sum]:
    return [each for shape in plan.shapes for each in shape.sums]


def _formulas(plan: Plan) -> dict[Cell, str]:
    """The formula of each cell that is computed."""
    first, first_count = plan.first_relation, plan.first_count
    missing, wrong = (
        f"SUM({_column(column, first_count, len(plan.shapes))})" for column in (_MISSING, _WRONG)
    )
    marks = _column(_MARK, first, plan.relations)
    found = {(0, 0): formulas.status(missing, wrong, marks, plan.relations)}
    for row, shape in enumerate(plan.shapes, start=first_count):
        slots, cells = slots_to_fill(shape, plan), formulas.cells_of(shape)
        filled = formulas.side_of(slots, cells, sheet=shape.title)
        found[row, _GIVEN] = f"COUNT({filled.ranges})"
        found[row, _MISSING] = f"{address(row, _EXPECTED)}-{address(row, _GIVEN)}"
        found[row, _WRONG] = formulas.wrong_cells(shape, slots)
    sides = (
        [
            formulas.side_of(slots, formulas.cells_of(shape), sheet=shape.title)
            for slots in (each.plus, each.minus)
        ]
        for shape in plan.shapes
        for each in shape.sums
    )
    for row, (left, right) in enumerate(sides, start=first):
        found[row, _LEFT], found[row, _RIGHT] = formulas.known(left, right), formulas.known(right, left)
        found[row, _DIFFERENCE] = formulas.difference(address(row, _LEFT), address(row, _RIGHT))
        found[row, _MARK] = formulas.mark(address(row, _DIFFERENCE))
    return found


def _column(column: int, first: int, cells: int) -> str:
    return f"{address(first, column)}:{address(first + cells - 1, column)}"
