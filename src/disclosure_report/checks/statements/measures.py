"""What the tables hold for each thing that prose counts: every number that a right report may state."""

from collections.abc import Sequence
from functools import cache

from attrs import frozen

from disclosure_report.blocks import Value
from disclosure_report.checks.statements.phrases import Kind
from disclosure_report.checks.statements.rules import (
    CARRIED_DIFFERS,
    COMPLETED_DIFFERS,
    LITIGATED_DIFFERS,
    RECEIVED_DIFFERS,
    RECONSIDERED_DIFFERS,
)
from disclosure_report.model.findings import Rule
from disclosure_report.model.tree import Table


_NEW, _BROUGHT = "applications.newly_received", "applications.brought_forward"
_DONE, _CARRIED = "applications.outcomes.total", "applications.carried_forward"
_NOT_PROCESSED = "applications.outcomes.not_processed"
_OTHERWISE = "applications.outcomes.otherwise_processed"
_RECONSIDERED = "disputes.reconsideration"
_DIRECT, _AFTER = "disputes.direct_litigation", "disputes.litigation_after_reconsideration"


@frozen
class Way:
    """One number that is right: totals of rows or groups of rows that are added, and those taken off."""

    plus: tuple[str, ...]
    minus: tuple[str, ...] = ()


@frozen
class Measure:
    """One thing that prose counts: the first *shown* of its *ways* are named where none fits."""

    rule: Rule
    ways: tuple[Way, ...]
    shown: int = 1

    @property
    def paths(self) -> tuple[str, ...]:
        """The cells of the ways that are named."""
        rows = dict.fromkeys(row for way in self.ways[: self.shown] for row in way.plus)
        return tuple(f"{row}.total" for row in rows)


# "收到" is what is new, or with it what last year left: 一 or 一 + 二.
_RECEIVED = (Way((_NEW,)), Way((_NEW, _BROUGHT)))
# 三（七）总计; or of this year alone; each perhaps without those that need no answer (（五）, （六）).
_ALL_DONE = (Way((_DONE,)), Way((_DONE,), (_BROUGHT,)))
_COMPLETED = (
    *_ALL_DONE,
    *(
        Way((_DONE,), (*less, *unanswered))
        for less in ((), (_BROUGHT,))
        for unanswered in ((_NOT_PROCESSED,), (_OTHERWISE,), (_NOT_PROCESSED, _OTHERWISE))
    ),
)
# Those answered after the year's end, before the report was written, are perhaps among the answered.
_ANSWERED = (*_COMPLETED, *_RECEIVED)

MEASURES: dict[Kind, Measure] = {
    "received": Measure(RECEIVED_DIFFERS, _RECEIVED, shown=2),
    "new": Measure(RECEIVED_DIFFERS, (Way((_NEW,)),)),
    "completed": Measure(COMPLETED_DIFFERS, _COMPLETED),
    "answered": Measure(COMPLETED_DIFFERS, _ANSWERED),
    # "办理" is said of what was received as well as of what was finished.
    "handled": Measure(COMPLETED_DIFFERS, (*_ALL_DONE, *_RECEIVED)),
    "carried": Measure(CARRIED_DIFFERS, (Way((_CARRIED,)),)),
    "brought": Measure(CARRIED_DIFFERS, (Way((_BROUGHT,)),)),
    "reconsidered": Measure(RECONSIDERED_DIFFERS, (Way((_RECONSIDERED,)),)),
    "litigated": Measure(LITIGATED_DIFFERS, (Way((_DIRECT, _AFTER)),)),
}

Tables = Sequence[tuple[Table, Sequence[Value]]]


@frozen
class Known:
    """The numbers that the tables allow, in the order of the ways."""

    numbers: tuple[int, ...]
    measure: Measure

    @property
    def shown(self) -> tuple[int, ...]:
        """Those to name."""
        return tuple(dict.fromkeys(self.numbers[: self.measure.shown]))


def known(kind: Kind, tables: Tables) -> Known | None:
    """What the tables allow for a kind; None where a cell that matters is blank: then they say nothing."""
    numbers: list[int] = []
    for terms in _plan(kind, tuple([compiled for compiled, _ in tables])):
        total = 0
        for table, slot, sign in terms:
            value = tables[table][1][slot]
            if value is None:
                return None
            total += sign * int(value)
        numbers.append(total)
    return Known(tuple(numbers), MEASURES[kind])


@cache
def _plan(kind: Kind, tables: tuple[Table, ...]) -> tuple[tuple[tuple[int, int, int], ...], ...]:
    """For each way of a kind its cells: the number of the table, the slot, and the sign."""
    return tuple(
        tuple(
            (number, slot, sign)
            for sign, rows in ((1, way.plus), (-1, way.minus))
            for row in rows
            for number, compiled in enumerate(tables)
            for slot in _totals(compiled, row)
        )
        for way in MEASURES[kind].ways
    )


def _totals(compiled: Table, row: str) -> tuple[int, ...]:
    """The totals of a row, or of every row of a group: （六）其他处理 is one row or three, by the form."""
    return tuple(
        slot
        for path, slot in compiled.index.items()
        if path.startswith(f"{row}.") and path.endswith(".total")
    )
