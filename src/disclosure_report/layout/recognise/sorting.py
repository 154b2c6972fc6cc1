"""A grid under sorting, row by row: which box is a label, a head, a value of a record, or none of these."""

from collections.abc import Sequence
from functools import partial
from itertools import chain, takewhile

from attrs import define, field, frozen

from disclosure_report.blocks import Box
from disclosure_report.layout.recognise.columns import beside, completed, is_value
from disclosure_report.layout.recognise.folding import fold
from disclosure_report.layout.recognise.labels import Labels, Record
from disclosure_report.layout.recognise.numbers import unit_of


@frozen
class Entry:
    """One time that a record stands in a grid: the boxes of its label and values, by number.

    A value in a box of *beyond* shows that the row does not stand where its heads do.
    """

    record: Record
    label: int
    values: tuple[int, ...]
    slots: tuple[int, ...] | None
    doubt: bool
    cut: str = ""
    units: tuple[str, ...] = ()
    beyond: tuple[int, ...] = ()


@define
class Sorting:
    """A grid under sorting: the last heads met above each column, as many as tell columns apart, and units.

    Boxes go by their numbers.
    """

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
        [record] = self.labels.records
        below = [number for number in row if self._heads(self.boxes[number]) in record.heads]
        is_head = any(self.labels.knows(self._key(number)) for number in row)
        values = sum(is_value(self.words[number] or "") for number in below)
        if 2 * values > len(below) and not is_head:
            self._record(record, next(iter(row)), row)
        else:
            self._meet(row)

    def _record(self, record: Record, label: int, values: Sequence[int]) -> None:
        covered = [self._covered(record, self.boxes[number]) for number in values]
        heads = [self._heads(self.boxes[number]) for number in values]
        below = [*map(partial(self._below, record), values, covered)]
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
            doubt = bool(known) or any(map(self.labels.misleads, chain.from_iterable(heads)))
            self.entries.append(Entry(record, label, tuple(values), None, doubt))
            return
        # A row fits its heads when something of it stands below each one, and nothing beside them. A row that
        # ends before a head that the form does not have has lost a cell, and nothing tells which.
        standing = self._standing(record) - {None}
        # Under no head that explains it, a value is out of its place.
        beyond = tuple(number for slot, number, _ in pairs if slot is None and not self._is_remark(number))
        fits = standing <= {slot for each in covered for slot in each} and self._reaches(label, values)
        is_short = bool(beyond) and not set(record.slots) <= standing
        doubt = self._is_doubtful(label, pairs) or not fits or is_short
        numbers = tuple(found.values())
        own = unit_of(self.words[label] or "")
        said = tuple(self.units.get(self.boxes[number].column, "") for number in numbers)
        doubt = doubt or any(own and unit not in {"", own} for unit in said)  # label and head contradict
        units = tuple(unit or own for unit in said)
        self.entries.append(Entry(record, label, numbers, tuple(found), doubt, cut, units, beyond))
        other = tuple(number for number in values if number not in numbers)
        if other:
            self.strange.append(other)

    def _is_doubtful(self, label: int, pairs: Sequence[tuple[int | None, int, list[int]]]) -> bool:
        """Whether a value reaches over other rows, or words stand before the values."""
        before = takewhile(lambda pair: pair[0] is None, pairs)
        if any((self.words[number] or "").strip() for _, number, _ in before):
            return True
        height = self.boxes[label].rowspan
        return any(slot is not None and self.boxes[number].rowspan > height for slot, number, _ in pairs)

    def _reaches(self, label: int, values: Sequence[int]) -> bool:
        """Whether a row ends below the last of its heads, those that the form does not have among them."""
        last = self.boxes[values[-1] if values else label]
        end = last.column + last.colspan
        return all(column < end for column in self.above if self._is_strange(column))

    def _is_remark(self, number: int) -> bool:
        """Whether a box stands under a head that the form does not have, or holds words."""
        words = self.words[number]
        return self._is_strange(self.boxes[number].column) or (words is not None and not is_value(words))

    def _is_strange(self, column: int) -> bool:
        """Whether a head that the form does not have stands above a column."""
        return not all(map(self.labels.knows, self.above.get(column, ())))

    def _below(self, record: Record, number: int, covered: Sequence[int]) -> int | None:
        """The slot below whose head a box begins, or half of it stands and no other column."""
        box = self.boxes[number]
        slot = record.heads.get(self._heads(box))
        if slot is not None or len(covered) != 1:
            return slot
        [only] = covered
        heads = [self.above.get(column, ("",))[-1] for column in range(box.column, box.column + box.colspan)]
        own = {head for (*_, head), below in record.heads.items() if below == only}
        others = [head for head in heads if head not in own]
        is_beside = 2 * len(others) > box.colspan or any(map(self.labels.misleads, filter(None, others)))
        return None if is_beside else only

    def _standing(self, record: Record) -> set[int | None]:
        """The slots whose heads stand above any column."""
        return {record.heads.get(heads) for heads in self.above.values()}

    def _covered(self, record: Record, box: Box) -> list[int]:
        """The slots whose columns a box reaches over, in their order."""
        columns = range(box.column, box.column + box.colspan)
        slots = (record.heads.get(self.above.get(column, ())) for column in columns)
        return list(dict.fromkeys(slot for slot in slots if slot is not None))

    def _heads(self, box: Box) -> tuple[str, ...]:
        """The heads above the column where a box begins."""
        return self.above.get(box.column, ())

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
                heads = self.above.get(column, ())
                self.above[column] = heads if heads[-1:] == (key,) else (*heads, key)[-self.labels.depth :]
                self.units[column] = unit
        if strange:
            self.strange.append(tuple(strange))
