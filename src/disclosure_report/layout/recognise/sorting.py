"""A grid under sorting, row by row: which box is a label, a head, a value of a record, or none of these."""

from collections.abc import Sequence

from attrs import define, field, frozen

from disclosure_report.blocks import Box
from disclosure_report.layout.recognise.columns import beside, completed, is_value
from disclosure_report.layout.recognise.folding import fold
from disclosure_report.layout.recognise.labels import Labels, Record
from disclosure_report.layout.recognise.numbers import unit_of


_MOST_HEADS = 4  # rows of heads above a column that can tell it from others


@frozen
class Entry:
    """One time that a record stands in a grid: the boxes of its label and values, by number.

    A value in a box of *beyond* shows that the row does not stand where its heads do.
    """

    record: Record
    label: int
    values: tuple[int, ...]
    slots: tuple[int, ...] | None
    doubt: bool = False
    cut: str = ""
    units: tuple[str, ...] = ()
    beyond: tuple[int, ...] = ()


@define
class Sorting:
    """A grid under sorting: the heads met so far above each column, and units. Boxes go by their numbers."""

    labels: Labels
    boxes: tuple[Box, ...]
    words: tuple[str | None, ...]
    above: dict[int, tuple[str, ...]] = field(factory=dict)
    units: dict[int, str] = field(factory=dict)
    known: set[str] = field(factory=set)
    entries: list[Entry] = field(factory=list)
    strange: list[tuple[int, ...]] = field(factory=list)

    def take(self, row: Sequence[int]) -> None:
        """One row: the boxes that begin in it."""
        if self.labels.table.facts.across:
            self._take_across(row)
            return
        opening = [place for place, number in enumerate(row) if self._key(number) in self.labels.opens]
        if opening:
            last = opening[-1]
            self._meet(row[:last])
            key = self._key(row[last])
            self.known.add(key)
            self._record(self.labels.opens[key], row[last], row[last + 1 :])
            if self._has_note(row[last]):
                self.strange.append((row[last],))
        else:
            self._meet(row)

    def _key(self, number: int) -> str:
        return self.labels.cell_key(self.words[number] or "")

    def _has_note(self, number: int) -> bool:
        """Whether a label has a note of the page's own behind it."""
        folded = fold(self.words[number] or "")
        return not (self.labels.knows(folded) or folded in self.labels.unnumbered)

    def _take_across(self, row: Sequence[int]) -> None:
        """In a table of one row, the row of values is the one with values below most heads, and no label."""
        record = self.labels.records[0]
        below = [number for number in row if self._heads(record, self.boxes[number]) in record.heads]
        is_head = any(self.labels.knows(self._key(number)) for number in row)
        values = sum(is_value(self.words[number] or "") for number in below)
        if 2 * values > len(below) and not is_head:
            self._record(record, row[0], row)
        else:
            self._meet(row)

    def _record(self, record: Record, label: int, values: Sequence[int]) -> None:
        covered = [self._covered(record, self.boxes[number]) for number in values]
        heads = [self._heads(record, self.boxes[number]) for number in values]
        below = [self._below(record, *each) for each in zip(values, covered, strict=True)]
        slots, cut = completed(record, below, heads, self._standing(record))
        slots = beside(record, covered) or slots
        known = {slot for slot in slots if slot is not None}
        pairs = [*zip(slots, values, covered, strict=True)]
        # A box that has no column of its own makes uncertain what it reaches over.
        unsure = {
            slot for own, _, each in pairs if own is None or not known.issuperset(each) for slot in each
        }
        found = {slot: number for slot, number, _ in pairs if slot is not None and slot not in unsure}
        if not found or len(known) < len(slots) - slots.count(None):
            # One head stands above two columns, or heads that nobody knows, or those of other rows.
            doubt = bool(known) or any(each and self.labels.misleads(each[-1]) for each in heads)
            self.entries.append(Entry(record, label, tuple(values), None, doubt=doubt))
            return
        # A row fits its heads when something of it stands below each one, and nothing beside them. A row that
        # ends before a head that the form does not have has lost a cell, and nothing tells which.
        standing = self._standing(record) - {None}
        beyond = self._beyond(values, slots)
        fits = standing <= {slot for each in covered for slot in each} and self._reaches(label, values)
        is_short = bool(beyond) and not set(record.slots) <= standing
        doubt = self._is_doubtful(label, values, slots) or not fits or is_short
        numbers = tuple(found.values())
        own = unit_of(self.words[label] or "")
        said = tuple(self.units.get(self.boxes[number].column, "") for number in numbers)
        doubt = doubt or any(own and unit not in {"", own} for unit in said)  # label and head contradict
        units = tuple(unit or own for unit in said) if own or any(said) else ()
        self.entries.append(Entry(record, label, numbers, tuple(found), doubt, cut, units, beyond))
        other = tuple(number for number in values if number not in numbers)
        if other:
            self.strange.append(other)

    def _is_doubtful(self, label: int, values: Sequence[int], slots: Sequence[int | None]) -> bool:
        """Whether a value reaches over other rows, or words stand before the values."""
        first = next(number for number, slot in enumerate(slots) if slot is not None)
        if any((self.words[number] or "").strip() for number in values[:first]):
            return True
        own = self.boxes[label]
        return any(
            slot is not None and self.boxes[number].rowspan > own.rowspan
            for number, slot in zip(values, slots, strict=True)
        )

    def _beyond(self, values: Sequence[int], slots: Sequence[int | None]) -> tuple[int, ...]:
        """The boxes of a row in which a value is out of its place: those under no head that explains them."""
        boxes = zip(values, slots, strict=True)
        return tuple(number for number, slot in boxes if slot is None and not self._is_remark(number))

    def _reaches(self, label: int, values: Sequence[int]) -> bool:
        """Whether a row ends below the last of its heads, those that the form does not have among them."""
        strange = [column for column, heads in self.above.items() if not self.labels.knows(heads[-1])]
        last = self.boxes[values[-1] if values else label]
        return last.column + last.colspan > max(strange, default=0)

    def _is_remark(self, number: int) -> bool:
        """Whether a box stands under a head that the form does not have, or holds words."""
        heads = self.above.get(self.boxes[number].column, ())
        words = self.words[number]
        return bool(heads and not self.labels.knows(heads[-1])) or (words is not None and not is_value(words))

    def _below(self, record: Record, number: int, covered: Sequence[int]) -> int | None:
        """The slot below whose head a box begins, or half of it stands and no other column."""
        box = self.boxes[number]
        slot = record.heads.get(self._heads(record, box))
        if slot is not None or len(covered) != 1:
            return slot
        heads = [self.above.get(column, ("",))[-1] for column in range(box.column, box.column + box.colspan)]
        own = {head for (*_, head), below in record.heads.items() if below == covered[0]}
        others = [head for head in heads if head not in own]
        is_beside = 2 * len(others) > box.colspan or any(map(self.labels.misleads, filter(None, others)))
        return None if is_beside else covered[0]

    def _standing(self, record: Record) -> set[int | None]:
        """The slots whose heads stand above any column."""
        return {record.heads.get(heads[-record.depth :]) for heads in self.above.values()}

    def _covered(self, record: Record, box: Box) -> list[int]:
        """The slots whose columns a box reaches over, in their order."""
        depth = record.depth
        columns = range(box.column, box.column + box.colspan)
        slots = (record.heads.get(self.above.get(column, ())[-depth:]) for column in columns)
        return list(dict.fromkeys(slot for slot in slots if slot is not None))

    def _heads(self, record: Record, box: Box) -> tuple[str, ...]:
        """The heads above a box, as many as tell this record's columns apart."""
        return self.above.get(box.column, ())[-record.depth :]

    def _meet(self, row: Sequence[int]) -> None:
        """Labels that open no record are heads of the columns below them; other words are left over."""
        strange = []
        has_heads = any(self.labels.knows(self._key(number)) for number in row)
        for number in row:
            box, key = self.boxes[number], self._key(number)
            if not self.labels.knows(key):
                strange.append(number)
                if not key or not has_heads:
                    continue  # else it is a head that nobody knows
            else:
                self.known.add(key)
                if self._has_note(number):
                    strange.append(number)
            unit = unit_of(self.words[number] or "")
            for column in range(box.column, box.column + box.colspan):
                heads = self.above.get(column, ())[-_MOST_HEADS:]
                self.above[column] = heads if heads[-1:] == (key,) else (*heads, key)
                self.units[column] = unit
        if strange:
            self.strange.append(tuple(strange))
