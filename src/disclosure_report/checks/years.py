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
from disclosure_report.model.declare import GoesOn
from disclosure_report.model.findings import Finding
from disclosure_report.model.tree import Node, Table


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
        for line in compiled.lines:
            if line.declaration.carried_from:
                yield from _carried(subject, compiled, values, line, before)
            for cell in line.children:
                if cell.declaration.goes_on:
                    yield from _gone_on(subject, compiled, values, (line, cell), before)


def _carried(
    subject: Subject, compiled: Table, values: Sequence[Value], line: Node, before: _Cells
) -> Iterator[Finding]:
    """二、上年结转 against last year's 四、结转下年度."""
    source = compiled.line(line.declaration.carried_from or "")
    pairs = [
        (compiled.fields[slot], values[slot], before.get(compiled.fields[other].path))
        for slot, other in zip(line.slots, source.slots, strict=True)
    ]
    known = [pair for pair in pairs if None not in pair]
    apart = [pair for pair in known if pair[1] != pair[2]]
    if apart:
        details = (
            ("label", line.declaration.label),
            ("last", source.declaration.label),
            ("found", "、".join(f"{cell.label}{now}" for cell, now, _ in apart)),
            ("expected", "、".join(f"{cell.label}{last}" for cell, _, last in apart)),
        )
        rule = CARRIED_FORWARD_DIFFERS if known == pairs else KNOWN_CELLS_DIFFER
        paths = tuple(cell.path for cell, _, _ in apart)
        yield Finding(rule, paths, subject.place_of(paths[0]), details=details)


def _gone_on(
    subject: Subject,
    compiled: Table,
    values: Sequence[Value],
    at: tuple[Node, Node],
    before: _Cells,
) -> Iterator[Finding]:
    """A stock against last year's stock and the changes since."""
    line, cell = at
    rule: GoesOn | None = cell.declaration.goes_on
    terms = [*_terms(rule, compiled, values, line, before)] if rule else []
    found = values[cell.slot or 0]
    if rule is None or found is None or any(value is None for _, _, value in terms):
        return
    expected = sum(sign * int(value or 0) for sign, _, value in terms)
    if found != expected:
        words = "".join(f"{'+' if sign > 0 else '-'} {label}{value} " for sign, label, value in terms)
        path = compiled.fields[cell.slot or 0].path
        details = (
            ("label", " / ".join(compiled.fields[cell.slot or 0].labels)),
            ("found", str(found)),
            ("expected", expected),
            ("sum", words.removeprefix("+ ").strip()),
        )
        yield Finding(
            _GOES_ON[rule.code],
            (path,),
            subject.place_of(path),
            expected=expected,
            found=found,
            difference=int(found) - expected,
            details=details,
        )


def _terms(
    rule: GoesOn, compiled: Table, values: Sequence[Value], line: Node, before: _Cells
) -> Iterator[tuple[int, str, Value]]:
    """Each addend: its sign, its words, its value."""
    row = f"{compiled.part}.{line.path}."
    for name in rule.last:
        label = compiled.fields[compiled.index[row + name]].label
        yield 1, f"上年报告{label}", before.get(row + name)
    for sign, names in ((1, rule.plus), (-1, rule.minus)):
        for name in names:
            slot = compiled.index[row + name]
            yield sign, compiled.fields[slot].label, values[slot]
