"""From one year to the next: what last year's report says about this year's cells."""

from collections.abc import Iterator
from typing import cast

from disclosure_report.blocks import Value
from disclosure_report.model.report import Report
from disclosure_report.model.tree import Node, Table


def carried(previous: Report) -> dict[str, Value]:
    """What last year's report carries into this year's: paths of this year with last year's values.

    四、结转下年度继续办理 of last year is 二、上年结转 of this year, in both forms. A blank carries nothing.

    >>> previous = Report.blank("悦来镇", 2021).replace({"applications.carried_forward.total": 2})
    >>> carried(previous)
    {'applications.brought_forward.total': 2}
    """
    return {
        f"{compiled.part}.{cell.path}": value
        for compiled, instance in previous.tables()
        for values in [compiled.values(instance)]
        for line in compiled.lines
        if line.declaration.carried_from
        for cell, slot in zip(line.children, compiled.line(line.declaration.carried_from).slots, strict=True)
        for value in [values[slot]]
        if value is not None
    }


def recalled(previous: Report, compiled: Table) -> Iterator[tuple[int, Value]]:
    """The slots of a table for which last year's value is worth seeing, with that value.

    Only what both years' forms have, and last year's report fills in.
    """
    before = {**previous.cells(), **carried(previous)}
    for cell in _cells(compiled):
        path = f"{compiled.part}.{cell.path}"
        if before.get(path) is not None:
            yield cast("int", cell.slot), before[path]


def _cells(compiled: Table) -> Iterator[Node]:
    for line in compiled.lines:
        for cell in line.children:
            if cell.declaration.goes_on or line.declaration.carried_from:
                yield cell
