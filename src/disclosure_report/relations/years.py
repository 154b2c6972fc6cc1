"""From one year to the next: what last year's report says about this year's cells."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from disclosure_report.blocks import Value
from disclosure_report.model.report import Report
from disclosure_report.model.tree import Table


class GoingOn(NamedTuple):
    """A cell that goes on from last year, by paths.

    It is the sum of *last*, cells of last year's report, and of this year's *plus*, without its *minus*.
    *code* is that of the finding on it; cells of a row that is carried have none: they are told as one.
    """

    path: str
    last: tuple[str, ...]
    plus: tuple[str, ...] = ()
    minus: tuple[str, ...] = ()
    code: str | None = None


@cache
def going_on(compiled: Table) -> tuple[GoingOn, ...]:
    """The cells of a table that go on from last year's, in the order of the form."""
    return tuple(_going_on(compiled))


def _going_on(compiled: Table) -> Iterator[GoingOn]:
    for line in compiled.lines:
        row, source = f"{compiled.part}.{line.path}.", line.declaration.carried_from
        for cell in line.children:
            path, rule = f"{compiled.part}.{cell.path}", cell.declaration.goes_on
            if source:
                yield GoingOn(path, (f"{compiled.part}.{source}.{path.removeprefix(row)}",))
            elif rule:
                last, plus, minus = (
                    tuple(row + name for name in names) for names in (rule.last, rule.plus, rule.minus)
                )
                yield GoingOn(path, last, plus, minus, rule.code)


def carried(previous: Report) -> dict[str, Value]:
    """What last year's report carries into this year's: paths of this year with last year's values.

    四、结转下年度继续办理 of last year is 二、上年结转 of this year, in both forms. A blank carries nothing.

    >>> previous = Report.blank("悦来镇", 2021).replace({"applications.carried_forward.total": 2})
    >>> carried(previous)
    {'applications.brought_forward.total': 2}
    """
    before = previous.cells()
    return {
        cell.path: before[cell.last[0]]
        for compiled, _ in previous.tables()
        for cell in going_on(compiled)
        if cell.code is None and before[cell.last[0]] is not None
    }


def recalled(previous: Report, compiled: Table) -> Iterator[tuple[int, Value]]:
    """The slots of a table for which last year's value is worth seeing, with that value.

    Only what both years' forms have, and last year's report fills in.
    """
    before = {**previous.cells(), **carried(previous)}
    for cell in going_on(compiled):
        if before.get(cell.path) is not None:
            yield compiled.index[cell.path], before[cell.path]
