"""One table under reading: what stands in each of its cells, and every doubt."""

from collections.abc import Sequence

from attrs import define, field

from disclosure_report.blocks import Block, Place, Value
from disclosure_report.checks.catalogue import FORM_ASSUMED, NO_TABLE
from disclosure_report.checks.doubts import NO_NUMBER, NOTE_IN_CELL, UNIT_CONVERTED
from disclosure_report.layout.recognise.numbers import KIND_WORDS, is_blank_mark, measured, number
from disclosure_report.layout.recognise.reading import Source
from disclosure_report.model.findings import Detail, Finding, Rule
from disclosure_report.model.tree import Table


@define
class TableReading:
    """One table under reading: a value and a source for each slot, findings, and what was left over."""

    table: Table
    values: list[Value] = field(init=False)
    sources: list[Source] = field(init=False)
    findings: list[Finding] = field(factory=list)
    left_over: list[Block] = field(factory=list)

    def __attrs_post_init__(self) -> None:
        self.values = [None] * len(self.table.fields)
        self.sources = [Source(absent="no table")] * len(self.table.fields)

    @property
    def filled(self) -> list[int]:
        """The slots that have a value."""
        return [slot for slot, value in enumerate(self.values) if value is not None]

    @property
    def is_missing(self) -> bool:
        """Whether there is no such table."""
        return any(finding.rule is NO_TABLE for finding in self.findings)

    @property
    def is_certain(self) -> bool:
        """Whether the labels tell which table it is."""
        return not any(finding.rule in {FORM_ASSUMED, NO_TABLE} for finding in self.findings)

    def take(self, slot: int, text: str, place: Place | None) -> None:
        """What stands in a cell: a number, a blank, or a doubt."""
        self.values[slot] = value = number(text, self.table.fields[slot].kind)
        self.sources[slot] = absent(self, slot, text, place) if value is None else Source(text, place)

    def note(self, rule: Rule, slots: Sequence[int], place: Place | None, **details: Detail) -> None:
        """Write down a doubt about these slots."""
        paths = tuple(self.table.fields[slot].path for slot in slots)
        self.findings.append(Finding(rule, paths, place, details=tuple(details.items())))


def absent(reading: TableReading, slot: int, text: str, place: Place | None, unit: str = "") -> Source:
    """The source of a cell that holds no plain number: blank, a number with a unit or a note, or a doubt.

    *unit* is what the head says, of a number that says none.
    """
    if is_blank_mark(text):
        return Source(text, place, "blank")
    said = reading.table.fields[slot]
    label = " / ".join(said.labels)
    found = measured(text, said.kind, said.unit, unit)
    if found is not None:
        reading.values[slot] = found.value
        if found.converted:
            details = {"text": text, "value": format(found.value, "f"), "unit": said.unit}
            reading.note(UNIT_CONVERTED, (slot,), place, label=label, **details)
        if found.note:
            reading.note(NOTE_IN_CELL, (slot,), place, label=label, text=text, value=str(found.value))
        return Source(text, place)
    reading.note(NO_NUMBER, (slot,), place, label=label, text=text, kind=KIND_WORDS[said.kind])
    return Source(text, place, "no number")
