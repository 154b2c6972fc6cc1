"""Tables whose lines have come apart: one label or value a line.

A record gets its values only when as many stand behind its label as it has columns. With fewer, nothing
tells which columns lost theirs, so the record stays blank and a finding holds what is left. No arithmetic.
"""

import re
from collections.abc import Iterator, Sequence

from attrs import define, evolve, field

from disclosure_report.layout.recognise.folding import fold
from disclosure_report.layout.recognise.found import Found, Line, Occurrence
from disclosure_report.layout.recognise.labels import LONGEST_LABEL, Labels, Record
from disclosure_report.layout.recognise.numbers import is_value_like, unit_of, unspaced


_MOST_PIECES = 3  # a label torn over lines has at most so many
_DIGITS = re.compile(r"\d+", re.ASCII)


def find_in_lines(labels: Labels, lines: Sequence[Line], found: Found) -> None:
    """Sort the lines of a part into records with their values, and what belongs to none."""
    sorting = _Sorting(labels, found)
    for line, words, label in _labelled(labels, [line for line in lines if line.text.strip()]):
        sorting.take(line, words, label)
    sorting.close()


@define
class _Sorting:
    """Lines under sorting: the record that is open, its values so far, the heads above them."""

    labels: Labels
    found: Found
    record: Record | None = None
    opened: Line | None = None
    values: list[Line] = field(factory=list)
    heads: list[str] = field(factory=list)
    units: dict[str, str] = field(factory=dict)
    used: bool = False

    def take(self, line: Line, words: str, label: str | None) -> None:
        """One line: a label in these words, a value, or neither."""
        if label is not None:
            self._take_label(line, label)
            self.units[label] = unit_of(words)
            if fold(words) != label:  # with a note of the page's own
                self.found.left_over.append(evolve(line, text=words))
        elif self.record is not None and is_value_like(line.text):
            self.values.append(line)
        else:
            self.close(before_strange_text=True)
            self.found.left_over.append(line)

    def _take_label(self, line: Line, label: str) -> None:
        self.found.known.add(label)
        record = self.labels.opens.get(label)
        goes_on = record is not None and record is self.record and not self.values
        if not goes_on:
            self.close()
            self.record, self.opened = record, line
        if record is None or self.labels.table.facts.across:
            if self.used:
                self.heads.clear()
                self.units.clear()
                self.used = False
            self.heads.append(label)

    def close(self, *, before_strange_text: bool = False) -> None:
        """The open record has all its values."""
        if self.record is not None and self.opened is not None:
            slots, in_order = self._slots(self.record)
            doubt = not in_order or (before_strange_text and self._may_be_a_labels_digit(self.record))
            texts = tuple(line.text.strip() for line in self.values)
            places = tuple(line.place for line in self.values)
            self.found.add(
                Occurrence(
                    self.record,
                    self.opened.place,
                    texts,
                    places,
                    slots,
                    doubt,
                    units=self._units(self.record, slots),
                )
            )
        self.used = self.used or bool(self.values)
        self.values.clear()
        self.record = None

    def _slots(self, record: Record) -> tuple[tuple[int, ...] | None, bool]:
        """Where the heads above say the values go, and whether their order can be told."""
        if self.labels.table.facts.across:
            return None, self.labels.in_order(self.heads)
        slots = [record.heads[head,] for head in self.heads if (head,) in record.heads]
        complete = self.labels.heads_in_line and sorted(slots) == list(record.slots)
        return (tuple(slots) if complete else None), True

    def _units(self, record: Record, slots: tuple[int, ...] | None) -> tuple[str, ...]:
        """The unit that the head of each value says."""
        said = {slot: self.units.get(head, "") for (*_, head), slot in record.heads.items()}
        return tuple(said.get(slot, "") for slot in slots or record.slots) if any(said.values()) else ()

    def _may_be_a_labels_digit(self, record: Record) -> bool:
        """Whether the last value may be the torn-off number of the next row: 2 / 没有现成信息需要另行制作."""
        after = self.labels.after(record)
        number = _DIGITS.match(after.label) if after else None
        return bool(self.values and number) and unspaced(self.values[-1].text) == (number and number[0])


def _labelled(labels: Labels, lines: Sequence[Line]) -> Iterator[tuple[Line, str, str | None]]:
    """Each line with its words and the label that it is, or None; a label torn over lines comes once."""
    number = 0
    while number < len(lines):
        pieces, words, label = _longest_label(labels, lines[number : number + _MOST_PIECES])
        yield lines[number], words, label
        number += pieces


def _longest_label(labels: Labels, lines: Sequence[Line]) -> tuple[int, str, str | None]:
    """How many of these lines make up one label, its words, and its key; a value is never a piece of one."""
    words = ""
    found: tuple[int, str, str | None] = (1, "", None)
    for pieces, line in enumerate(lines, start=1):
        words += line.text.strip()
        if is_value_like(line.text) or len(words) > LONGEST_LABEL:
            break
        if not any(character.isalnum() for character in line.text):
            break
        if labels.knows(key := labels.key(words)):
            found = (pieces, words, key)
    return found
