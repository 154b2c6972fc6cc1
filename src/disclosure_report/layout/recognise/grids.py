"""Tables that still are tables: a value belongs to the label of its row and the heads of its column.

The heads of the columns decide. A value under a head that is not known stays blank. Where no heads stand, the
values are taken in order, if there are as many as the record has cells. Anything else stays blank.

Which box belongs to which record depends on the boxes and the words in them, never on the numbers. So a
table is sketched without its numbers, and the sketch serves every table with the same words.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from attrs import define, field, frozen

from disclosure_report.blocks import Box, Grid, Paragraph, Place, Shape
from disclosure_report.layout.recognise.folding import fold
from disclosure_report.layout.recognise.found import Found, Occurrence
from disclosure_report.layout.recognise.labels import Labels, Record
from disclosure_report.layout.recognise.numbers import is_value_like


_MOST_HEADS = 4  # rows of heads above a column that can tell it from others
_PLAIN = re.compile(r"(?:[+-]?\d{1,20}(?:\.\d{1,20})?)?", re.ASCII)  # certainly a value, or nothing
_LARGEST_KEPT = 1000  # boxes; table three has 256


@frozen
class Entry:
    """One time that a record stands in a grid: the boxes of its label and values, by number."""

    record: Record
    label: int
    values: tuple[int, ...]
    slots: tuple[int, ...] | None
    doubt: bool = False


@frozen(eq=False)
class Sketch:
    """A grid sorted into records; *strange* are the boxes of each row that belong to none."""

    labels: Labels
    known: frozenset[str]
    entries: tuple[Entry, ...]
    strange: tuple[tuple[int, ...], ...]

    @property
    def records(self) -> set[Record]:
        """The records met."""
        return {entry.record for entry in self.entries}


@frozen
class Texts:
    """What stands in each box of a grid; *words* has None where it is certainly a number, or nothing."""

    shape: Shape
    place: Place
    texts: tuple[str, ...]
    words: tuple[str | None, ...]

    @classmethod
    def of(cls, grid: Grid) -> "Texts":
        """The texts of a grid."""
        values = ["" if value is None else str(value) for value in grid.values]
        contents = [box.content for box in grid.shape.boxes]
        texts = tuple([c if isinstance(c, str) else values[c] for c in contents])
        plain = map(_PLAIN.fullmatch, texts)
        words = tuple([None if certain else text for certain, text in zip(plain, texts, strict=True)])
        return cls(grid.shape, grid.place or Place(), texts, words)


def sketch_of(labels: Labels, grid: Texts) -> Sketch:
    """A grid sorted under the labels of one table."""
    make = _sketched if len(grid.words) <= _LARGEST_KEPT else _sketched.__wrapped__
    return make(labels, grid.shape, grid.words)


def fill(sketch: Sketch, grid: Texts, found: Found) -> None:
    """The values of a grid in the places of its sketch, and what belongs to no record."""
    texts, places = grid.texts, _places(grid.shape, grid.place)
    for entry in sketch.entries:
        values = tuple([texts[number].strip() for number in entry.values])
        where = tuple([places[number] for number in entry.values])
        place = places[entry.label]
        found.add(Occurrence(entry.record, place, values, where, entry.slots, doubt=entry.doubt))
    for numbers in sketch.strange:
        left = [number for number in numbers if texts[number].strip()]
        if left:
            text = " | ".join(texts[number].strip() for number in left)
            found.left_over.append(Paragraph(text, place=places[left[0]]))


@lru_cache(maxsize=64)
def _places(shape: Shape, place: Place) -> tuple[Place, ...]:
    """The place of each box."""
    return tuple(
        Place(table=place.table, sheet=place.sheet, row=box.row + 1, column=box.column + 1)
        for box in shape.boxes
    )


@lru_cache(maxsize=64)
def _sketched(labels: Labels, shape: Shape, words: tuple[str | None, ...]) -> Sketch:
    rows: dict[int, list[int]] = {}
    for number, box in enumerate(shape.boxes):
        rows.setdefault(box.row, []).append(number)
    sorting = _Sorting(labels, shape.boxes, words)
    for row in sorted(rows):
        sorting.take(sorted(rows[row], key=lambda number: shape.boxes[number].column))
    return Sketch(labels, frozenset(sorting.known), tuple(sorting.entries), tuple(sorting.strange))


@define
class _Sorting:
    """A grid under sorting: the heads met so far above each column. Boxes go by their numbers."""

    labels: Labels
    boxes: tuple[Box, ...]
    words: tuple[str | None, ...]
    above: dict[int, tuple[str, ...]] = field(factory=dict)
    known: set[str] = field(factory=set)
    entries: list[Entry] = field(factory=list)
    strange: list[tuple[int, ...]] = field(factory=list)

    def take(self, row: Sequence[int]) -> None:
        """One row: the boxes that begin in it."""
        if self.labels.table.facts.across:
            self._take_across(row)
            return
        opening = [place for place, number in enumerate(row) if self._folded(number) in self.labels.opens]
        if opening:
            last = opening[-1]
            self._meet(row[:last])
            folded = self._folded(row[last])
            self.known.add(folded)
            self._record(self.labels.opens[folded], row[last], row[last + 1 :])
        else:
            self._meet(row)

    def _folded(self, number: int) -> str:
        return fold(self.words[number] or "")

    def _take_across(self, row: Sequence[int]) -> None:
        """In a table of one row, the row of values is the one below the heads that has no label."""
        if self.above and all(is_value_like(self.words[number] or "") for number in row):
            self._record(self.labels.records[0], row[0], row)
        else:
            self._meet(row)

    def _record(self, record: Record, label: int, values: Sequence[int]) -> None:
        heads = [self._heads(record, self.boxes[number]) for number in values]
        slots = [record.heads.get(each) for each in heads]
        known = [slot for slot in slots if slot is not None]
        if not known or len(set(known)) < len(known):
            # One head stands above two columns, or heads that nobody knows.
            doubt = bool(known) or any(each and not self.labels.knows(each[-1]) for each in heads)
            self.entries.append(Entry(record, label, tuple(values), None, doubt=doubt))
            return
        if len(slots) == len(record.slots) and self._in_order(slots, record):
            # A column without any head of its own is the one that is left at its place.
            slots = [
                expected if slot is None and len(each) < self._depth(record) else slot
                for slot, expected, each in zip(slots, record.slots, heads, strict=True)
            ]
        found = {slot: number for slot, number in zip(slots, values, strict=True) if slot is not None}
        self.entries.append(Entry(record, label, tuple(found.values()), tuple(found)))
        other = tuple(number for number in values if number not in found.values())
        if other:
            self.strange.append(other)

    @staticmethod
    def _in_order(slots: Sequence[int | None], record: Record) -> bool:
        """Whether no known head stands at another place than the form's."""
        return all(slot in {None, expected} for slot, expected in zip(slots, record.slots, strict=True))

    def _heads(self, record: Record, box: Box) -> tuple[str, ...]:
        """The heads above a box, as many as tell this record's columns apart."""
        return self.above.get(box.column, ())[-self._depth(record) :]

    @staticmethod
    def _depth(record: Record) -> int:
        return len(next(iter(record.heads)))

    def _meet(self, row: Sequence[int]) -> None:
        """Labels that open no record are heads of the columns below them; other words are left over."""
        strange = []
        has_heads = any(self.labels.knows(self._folded(number)) for number in row)
        for number in row:
            box, folded = self.boxes[number], self._folded(number)
            if not self.labels.knows(folded):
                strange.append(number)
                if not folded or not has_heads:
                    continue  # else it is a head that nobody knows
            else:
                self.known.add(folded)
            for column in range(box.column, box.column + box.colspan):
                self.above[column] = (*self.above.get(column, ())[-_MOST_HEADS:], folded)
        if strange:
            self.strange.append(tuple(strange))
