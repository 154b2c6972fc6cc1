"""Tables that still are tables: a value belongs to the label of its row and the heads of its column.

Where the heads of all columns are known, they decide; else the values are taken in order, if there are as
many as the record has cells. Anything else stays blank.
"""

from collections.abc import Sequence

from attrs import define, field

from disclosure_report.blocks import Box, Grid, Paragraph, Place
from disclosure_report.layout.recognise.folding import fold
from disclosure_report.layout.recognise.found import Found, Occurrence
from disclosure_report.layout.recognise.labels import Labels, Record
from disclosure_report.layout.recognise.numbers import is_value_like


_MOST_HEADS = 4  # rows of heads above a column that can tell it from others


def find_in_grid(labels: Labels, grid: Grid, found: Found) -> None:
    """Sort the rows of a grid into records with their values, and what belongs to none."""
    rows: dict[int, list[Box]] = {}
    for box in grid.shape.boxes:
        rows.setdefault(box.row, []).append(box)
    sorting = _Sorting(labels, grid.place or Place(), found)
    for number in sorted(rows):
        sorting.take(sorted(rows[number], key=lambda box: box.column))


@define
class _Sorting:
    """A grid under sorting: the heads met so far above each column."""

    labels: Labels
    place: Place
    found: Found
    above: dict[int, tuple[str, ...]] = field(factory=dict)

    def take(self, boxes: Sequence[Box]) -> None:
        """One row: the boxes that begin in it."""
        folded = [fold(str(box.content)) for box in boxes]
        if self.labels.table.facts.across:
            self._take_across(boxes, folded)
            return
        opening = [n for n, words in enumerate(folded) if words in self.labels.opens]
        if opening:
            last = opening[-1]
            self._meet(boxes[:last], folded[:last])
            self.found.known.add(folded[last])
            self._record(self.labels.opens[folded[last]], boxes[last], boxes[last + 1 :])
        else:
            self._meet(boxes, folded)

    def _take_across(self, boxes: Sequence[Box], folded: Sequence[str]) -> None:
        """In a table of one row, the row of values is the one below the heads that has no label."""
        values = all(is_value_like(str(box.content)) for box in boxes)
        if self.above and values:
            self._record(self.labels.records[0], boxes[0], boxes)
        else:
            self._meet(boxes, folded)

    def _record(self, record: Record, label: Box, boxes: Sequence[Box]) -> None:
        values = tuple(Paragraph(str(box.content), place=self._at(box)) for box in boxes)
        slots = [record.heads.get(self._heads(record, box)) for box in boxes]
        by_heads = tuple(slot for slot in slots if slot is not None)
        certain = len(by_heads) == len(slots) and set(by_heads) == set(record.slots)
        self.found.add(Occurrence(record, self._at(label), values, by_heads if certain else None))

    def _heads(self, record: Record, box: Box) -> tuple[str, ...]:
        """The heads above a box, as many as tell this record's columns apart."""
        depth = len(next(iter(record.heads)))
        return self.above.get(box.column, ())[-depth:]

    def _meet(self, boxes: Sequence[Box], folded: Sequence[str]) -> None:
        """Labels that open no record are heads of the columns below them; other words are left over."""
        strange = []
        for box, words in zip(boxes, folded, strict=True):
            if self.labels.knows(words):
                self.found.known.add(words)
                for column in range(box.column, box.column + box.colspan):
                    self.above[column] = (*self.above.get(column, ())[-_MOST_HEADS:], words)
            elif str(box.content).strip():
                strange.append(box)
        if strange:
            text = " | ".join(str(box.content).strip() for box in strange)
            self.found.left_over.append(Paragraph(text, place=self._at(strange[0])))

    def _at(self, box: Box) -> Place:
        place = self.place
        return Place(table=place.table, sheet=place.sheet, row=box.row + 1, column=box.column + 1)
