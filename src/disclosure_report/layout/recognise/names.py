"""Cells of a workbook by their names, beside their labels: two witnesses, and what is strange about a cell.

Where both point to the same cell all is well. Where they point to cells with different contents, or labels
contradict each other, nothing is picked. Where one is missing the other is believed, and a finding says so.
"""

from collections.abc import Iterator, Sequence

from attrs import frozen

from disclosure_report.blocks import Place, Remark
from disclosure_report.checks.catalogue import NO_TABLE
from disclosure_report.checks.doubts import (
    CELL_COVERED,
    FORMULA_TYPED,
    HIDDEN_CELL,
    LABEL_CHANGED,
    NAME_LOST,
    NAMES_DIFFER,
    NO_RESULT,
    NO_ROW,
    NUMBER_AS_TEXT,
)
from disclosure_report.layout.recognise.reading import Source
from disclosure_report.layout.recognise.sheets import Named, Sheets
from disclosure_report.layout.recognise.table_reading import TableReading
from disclosure_report.model.findings import Rule
from disclosure_report.model.registry import tables_of
from disclosure_report.model.tree import Table


# What a row without its label misses, and the cells' names settle.
_OF_LABELS = frozenset({NO_TABLE, NO_ROW})
_STANDS = (None, "blank", "no number")  # how a cell may be absent whose place the labels tell
_MOST_SHOWN = 40


@frozen
class _Strange:
    """A remark that is written down: of cells with a value or without, of totals too or not."""

    rule: Rule
    with_value: bool = True
    of_totals: bool = True


_STRANGE: dict[Remark, _Strange] = {
    "text": _Strange(NUMBER_AS_TEXT),
    "formula": _Strange(FORMULA_TYPED, of_totals=False),
    "no result": _Strange(NO_RESULT, with_value=False),
    "hidden": _Strange(HIDDEN_CELL),
}


def named_table(part: str, sheets: Sheets) -> Table | None:
    """The table whose cells have names, where any have."""

    def named(compiled: Table) -> int:
        return len(sheets.names.keys() & compiled.index.keys())

    best = max(tables_of(part), key=named)
    return best if named(best) else None


def settle_cells(reading: TableReading, sheets: Sheets, *, by_names: bool) -> None:
    """Settle what labels and names say of each cell, and write down what is strange."""
    if by_names:
        names = [sheets.names.get(said.path) for said in reading.table.fields]
        _compare(reading, names)
        _leave_covered(reading, names, sheets)
    for remark, said in _STRANGE.items():
        slots = [slot for slot in _with(remark, reading, sheets) if _applies(said, reading, slot)]
        _note(reading, said.rule, slots)


def _compare(reading: TableReading, names: Sequence[Named | None]) -> None:
    lost, changed, differing = [], [], []
    labelled = {source.place for source in reading.sources if source.absent in _STANDS}
    for slot, named in enumerate(names):
        source = reading.sources[slot]
        by_label = source.absent in _STANDS
        if named is None:
            lost += [slot] if by_label else []
        elif not by_label and (source.absent == "uncertain" or named.place in labelled):
            if source.absent != "uncertain":  # else a finding on its row says so
                differing.append(slot)
        elif not by_label:
            changed.append(slot)
            reading.take(slot, named.text.strip(), named.place)
        elif source.place != named.place and (source.text or "").strip() != named.text.strip():
            differing.append(slot)
            reading.values[slot] = None
            reading.sources[slot] = Source(None, named.place, "uncertain")
    settled = {reading.table.fields[slot].path for slot in changed}
    reading.findings = [
        finding
        for finding in reading.findings
        if finding.rule not in _OF_LABELS or not settled.issuperset(finding.paths)
    ]
    for rule, slots in ((NAME_LOST, lost), (LABEL_CHANGED, changed), (NAMES_DIFFER, differing)):
        _note(reading, rule, slots)


def _leave_covered(reading: TableReading, names: Sequence[Named | None], sheets: Sheets) -> None:
    """A cell that a merge covers has no value, whatever it still holds."""
    covered = {
        slot: named
        for slot, named in enumerate(names)
        if named and "covered" in sheets.remarks.get(named.place, ())
    }
    for slot, named in covered.items():
        reading.values[slot] = None
        reading.sources[slot] = Source(named.text, named.place, "uncertain")
    _note(reading, CELL_COVERED, list(covered))


def _with(remark: Remark, reading: TableReading, sheets: Sheets) -> Iterator[int]:
    for slot, source in enumerate(reading.sources):
        if source.place is not None and remark in sheets.remarks.get(source.place, ()):
            yield slot


def _applies(said: _Strange, reading: TableReading, slot: int) -> bool:
    has_value = reading.values[slot] is not None
    return has_value == said.with_value and (said.of_totals or not reading.table.fields[slot].is_total)


def _note(reading: TableReading, rule: Rule, slots: Sequence[int]) -> None:
    """One finding for all cells of a table, with their addresses."""
    if not slots:
        return
    places = [reading.sources[slot].place or Place() for slot in slots]
    shown = [str(place) for place in places[:_MOST_SHOWN]] + ["…"] * (len(places) > _MOST_SHOWN)
    label = " / ".join(reading.table.fields[slots[0]].labels)
    reading.note(rule, slots, places[0], count=len(slots), cells="、".join(shown), label=label)
