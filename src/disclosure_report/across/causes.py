"""Which child explains that a parent's report is not the sum of its children: exact, or not at all."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import islice
from operator import sub
from typing import Literal, NamedTuple, TypeAlias

from attrs import frozen

from disclosure_report.across.adding import EXACT, Total
from disclosure_report.blocks import Value
from disclosure_report.model.values import DIGITS


CauseKind: TypeAlias = Literal["absent", "doubled", "other year", "sent twice"]
Cells: TypeAlias = Mapping[str, Value]
_Row: TypeAlias = Sequence[int | None]

_UNIT = 10**DIGITS
MOST = 20  # explanations that are given: where many children have equal numbers, more would tell nothing


class Cause(NamedTuple):
    """What may have happened to one child in the parent's report.

    It is ``"absent"``, ``"doubled"``, or an earlier report stands for it (``"other year"``). Of one that is
    ``"sent twice"``, there are two reports among the children, and the parent has but one. *year* is that of
    the report that was left out, counted twice, or taken instead; *number* is the child's place among the
    children, from 0.
    """

    child: str | None
    kind: CauseKind
    year: int | None
    number: int


class Explanation(NamedTuple):
    """One child, or two, with which all cells that can be compared are equal."""

    causes: tuple[Cause, ...]


class Child(NamedTuple):
    """A child's cells, with those of its earlier reports; *is_twice* says that there is another of it."""

    agency: str | None
    year: int | None
    cells: Cells
    earlier: Sequence[tuple[int | None, Cells]] = ()
    is_twice: bool = False


class _Move(NamedTuple):
    """A cause with what it takes from the sum and what it puts there, as whole numbers."""

    cause: Cause
    out: _Row
    into: _Row


@frozen
class Books:
    """The parent's numbers beside the sum, cell by cell: *known* with the number of *blanks* behind it."""

    paths: tuple[str, ...]
    parent: tuple[int, ...]
    known: tuple[int, ...]
    blanks: tuple[int, ...]

    @classmethod
    def of(cls, parent: Cells, totals: Mapping[str, Total], children: int) -> "Books":
        """The cells that the parent filled in; what a child's form lacks is as good as blank."""
        filled = {path: whole(value) for path, value in parent.items() if value is not None}
        nowhere = Total(None, 0, 0, children)
        sums = [totals.get(path, nowhere) for path in filled]
        return cls(
            tuple(filled),
            tuple(value or 0 for value in filled.values()),
            tuple(whole(total.known) or 0 for total in sums),
            tuple(total.blanks + total.absent for total in sums),
        )

    def row(self, cells: Cells) -> _Row:
        """The cells as whole numbers."""
        return [whole(cells.get(path)) for path in self.paths]

    def compared(self) -> list[int]:
        """The slots in which no child is blank."""
        return [slot for slot, blanks in enumerate(self.blanks) if not blanks]

    def agree(self, moves: Sequence[_Move]) -> bool:
        """Whether all cells are equal after the moves, also those that only then are without blanks."""
        for slot, value in enumerate(self.parent):
            blanks = self.blanks[slot]
            known = self.known[slot]
            for move in moves:
                blanks += (move.into[slot] is None) - (move.out[slot] is None)
                known += (move.into[slot] or 0) - (move.out[slot] or 0)
            if not blanks and known != value:
                return False
        return True


def whole(value: Value) -> int | None:
    """The value in units of the last digit that an amount can have, so that sums are sums of integers."""
    if isinstance(value, Decimal):
        return int(value.scaleb(DIGITS, EXACT))
    return None if value is None else value * _UNIT


def explanations(books: Books, children: Sequence[Child]) -> tuple[Explanation, ...]:
    """What explains every difference at once: single children first, pairs only where no single one does."""
    compared = books.compared()
    gap = tuple(books.parent[slot] - books.known[slot] for slot in compared)
    if not any(gap):
        return ()
    moves = [
        (delta, move)
        for number, child in enumerate(children)
        for move in _moves(books, number, child)
        for delta in [_delta(move, compared)]
        if delta is not None and any(delta)
    ]
    moves = [*_told_once(moves)]
    single = (Explanation((move.cause,)) for delta, move in moves if delta == gap and books.agree([move]))
    found = tuple(islice(single, MOST))
    return found or tuple(islice(_pairs(books, gap, moves), MOST))


def _moves(books: Books, number: int, child: Child) -> Iterator[_Move]:
    row, nothing = books.row(child.cells), [0] * len(books.paths)
    left_out: CauseKind = "sent twice" if child.is_twice else "absent"
    yield _Move(Cause(child.agency, left_out, child.year, number), row, nothing)
    yield _Move(Cause(child.agency, "doubled", child.year, number), nothing, row)
    for year, cells in child.earlier:
        yield _Move(Cause(child.agency, "other year", year, number), row, books.row(cells))


def _told_once(moves: Sequence[tuple[tuple[int, ...], _Move]]) -> Iterator[tuple[tuple[int, ...], _Move]]:
    """Without what says the same of a second copy of one report."""
    met = set()
    for delta, move in moves:
        said = (move.cause.child, move.cause.year, tuple(move.out))
        if move.cause.kind != "sent twice" or said not in met:
            met.add(said)
            yield delta, move


def _delta(move: _Move, compared: list[int]) -> tuple[int, ...] | None:
    """By how much the sum changes where it is compared; None where that is not known of each cell."""
    pairs = [(move.into[slot], move.out[slot]) for slot in compared]
    known = [into - out for into, out in pairs if into is not None and out is not None]
    return tuple(known) if len(known) == len(pairs) else None


def _pairs(
    books: Books, gap: tuple[int, ...], moves: Sequence[tuple[tuple[int, ...], _Move]]
) -> Iterator[Explanation]:
    """Two different children whose changes add up to the gap; the second is looked up."""
    by_delta: dict[tuple[int, ...], list[_Move]] = {}
    for delta, move in moves:
        by_delta.setdefault(delta, []).append(move)
    for delta, move in moves:
        for other in by_delta.get(tuple(map(sub, gap, delta)), ()):
            if move.cause.number < other.cause.number and books.agree([move, other]):
                yield Explanation((move.cause, other.cause))
