"""The sum of many reports (汇总), which still knows its parts."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from attrs import define, field, frozen

from disclosure_report.across.adding import Adding, Total, totals_of
from disclosure_report.across.notes import Source, notes
from disclosure_report.across.packed import Packed, Types, layout, pack, types_of, values_of
from disclosure_report.blocks import Value
from disclosure_report.errors import InvalidValueError, UnknownPathError
from disclosure_report.model.findings import Finding
from disclosure_report.model.forms import Form
from disclosure_report.model.report import Report
from disclosure_report.model.tree import Table
from disclosure_report.model.values import PROBLEM


class Part(NamedTuple):
    """What one report gave to a cell of the sum."""

    agency: str | None
    year: int | None
    value: Value


class Kept(NamedTuple):
    """What is kept of one report: its name and its numbers, packed."""

    source: Source
    numbers: Packed

    def cells(self) -> dict[str, Value]:
        """Every cell by its path."""
        return dict(zip(layout(self.source.types).index, self.numbers.values(), strict=True))


@frozen
class Aggregate:
    """The sum of many reports.

    *report* has a number in each cell in which every report gave one; else the cell is blank, as a sum
    without some of its parts would be no total of anything and would break relations that all parts satisfy.
    *totals* has every cell of every form that was met: the sum of what is known, and how many are blank.
    *sources* are the reports in the order in which they came; *findings* say what should not be in the sum,
    and what is not.
    """

    report: Report
    totals: Mapping[str, Total] = field(repr=False, hash=False)
    sources: tuple[Source, ...] = field(repr=False)
    findings: tuple[Finding, ...]
    kept: tuple[Kept, ...] | None = field(default=None, repr=False)

    def parts(self, path: str) -> tuple[Part, ...]:
        """What each report gave to a cell, in the order in which they came; None where it is blank.

        Reports of a form that has no such cell are not among them.

        Raises:
            UnknownPathError: no report has such a cell.
            InvalidValueError: the parts were not kept.
        """
        if path not in self.totals:
            raise UnknownPathError(str(path), "no such cell in the forms of these reports")
        if self.kept is None:
            raise InvalidValueError("parts", "were not kept: aggregate(…, keep_parts=False)")
        return tuple(
            Part(each.source.agency, each.source.year, each.numbers.at(index[path]))
            for each in self.kept
            for index in [layout(each.source.types).index]
            if path in index
        )


def aggregate(
    reports: Iterable[Report], *, agency: str | None = None, year: int | None = None, keep_parts: bool = True
) -> Aggregate:
    """Add up reports, none of which is held; `disclosure_report.aggregate` says what the sum is.

    Raises:
        InvalidValueError: there is no report, something that is none, or a year that no report can have.
    """
    Report.blank(agency, year, Form.Y2021)  # refuses an agency or year before thousands are read
    work = _Work(keep_parts)
    for report in reports:
        work.take(report)
    if not work.sources:
        raise InvalidValueError("reports", "there is nothing to add up")
    totals = totals_of([*work.adding.values()])
    tables = _newest(work.adding)
    years = {source.year for source in work.sources}
    common = years.pop() if len(years) == 1 else None
    found = Report(
        agency=agency,
        year=common if year is None else year,
        **{compiled.part: compiled.build([*_sums(compiled, totals)]) for compiled in tables},
    )
    kept = tuple(work.kept) if keep_parts else None
    return Aggregate(found, totals, tuple(work.sources), notes(found, totals, work.sources), kept)


@define
class _Work:
    """What is known while the reports pass by."""

    keep_parts: bool
    adding: dict[Types, Adding] = field(factory=dict)
    sources: list[Source] = field(factory=list)
    kept: list[Kept] = field(factory=list)

    def take(self, report: Report) -> None:
        if not isinstance(report, Report):
            place = f"reports[{len(self.sources)}]"
            raise InvalidValueError(place, f"takes a report, not {type(report).__name__}")
        types, values = types_of(report), values_of(report)
        if types not in self.adding:
            self.adding[types] = Adding(types)
        adding = self.adding[types]
        adding.add(values)
        source = Source(report.agency, report.year, report.agency_id, adding.types)
        self.sources.append(source)
        if self.keep_parts:
            self.kept.append(Kept(source, pack(values)))


def _newest(adding: Iterable[Types]) -> Iterator[Table]:
    """The table of each part, in the newest form that was met."""
    for tables in zip(*(layout(types).tables for types in adding), strict=True):
        yield max(tables, key=lambda compiled: compiled.form.value if compiled.form else 0)


def _sums(compiled: Table, totals: Mapping[str, Total]) -> Iterator[Value]:
    """A number where every report gave one, and the cell can hold the sum."""
    for said in compiled.fields:
        total = totals[said.path]
        fits = total.is_whole and PROBLEM[said.kind](total.known) is None
        yield total.known if fits else None
