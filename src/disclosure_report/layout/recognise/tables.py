"""Which form a table has, by its labels alone, and what its records say."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import dropwhile

from attrs import define

from disclosure_report.blocks import Block, Place
from disclosure_report.checks.catalogue import FORM_ASSUMED, NO_TABLE
from disclosure_report.checks.doubts import HEADS_MOVED
from disclosure_report.layout.recognise.columns import in_order
from disclosure_report.layout.recognise.found import Found, Occurrence
from disclosure_report.layout.recognise.gather import Pieces
from disclosure_report.layout.recognise.grids import Sketch, Texts, fill, sketches_of
from disclosure_report.layout.recognise.labels import Labels, Record, labels_of
from disclosure_report.layout.recognise.lines.pipes import Cells, cells_of
from disclosure_report.layout.recognise.lines.sorting import find_in_lines
from disclosure_report.layout.recognise.reading import Source
from disclosure_report.layout.recognise.rows import read_record
from disclosure_report.layout.recognise.table_reading import TableReading
from disclosure_report.layout.recognise.ties import break_ties
from disclosure_report.model.forms import Form
from disclosure_report.model.parts import PART_LABEL
from disclosure_report.model.registry import TABLES, tables_of
from disclosure_report.model.tree import Table, table


def read_table(
    part: str, pieces: Pieces, form: Form, place: Place | None, known: Table | None = None
) -> TableReading:
    """Read the table of *part* from its lines and grids; *form* stands where labels do not tell.

    *known* is the table, where something else than its labels tells.
    """
    tables = tables_of(part) if known is None else (known,)
    cells = cells_of(pieces.lines)
    candidates = [_find(labels_of(compiled), cells, pieces) for compiled in tables]
    best = max(each.score for each in candidates)
    fitting = [each for each in candidates if each.score == best]
    in_force = known or table(part, TABLES[form][part])
    chosen = max(fitting, key=lambda each: each.labels.table is in_force)
    if not chosen.records(with_values=False):
        return no_table(in_force, form, place, pieces, _filled_in(chosen, Found()).left_over)
    labels, found = chosen.labels, _filled_in(chosen, chosen.found)
    reading = _read(labels, found)
    if break_ties(reading, found):
        reading = _read(labels, found)
    if len(fitting) > 1:
        form_read = labels.table.form.value if labels.table.form else ""
        reading.note(FORM_ASSUMED, reading.filled, place, part=PART_LABEL[part], form=form_read)
        reading.findings.insert(0, reading.findings.pop())
    moved = [slot for record in labels.records for slot in _moved(found.of(record))]
    if moved:
        reading.note(HEADS_MOVED, moved, place, part=PART_LABEL[part])
    reading.left_over = [*found.left_over, *pieces.rest]
    return reading


def _read(labels: Labels, found: Found) -> TableReading:
    reading = TableReading(labels.table)
    for record in labels.records:
        read_record(reading, record, found.of(record))
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

    def records(self, *, with_values: bool) -> set[Record]:
        """The records met; or those alone of which values stand there."""
        occurrences = self.found.occurrences.items()
        met = {record for record, each in occurrences if not with_values or any(one.texts for one in each)}
        return met.union(*(sketch.records for sketch, _ in self.sketches))

    @property
    def score(self) -> tuple[int, int]:
        """How well the labels fit."""
        sketches = [sketch for sketch, _ in self.sketches]
        if len(sketches) == 1 and not self.found.known:
            return _score_of(*sketches)
        told, labels = _score(self.labels, self.known, self.records(with_values=False))
        # The label of a row that has no values may be that of a group in the other form.
        filled = self.records(with_values=True)
        opened = filter(None, map(self.labels.opens.get, self.known))
        return told - sum(record not in filled for record in opened), labels


@lru_cache
def _score_of(sketch: Sketch) -> tuple[int, int]:
    """The score of a sketch: it is the same for all tables that share it."""
    return _score(sketch.labels, sketch.known, sketch.records)


def _score(labels: Labels, known: AbstractSet[str], records: AbstractSet[Record]) -> tuple[int, int]:
    """Labels met, less the rows missing in a group whose label stands there; then labels alone."""
    to_last = dropwhile(lambda record: record not in records, reversed(labels.records))
    missing = sum(record not in records and not record.groups.isdisjoint(known) for record in to_last)
    return len(known) - missing, len(known)


def _find(labels: Labels, cells: Cells, pieces: Pieces) -> _Candidate:
    found = Found()
    find_in_lines(labels, cells, found)
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


def sources_of(readings: Sequence[TableReading]) -> dict[str, Source]:
    """The source of every cell of these tables, by its path."""
    found: dict[str, Source] = {}
    for reading in readings:
        found.update(zip(reading.table.index, reading.sources, strict=True))
    return found
