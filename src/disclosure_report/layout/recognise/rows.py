"""From the occurrences of a record to the values of its cells, or to a doubt about them."""

from collections.abc import Sequence
from itertools import chain, repeat

from disclosure_report.blocks import Place
from disclosure_report.checks.doubts import (
    CUT_BY_COLUMNS,
    CUT_HEAD,
    DIGITS_CUT,
    DIGITS_RUN,
    DOUBTFUL_HEAD,
    DOUBTFUL_ROW,
    INCOMPLETE_ROW,
    NO_LABEL,
    NO_ROW,
    REPEATED_ROW,
    ROW_BEHIND_MISSING,
    TOO_MANY_VALUES,
)
from disclosure_report.layout.recognise.found import Occurrence
from disclosure_report.layout.recognise.labels import Record
from disclosure_report.layout.recognise.numbers import is_blank_mark, number
from disclosure_report.layout.recognise.reading import Absence, Source
from disclosure_report.layout.recognise.table_reading import TableReading, absent


_MOST_SHOWN = 40
_MOST_WAYS = 5  # that a finding shows
_HEADS = 3  # the rows of heads of part four


def read_record(reading: TableReading, record: Record, occurrences: list[Occurrence]) -> None:
    """Give a record its values, or write down why it has none."""
    filled = _filled(occurrences, has_labels=not reading.table.facts.across)
    if not filled:
        _blank(reading, record.slots, "no row", None)
        reading.note(NO_ROW, record.slots, None, label=record.label)
        return
    first = next(iter(filled))
    place = first.place
    if len({(each.texts, each.slots) for each in filled}) > 1:
        shown = "；".join(_shown(each.texts) for each in filled)
        reading.note(REPEATED_ROW, record.slots, filled[1].place, label=record.label, values=shown)
    elif first.doubt and first.texts:
        shown = _shown(first.texts)
        reading.note(DOUBTFUL_ROW, record.slots, place, label=record.label, values=shown)
    elif (slots := _certain(first, record)) is None:
        _note_count(reading, record, first)
    else:
        _read_cells(reading, first, slots)
        _note_beside(reading, record, first, slots)
        return
    _blank(reading, record.slots, "uncertain", place)


def _certain(occurrence: Occurrence, record: Record) -> tuple[int, ...] | None:
    """The cells that the values are for: as the heads say, or all of the record, where there are as many."""
    known = filter(None, (occurrence.slots, record.slots))
    return next((slots for slots in known if len(slots) == len(occurrence.texts)), None)


def _note_count(reading: TableReading, record: Record, occurrence: Occurrence) -> None:
    """There are more or fewer values than cells; digits that run together show the ways to cut them."""
    place, expected, count = occurrence.place, len(record.slots), len(occurrence.texts)
    shown = _shown(occurrence.texts)
    if occurrence.ways:
        ways = " | ".join(map("、".join, occurrence.ways[:_MOST_WAYS]))
        reading.note(DIGITS_RUN, record.slots, place, label=record.label, text=shown, ways=ways)
        return
    rule = INCOMPLETE_ROW if count < expected else TOO_MANY_VALUES
    reading.note(rule, record.slots, place, label=record.label, expected=expected, count=count, values=shown)


def _note_beside(reading: TableReading, record: Record, occurrence: Occurrence, slots: Sequence[int]) -> None:
    """What is doubtful about values that were read, and the cells that have none."""
    if occurrence.cut:
        reading.note(CUT_HEAD, slots, occurrence.place, label=record.label, heads=occurrence.cut)
    _note_missing(reading, record, occurrence)
    _note_ways(reading, record, occurrence)
    if occurrence.is_given:
        shown = _shown(occurrence.texts)
        reading.note(NO_LABEL, slots, occurrence.place, label=record.label, values=shown)
    missing = [slot for slot in record.slots if slot not in slots]
    if missing:
        reading.note(DOUBTFUL_HEAD, missing, occurrence.place, label=record.label, count=len(missing))
        _blank(reading, missing, "uncertain", occurrence.place)


def _note_ways(reading: TableReading, record: Record, occurrence: Occurrence) -> None:
    if occurrence.ways:
        rule = DIGITS_CUT if len(occurrence.ways) == 1 else CUT_BY_COLUMNS
        text = "、".join(occurrence.texts)
        reading.note(rule, record.slots, occurrence.place, label=record.label, values=text)


def _note_missing(reading: TableReading, record: Record, occurrence: Occurrence) -> None:
    if occurrence.missing:
        missing = "、".join(occurrence.missing[:_MOST_SHOWN])
        reading.note(ROW_BEHIND_MISSING, record.slots, occurrence.place, label=record.label, missing=missing)


def _filled(occurrences: list[Occurrence], *, has_labels: bool) -> list[Occurrence]:
    """The occurrences with values; a row without a label and without a value is none.

    A label that lost its values counts beside one that has some: nothing tells which of them is the report's.
    """
    filled = [each for each in occurrences if each.texts]
    blank = [] if has_labels else [each for each in filled if all(map(is_blank_mark, each.texts))]
    saying = [each for each in filled if each not in blank]
    # A blank row below another in one table is none; a blank table beside another may be the right one.
    apart = [each for each in blank if not any(_are_near(each.place, other.place) for other in saying)]
    lost = [each for each in occurrences if has_labels and not each.texts]
    return saying + apart + lost if saying else filled or occurrences


def _are_near(one: Place | None, other: Place | None) -> bool:
    """Whether two rows stand so near to each other that no heads stand between them."""
    if one is None or other is None or (one.table, one.sheet) != (other.table, other.sheet):
        return False
    return one.row is None or other.row is None or abs(one.row - other.row) < _HEADS


def _shown(texts: Sequence[str]) -> str:
    """The values that are left, as a finding shows them; of very many, the first."""
    left = [text for text in texts if text]
    more = ["…"] if len(left) > _MOST_SHOWN else []
    return "、".join([*left[:_MOST_SHOWN], *more]) or "—"


def _blank(reading: TableReading, slots: Sequence[int], why: Absence, place: Place | None) -> None:
    for slot in slots:
        reading.sources[slot] = Source(None, place, why)


def _read_cells(reading: TableReading, occurrence: Occurrence, slots: Sequence[int]) -> None:
    units = chain(occurrence.units, repeat(""))
    for slot, text, place, unit in zip(slots, occurrence.texts, occurrence.places, units, strict=False):
        said = reading.table.fields[slot]
        other = unit if said.kind == "amount" and unit != said.unit else ""
        value = None if other else number(text, said.kind)
        reading.values[slot] = value
        reading.sources[slot] = (
            absent(reading, slot, text, place, other) if value is None else Source(text, place)
        )
