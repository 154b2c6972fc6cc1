"""Adding up cell by cell: exact, with every blank counted."""

from collections.abc import Sequence
from decimal import Context, Decimal, Inexact, localcontext
from operator import add
from typing import NamedTuple

from attrs import define, field

from disclosure_report.across.packed import Types, layout
from disclosure_report.blocks import Value
from disclosure_report.model.tree import Field
from disclosure_report.model.values import plain


# An amount has at most 15 digits before and 15 behind the point; nothing is ever rounded.
EXACT = Context(prec=200, traps=[Inexact])


class Total(NamedTuple):
    """One cell over all reports.

    *known* is the exact sum of the numbers that stand there, None where none does; *reports* says how many
    gave one, *blanks* how many left the cell blank, *absent* how many have a form without this cell.
    """

    known: Value
    reports: int
    blanks: int
    absent: int

    @property
    def is_whole(self) -> bool:
        """Whether every report gave a number."""
        return not self.blanks and not self.absent


@define
class Adding:
    """The sums of the reports that have one layout."""

    types: Types
    count: int = 0
    sums: list[int | Decimal] = field(init=False)
    blanks: list[int] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.sums = [0] * len(layout(self.types).fields)
        self.blanks = [0] * len(self.sums)

    def add(self, values: Sequence[Value]) -> None:
        """Add the cells of one report."""
        self.count += 1
        known = [0 if value is None else value for value in values]
        with localcontext(EXACT):
            self.sums = list(map(add, self.sums, known))
        if None in values:
            self.blanks = list(map(add, self.blanks, [value is None for value in values]))

    def total(self, slot: int) -> Total:
        """What has been added up in one cell."""
        blanks = self.blanks[slot]
        known = None if blanks == self.count else _written(self.sums[slot])
        return Total(known, self.count - blanks, blanks, 0)


def _written(value: int | Decimal) -> Value:
    """An amount as a cell would hold it, if any can."""
    return plain(value.normalize(EXACT)) if isinstance(value, Decimal) else value


def together(one: Total | None, other: Total) -> Total:
    """The totals of a cell in two layouts."""
    if one is None:
        return other
    with localcontext(EXACT):
        known = [total.known for total in (one, other) if total.known is not None]
        found = _written(sum(known[1:], known[0])) if known else None
    return Total(found, *(a + b for a, b in zip(one[1:], other[1:], strict=True)))


def totals_of(adding: Sequence[Adding]) -> dict[str, Total]:
    """Each path that any of the layouts has, with its total over all reports."""
    count = sum(each.count for each in adding)
    found: dict[str, Total] = {}
    for each in adding:
        for path, slot in layout(each.types).index.items():
            found[path] = together(found.get(path), each.total(slot))
    return {
        path: total._replace(absent=count - total.reports - total.blanks) for path, total in found.items()
    }


def fields_of(adding: Sequence[Adding]) -> dict[str, Field]:
    """Each path with what the form says of it; a path means the same in every form that has it."""
    return {said.path: said for each in adding for said in layout(each.types).fields}
