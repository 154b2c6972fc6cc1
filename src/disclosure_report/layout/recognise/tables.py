"""Which form a table has, by its labels alone, and what its records say."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache

from attrs import define, field

from disclosure_report.blocks import Block, Place, Value
from disclosure_report.checks.catalogue import (
    CUT_HEAD,
    DIGITS_CUT,
    DIGITS_RUN,
    DOUBTFUL_HEAD,
    DOUBTFUL_ROW,
    FORM_ASSUMED,
    HEADS_MOVED,
    INCOMPLETE_ROW,
    NO_NUMBER,
    NO_ROW,
    NO_TABLE,
    NOTE_IN_CELL,
    REPEATED_ROW,
    ROW_BEHIND_MISSING,
    TOO_MANY_VALUES,
    UNIT_CONVERTED,
)
from disclosure_report.layout.recognise.columns import in_order
from disclosure_report.layout.recognise.found import Found, Occurrence
from disclosure_report.layout.recognise.gather import Pieces
from disclosure_report.layout.recognise.grids import Sketch, Texts, fill, sketches_of
from disclosure_report.layout.recognise.labels import Labels, Record, labels_of
from disclosure_report.layout.recognise.linear import find_in_lines
from disclosure_report.layout.recognise.numbers import KIND_WORDS, is_blank_mark, measured, number
from disclosure_report.layout.recognise.reading import Absence, Source
from disclosure_report.model.findings import Detail, Finding, Rule
from disclosure_report.model.forms import Form
from disclosure_report.model.parts import PART_LABEL
from disclosure_report.model.registry import TABLES, tables_of
from disclosure_report.model.tree import Table, table


_MOST_SHOWN = 40
_HEADS = 3  # the rows of heads of part four


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
        self.sources[slot] = _absent(self, slot, text, place) if value is None else Source(text, place)

    def note(self, rule: Rule, slots: Sequence[int], place: Place | None, **details: Detail) -> None:
        """Write down a doubt about these slots."""
        paths = tuple(self.table.fields[slot].path for slot in slots)
        self.findings.append(Finding(rule, paths, place, details=tuple(details.items())))


def read_table(
    part: str, pieces: Pieces, form: Form, place: Place | None, known: Table | None = None
) -> TableReading:
    """Read the table of *part* from its lines and grids; *form* stands where labels do not tell.

    *known* is the table, where something else than its labels tells.
    """
    tables = tables_of(part) if known is None else (known,)
    candidates = [_find(labels_of(compiled), pieces) for compiled in tables]
    scores = [candidate.score for candidate in candidates]
    fitting = [each for each, score in zip(candidates, scores, strict=True) if score == max(scores)]
    in_force = known or table(part, TABLES[form][part])
    chosen = next((each for each in fitting if each.labels.table is in_force), fitting[0])
    if not chosen.records:
        return no_table(in_force, form, place, pieces, _filled_in(chosen, Found()).left_over)
    labels, found = chosen.labels, _filled_in(chosen, chosen.found)
    reading = TableReading(labels.table)
    for record in labels.records:
        _read_record(reading, record, found.of(record))
    if len(fitting) > 1:
        form_read = labels.table.form.value if labels.table.form else ""
        reading.note(FORM_ASSUMED, reading.filled, place, part=PART_LABEL[part], form=form_read)
        reading.findings.insert(0, reading.findings.pop())
    moved = [slot for record in labels.records for slot in _moved(found.of(record))]
    if moved:
        reading.note(HEADS_MOVED, moved, place, part=PART_LABEL[part])
    reading.left_over = [*found.left_over, *pieces.rest]
    return reading


def _moved(occurrences: Sequence[Occurrence]) -> tuple[int, ...]:
    """The slots of a record whose heads stand in another order than the form's."""
    slots = next((each.slots for each in occurrences if each.slots), ())
    return () if in_order(slots) else slots


@define
class _Candidate:
    """The blocks of a part under the labels of one form: what the lines hold, and a sketch of each grid."""

    labels: Labels
    found: Found
    sketches: list[tuple[Sketch, Texts]]

    @property
    def known(self) -> set[str]:
        """The labels met."""
        return self.found.known.union(*(sketch.known for sketch, _ in self.sketches))

    @property
    def records(self) -> set[Record]:
        """The records met."""
        return set(self.found.occurrences).union(*(sketch.records for sketch, _ in self.sketches))

    @property
    def score(self) -> tuple[int, int]:
        """How well the labels fit."""
        if len(self.sketches) == 1 and not self.found.known:
            return _score_of(self.sketches[0][0])
        return _score(self.labels, self.known, self.records)


@lru_cache(maxsize=128)
def _score_of(sketch: Sketch) -> tuple[int, int]:
    """The score of a sketch: it is the same for all tables that share it."""
    return _score(sketch.labels, sketch.known, sketch.records)


def _score(labels: Labels, known: AbstractSet[str], records: AbstractSet[Record]) -> tuple[int, int]:
    """Labels met, less the rows missing in a group whose label stands there; then labels alone."""
    met = [record in records for record in labels.records]
    last = max((number for number, each in enumerate(met) if each), default=0)
    missing = sum(
        not each and not record.groups.isdisjoint(known)
        for number, (record, each) in enumerate(zip(labels.records, met, strict=True))
        if number < last
    )
    return len(known) - missing, len(known)


def _find(labels: Labels, pieces: Pieces) -> _Candidate:
    found = Found()
    find_in_lines(labels, pieces.lines, found)
    return _Candidate(labels, found, sketches_of(labels, pieces.grids))


def _filled_in(candidate: _Candidate, found: Found) -> Found:
    """What the grids hold, put to what was found."""
    for sketch, grid in candidate.sketches:
        fill(sketch, grid, found)
    return found


def no_table(
    compiled: Table, form: Form, place: Place | None, pieces: Pieces, others: Sequence[Block] = ()
) -> TableReading:
    """A blank table of the form in force, where the source has none; *others* is what its grids hold."""
    reading = TableReading(compiled)
    slots = range(len(compiled.fields))
    reading.note(NO_TABLE, slots, place, part=PART_LABEL[compiled.part], form=form.value)
    reading.left_over = [*(line for line in pieces.lines if line.text.strip()), *others, *pieces.rest]
    return reading


def _read_record(reading: TableReading, record: Record, occurrences: list[Occurrence]) -> None:
    filled = _filled(occurrences, has_labels=not reading.table.facts.across)
    if not filled:
        _blank(reading, record.slots, "no row", None)
        reading.note(NO_ROW, record.slots, None, label=record.label)
        return
    first, expected, place = filled[0], len(record.slots), filled[0].place
    if len(filled) > 1 and len({(each.texts, each.slots) for each in filled}) > 1:
        shown = "；".join(_shown(each.texts) for each in filled)
        reading.note(REPEATED_ROW, record.slots, filled[1].place, label=record.label, values=shown)
    elif first.doubt and first.texts:
        shown = _shown(first.texts)
        reading.note(DOUBTFUL_ROW, record.slots, place, label=record.label, values=shown)
    elif first.slots is not None and len(first.slots) == len(first.texts):
        _read_cells(reading, first, first.slots)
        if first.cut:
            reading.note(CUT_HEAD, first.slots, place, label=record.label, heads=first.cut)
        _note_missing(reading, record, first)
        _note_ways(reading, record, first)
        missing = [slot for slot in record.slots if slot not in first.slots]
        if missing:
            reading.note(DOUBTFUL_HEAD, missing, place, label=record.label, count=len(missing))
            _blank(reading, missing, "uncertain", place)
        return
    elif first.ways and len(first.texts) != expected:
        shown = " | ".join(first.ways)
        reading.note(
            DIGITS_RUN, record.slots, place, label=record.label, text=_shown(first.texts), ways=shown
        )
    elif len(first.texts) != expected:
        rule = INCOMPLETE_ROW if len(first.texts) < expected else TOO_MANY_VALUES
        reading.note(
            rule,
            record.slots,
            place,
            label=record.label,
            expected=expected,
            count=len(first.texts),
            values=_shown(first.texts),
        )
    else:
        _read_cells(reading, first, record.slots)
        _note_missing(reading, record, first)
        _note_ways(reading, record, first)
        return
    _blank(reading, record.slots, "uncertain", place)


def _note_ways(reading: TableReading, record: Record, occurrence: Occurrence) -> None:
    if occurrence.ways:
        text = occurrence.ways[0]
        reading.note(DIGITS_CUT, record.slots, occurrence.place, label=record.label, values=text)


def _note_missing(reading: TableReading, record: Record, occurrence: Occurrence) -> None:
    if occurrence.missing:
        missing = "、".join(occurrence.missing[:_MOST_SHOWN])
        reading.note(ROW_BEHIND_MISSING, record.slots, occurrence.place, label=record.label, missing=missing)


def _filled(occurrences: list[Occurrence], *, has_labels: bool) -> list[Occurrence]:
    """The occurrences with values; a row without a label and without a value is none."""
    filled = [each for each in occurrences if each.texts]
    blank = [] if has_labels else [each for each in filled if all(map(is_blank_mark, each.texts))]
    saying = [each for each in filled if each not in blank]
    # A blank row below another in one table is none; a blank table beside another may be the right one.
    apart = [each for each in blank if not any(_are_near(each.place, other.place) for other in saying)]
    return saying + apart if saying else filled or occurrences[:1]


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
    fields, values, sources = reading.table.fields, reading.values, reading.sources
    for slot, text, place in zip(slots, occurrence.texts, occurrence.places, strict=True):
        values[slot] = value = number(text, fields[slot].kind)
        sources[slot] = _absent(reading, slot, text, place) if value is None else Source(text, place)
    for slot, text, place, unit in zip(
        slots, occurrence.texts, occurrence.places, occurrence.units, strict=False
    ):
        if unit and fields[slot].kind == "amount" and values[slot] is not None and unit != fields[slot].unit:
            sources[slot] = source = _absent(reading, slot, text, place, unit)
            if source.absent:
                values[slot] = None


def _absent(reading: TableReading, slot: int, text: str, place: Place | None, unit: str = "") -> Source:
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


def sources_of(readings: Sequence[TableReading]) -> dict[str, Source]:
    """The source of every cell of these tables, by its path."""
    found: dict[str, Source] = {}
    for reading in readings:
        found.update(zip(reading.table.index, reading.sources, strict=True))
    return found
