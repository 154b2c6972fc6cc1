"""Findings between two years: what this year's report should have from last year's."""

from collections.abc import Iterator, Sequence

from disclosure_report.blocks import Value
from disclosure_report.checks.advice import (
    ANOTHER_AGENCY_BEFORE,
    CARRIED_FORWARD_DIFFERS,
    IN_FORCE_DIFFERS,
    ITEMS_DIFFER,
    KNOWN_CELLS_DIFFER,
)
from disclosure_report.checks.names import may_be_one
from disclosure_report.checks.subject import Subject
from disclosure_report.model.findings import Finding
from disclosure_report.model.tree import Table
from disclosure_report.relations.years import GoingOn, going_on


YEAR_RULES = (
    ANOTHER_AGENCY_BEFORE,
    CARRIED_FORWARD_DIFFERS,
    KNOWN_CELLS_DIFFER,
    IN_FORCE_DIFFERS,
    ITEMS_DIFFER,
)
_GOES_ON = {rule.code: rule for rule in (IN_FORCE_DIFFERS, ITEMS_DIFFER)}
_Cells = dict[str, Value]


def check_years(subject: Subject) -> Iterator[Finding]:
    """Rows that repeat a row of last year, and cells that go on from it; only what both years' forms have."""
    if subject.previous is None:
        return
    agency, other = subject.report.agency or "", subject.previous.agency or ""
    if not may_be_one(agency, other):
        yield Finding(ANOTHER_AGENCY_BEFORE, ("agency",), details=(("found", other), ("agency", agency)))
    before = subject.previous.cells()
    for compiled, values in subject.tables:
        yield from _carried(subject, compiled, values, before)
        for cell in going_on(compiled):
            if cell.code is not None:
                yield from _gone_on(subject, (compiled, values), cell, before)


def _carried(subject: Subject, compiled: Table, values: Sequence[Value], before: _Cells) -> Iterator[Finding]:
    """二、上年结转 against last year's 四、结转下年度: one finding for the row."""
    pairs = [
        (compiled.fields[slot], values[slot], before.get(cell.last[0]), cell.last[0])
        for cell in going_on(compiled)
        if cell.code is None
        for slot in [compiled.index[cell.path]]
    ]
    known = [pair for pair in pairs if None not in pair]
    apart = [pair for pair in known if pair[1] != pair[2]]
    if apart:
        first, _, _, source = apart[0]
        details = (
            ("label", first.groups[-1]),
            ("last", compiled.fields[compiled.index[source]].groups[-1]),
            ("found", "、".join(f"{cell.label}{now}" for cell, now, _, _ in apart)),
            ("expected", "、".join(f"{cell.label}{last}" for cell, _, last, _ in apart)),
        )
        rule = CARRIED_FORWARD_DIFFERS if known == pairs else KNOWN_CELLS_DIFFER
        paths = tuple(cell.path for cell, _, _, _ in apart)
        yield Finding(rule, paths, subject.place_of(first.path), details=details)


def _gone_on(
    subject: Subject, table: tuple[Table, Sequence[Value]], cell: GoingOn, before: _Cells
) -> Iterator[Finding]:
    """A stock against last year's stock and the changes since."""
    compiled, values = table
    said = compiled.fields[compiled.index[cell.path]]
    found = values[compiled.index[cell.path]]
    terms = [*_terms(table, cell, before)]
    if found is None or any(value is None for _, _, value in terms):
        return
    expected = sum(sign * int(value or 0) for sign, _, value in terms)
    if found != expected:
        words = "".join(f"{'+' if sign > 0 else '-'} {label}{value} " for sign, label, value in terms)
        details = (
            ("label", " / ".join(said.labels)),
            ("found", str(found)),
            ("expected", expected),
            ("sum", words.removeprefix("+ ").strip()),
        )
        yield Finding(
            _GOES_ON[cell.code or ""],
            (cell.path,),
            subject.place_of(cell.path),
            expected=expected,
            found=found,
            difference=int(found) - expected,
            details=details,
        )


def _terms(
    table: tuple[Table, Sequence[Value]], cell: GoingOn, before: _Cells
) -> Iterator[tuple[int, str, Value]]:
    """Each addend: its sign, its words, its value."""
    compiled, values = table
    for path in cell.last:
        yield 1, f"上年报告{compiled.fields[compiled.index[path]].label}", before.get(path)
    for sign, paths in ((1, cell.plus), (-1, cell.minus)):
        for path in paths:
            slot = compiled.index[path]
            yield sign, compiled.fields[slot].label, values[slot]
