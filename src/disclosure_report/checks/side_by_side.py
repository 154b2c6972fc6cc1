"""Two years side by side: each cell of a report with the same cell of last year's."""

from collections.abc import Iterator
from decimal import Context, Decimal
from typing import TypeAlias

from attrs import frozen

from disclosure_report.blocks import Value
from disclosure_report.checks.names import may_be_one
from disclosure_report.errors import InvalidValueError, UnknownPathError
from disclosure_report.model.findings import Finding
from disclosure_report.model.report import Report
from disclosure_report.model.values import shortest
from disclosure_report.relations.years import going_on


# Two amounts of fifteen digits each may have their digits at fifteen places before and after the point.
_EXACT = Context(prec=64)
_PERMILLE = 1000
_Cells: TypeAlias = dict[str, Value]


@frozen
class ComparedCell:
    """One cell in two years, in the unit of the form; None is a blank.

    >>> ComparedCell("applications.newly_received.total", this=7, last=6).percentage
    Decimal('16.7')
    """

    path: str
    this: Value
    last: Value

    @property
    def difference(self) -> Value:
        """This year's value minus last year's, exact; None where either is blank."""
        if self.this is None or self.last is None:
            return None
        if isinstance(self.this, Decimal) or isinstance(self.last, Decimal):
            return shortest(_EXACT.subtract(Decimal(self.this), Decimal(self.last)))
        return self.this - self.last

    @property
    def percentage(self) -> Decimal | None:
        """The difference in per cent of last year's value, for display: half up to one decimal place.

        None where either is blank, and where last year's value is not above 0: nothing is a part of that.

        >>> ComparedCell("", this=7, last=8).percentage, ComparedCell("", this=1, last=0).percentage
        (Decimal('-12.5'), None)
        """
        difference = self.difference
        if difference is None or self.last is None or self.last <= 0:
            return None
        above, below = difference.as_integer_ratio()
        last_above, last_below = self.last.as_integer_ratio()
        dividend, divisor = abs(above) * _PERMILLE * last_below, below * last_above
        rounded = (2 * dividend + divisor) // (2 * divisor)
        return Decimal(rounded if above > 0 else -rounded).scaleb(-1, _EXACT)


@frozen
class Comparison:
    """A report beside last year's.

    *cells* are those that both have, in the order of this year's form; *only_this* and *only_last* are the
    paths of the others, where the years have tables of different forms: they are named, never forced into
    each other. *findings* are those between the years (codes Y). *checked* are the paths of cells that go on
    from last year's and could be looked at, *unchecked* those for which a blank leaves it open.
    """

    this: Report
    last: Report
    cells: tuple[ComparedCell, ...]
    only_this: tuple[str, ...] = ()
    only_last: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    checked: tuple[str, ...] = ()
    unchecked: tuple[str, ...] = ()

    def __getitem__(self, path: str) -> ComparedCell:
        for cell in self.cells:
            if cell.path == path:
                return cell
        raise UnknownPathError(str(path), "no such cell in the forms of both reports")


def refuse_other_organ(this: Report, last: Report) -> None:
    """Refuse to compare two organs: by their identifiers where both have one, else by their names.

    Raises:
        InvalidValueError: names both.
    """
    if this.agency_id is not None and last.agency_id is not None:
        is_other = this.agency_id != last.agency_id
    else:
        is_other = not may_be_one(this.agency or "", last.agency or "")
    if is_other:
        raise InvalidValueError("last", f"is of another organ: {_named(last)}, not {_named(this)}")


def _named(report: Report) -> str:
    known = (report.agency, report.agency_id)
    return " ".join(each for each in known if each)


def side_by_side(this: Report, last: Report, findings: tuple[Finding, ...]) -> Comparison:
    """The cells of both reports; *findings* are what is said between the years."""
    now, before = this.cells(), last.cells()
    gone_on = tuple(_gone_on(this, now, before))
    return Comparison(
        this,
        last,
        tuple(ComparedCell(path, value, before[path]) for path, value in now.items() if path in before),
        tuple(path for path in now if path not in before),
        tuple(path for path in before if path not in now),
        findings,
        tuple(path for path, told in gone_on if None not in told),
        tuple(path for path, told in gone_on if None in told),
    )


def _gone_on(this: Report, now: _Cells, before: _Cells) -> Iterator[tuple[str, list[Value]]]:
    """The paths of cells that go on from last year's in both forms, each with all numbers that tell."""
    for compiled, _ in this.tables():
        for cell in going_on(compiled):
            if all(path in before for path in cell.last):
                these = (cell.path, *cell.plus, *cell.minus)
                yield cell.path, [*map(now.get, these), *map(before.get, cell.last)]
