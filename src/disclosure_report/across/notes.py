"""What is to be said of a sum: what should not be in it, and what is not."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from disclosure_report.across.adding import Total
from disclosure_report.across.packed import Types, layout
from disclosure_report.across.rules import (
    BLANKS_IN_SUM,
    DOUBLED,
    FORMS_MIXED,
    OTHER_YEAR,
    SUM_TOO_LONG,
    UNKNOWN,
    listed,
)
from disclosure_report.model.findings import Finding
from disclosure_report.model.parts import PART_LABEL
from disclosure_report.model.report import Report
from disclosure_report.model.tree import Field, Table


class Source(NamedTuple):
    """A report in a sum: whose it is, of which year, and the classes of its tables."""

    agency: str | None
    year: int | None
    agency_id: str | None
    types: Types

    @property
    def name(self) -> str:
        """How a sentence names it."""
        return self.agency or UNKNOWN


def notes(report: Report, totals: Mapping[str, Total], sources: Sequence[Source]) -> tuple[Finding, ...]:
    """The findings on a sum."""
    mixed = [*_mixed(report, sources)]
    return (
        *_doubled(sources),
        *_years(report, sources),
        *mixed,
        *_blanks(report, totals),
        *_long(report, totals),
    )


def doubled(sources: Sequence[Source]) -> dict[tuple[str | None, int | None], int]:
    """Who has several reports of one year, and how many.

    Two organs may have one name where their ids tell them apart; who is not known is never doubled.
    """
    counts = Counter((source.agency, source.year) for source in sources)
    ids: dict[tuple[str | None, int | None], set[str]]
    ids = {key: set() for key, count in counts.items() if key[0] is not None and count > 1}
    for source in sources:
        if source.agency_id is not None and (source.agency, source.year) in ids:
            ids[source.agency, source.year].add(source.agency_id)
    return {key: counts[key] for key, told in ids.items() if counts[key] > max(1, len(told))}


def _doubled(sources: Sequence[Source]) -> Iterator[Finding]:
    for (agency, _), count in doubled(sources).items():
        yield Finding(DOUBLED, ("agency",), details=(("agency", agency or ""), ("count", count)))


def _years(report: Report, sources: Sequence[Source]) -> Iterator[Finding]:
    """Years other than that of the sum; where it has none, other than the year of most."""
    counts = Counter(source.year for source in sources if source.year is not None)
    usual = report.year or max(counts, key=lambda year: (counts[year], year), default=None)
    others = [source for source in sources if source.year not in (None, usual)]
    if others:
        names = listed([f"{source.name}{source.year}年" for source in others])
        yield Finding(
            OTHER_YEAR, ("year",), details=(("count", len(others)), ("year", usual or 0), ("names", names))
        )


def _mixed(report: Report, sources: Sequence[Source]) -> Iterator[Finding]:
    """What one form alone has, for each table and each form that was met."""
    for number, (newest, _) in enumerate(report.tables()):
        met = {source.types[number]: layout(source.types).tables[number] for source in sources}
        for cls, compiled in met.items():
            only = [
                said for said in compiled.fields if any(said.path not in each.index for each in met.values())
            ]
            if only:
                names = listed([source.name for source in sources if source.types[number] is cls])
                yield _of_one_form(newest.part, compiled, only, names)


def _of_one_form(part: str, compiled: Table, only: list[Field], names: str) -> Finding:
    details = (
        ("part", PART_LABEL[part]),
        ("count", len(only)),
        ("form", compiled.form.value if compiled.form else 0),
        ("first", " / ".join(only[0].labels)),
        ("names", names),
    )
    return Finding(FORMS_MIXED, tuple(said.path for said in only), details=details)


def _blanks(report: Report, totals: Mapping[str, Total]) -> Iterator[Finding]:
    for compiled, _ in report.tables():
        blank = [said for said in compiled.fields if totals[said.path].blanks]
        if blank:
            # The first cell that some filled in and some did not tells more than one that all left blank.
            first = next((said for said in blank if totals[said.path].reports), blank[0])
            total = totals[first.path]
            details = (
                ("part", PART_LABEL[compiled.part]),
                ("count", len(blank)),
                ("first", " / ".join(first.labels)),
                ("blanks", total.blanks),
                ("known", "□" if total.known is None else str(total.known)),
            )
            yield Finding(BLANKS_IN_SUM, tuple(said.path for said in blank), details=details)


def _long(report: Report, totals: Mapping[str, Total]) -> Iterator[Finding]:
    for compiled, instance in report.tables():
        for said, value in zip(compiled.fields, compiled.values(instance), strict=True):
            total = totals[said.path]
            if total.is_whole and value is None:
                details = (("label", " / ".join(said.labels)), ("known", str(total.known)))
                yield Finding(SUM_TOO_LONG, (said.path,), details=details)
