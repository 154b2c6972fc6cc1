"""Tables whose lines have come apart: one label or value a line.

A record gets its values only when as many stand behind its label as it has columns. With fewer, nothing
tells which columns lost theirs, so the record stays blank and a finding holds what is left. No arithmetic.
"""

import re
from collections.abc import Iterator, Sequence

from attrs import define, field

from disclosure_report.layout.recognise.folding import fold
from disclosure_report.layout.recognise.found import Found, Words
from disclosure_report.layout.recognise.labels import LONGEST_LABEL, Labels, without_number
from disclosure_report.layout.recognise.lines.giving import give, leave
from disclosure_report.layout.recognise.lines.heads import Heads
from disclosure_report.layout.recognise.lines.pipes import Cell, Cells
from disclosure_report.layout.recognise.lines.row import Row, Rows
from disclosure_report.layout.recognise.lines.running import cut_at_labels
from disclosure_report.layout.recognise.lines.settling import settle
from disclosure_report.layout.recognise.numbers import (
    UNKNOWN_UNIT,
    is_blank_mark,
    is_page_number,
    is_value_like,
    unit_of,
    unspaced,
)


_MOST_PIECES = 3  # a label torn over lines has at most so many
# What goes on with the number before it: a unit, the rest of a number.
_GOES_ON = re.compile(r"\s*(?:余?[万亿千百]*[元件宗份项条个](?![\u4e00-\u9fff])|[.,，．%％])")
_LIST_NUMBER = re.compile(r"[1-9]", re.ASCII)
_DIGITS = re.compile(r"\d+", re.ASCII)


def find_in_lines(labels: Labels, cells: Cells, found: Found) -> None:
    """Sort the lines of a part into records with their values, and what belongs to none."""
    sorting = _Sorting(labels, found, Heads(labels))
    found.left_over += cells.rest
    for cell, words, label in _labelled(labels, [*cut_at_labels(labels, cells.cells)]):
        sorting.take(cell, words, label)
    sorting.close(cells.pipes, cells.spaces, at_end=True)
    for left in (leave if labels.table.facts.across else give)(labels, sorting.rows):
        found.leave(left)
    for row in sorting.rows.labelled if sorting.heads.has_values else ():
        is_whole = row.is_given or (row.is_one_line and not sorting.heads.runs_on)
        row.doubt = row.doubt or not is_whole
    settle(labels, sorting.rows, found)


@define
class _Sorting:
    """Lines under sorting: the rows, of which the last may be open, and the heads above it."""

    labels: Labels
    found: Found
    heads: Heads
    rows: Rows = field(factory=Rows)
    open: Row | None = None

    def take(self, cell: Cell, words: str, label: str | None) -> None:
        """One cell: a label in these words, a value, or neither."""
        line = cell.line
        if label is not None:
            # 2 | 没有现成信息需要另行制作: the number of a label may stand before it as a value.
            folded = fold(words)
            self._take_label(cell, label, is_torn=not folded.startswith(label))
            self.heads.units[label] = unit = unit_of(words)
            if self.open is not None:
                self.open.unit = unit
            if folded not in {label, without_number(label)}:  # with a note of the page's own
                self.found.leave(Words(words, line.place))
        elif self.open is not None and self._is_value(cell, self.open):
            self.open.take(cell, has_label=not self.labels.table.facts.across)
        elif is_page_number(line.text):
            self.found.leave(line)
        elif cell.is_row or (not cell.alone and _may_be_value(cell)):
            self.close(cell.pipes, cell.spaces)
            self._take_unlabelled(cell)
        else:
            if self.open is not None and self.open.values:
                is_number = is_value_like(line.text) and not is_blank_mark(line.text)
                self.open.is_torn = is_number or bool(_GOES_ON.match(line.text))
            self.close(cell.pipes, cell.spaces, before_strange_text=True)
            self.heads.meet_strange(line.text, runs=cell.runs)
            if not self.labels.is_upright(line.text.strip()):
                self.rows.strange.append((len(self.rows.labelled), line.text))
            self.found.leave(line)

    def _take_unlabelled(self, cell: Cell) -> None:
        """A value without a label; in a table of one row the row may stand below heads that are torn."""
        rows = self.rows.labelled
        if cell.is_row and self.labels.table.facts.across and rows and not rows[-1].values:
            self.open = rows.pop()
            self.open.take(cell, has_label=False)
        else:
            self.heads.meet_values(cell.line.text, runs=cell.runs)
            self.rows.take_unlabelled(cell)

    def _is_value(self, cell: Cell, row: Row) -> bool:
        """Whether a cell is a value of the open row: not below one whose label and values share a line."""
        if cell.is_row or cell.runs:
            return not cell.is_row or not row.values or self.labels.table.facts.across
        if row.is_row:
            return False
        is_below = bool(row.values) and cell.line.place != row.opened.place and row.is_one_line
        return _may_be_value(cell) and not is_below

    def _take_label(self, cell: Cell, label: str, *, is_torn: bool) -> None:
        self.found.known.add(label)
        record = self.labels.opens.get(label)
        empty = self.open if self.open is not None and not self.open.values else None
        if empty is not None and empty.record is record:
            empty.block = ""  # heads that follow each other
        else:
            if empty is not None:
                empty.is_head = empty.opened.place == cell.line.place
            self.close(cell.pipes, cell.spaces, before_torn_label=is_torn)
            block = label if label in self.labels.blocks else ""
            self.open = Row(record, cell.line, is_alone=cell.alone, block=block) if record else None
            if record and self.labels.heads_in_line and not (self.heads.used or self.heads.has_gaps):
                self.rows.measure(self.heads.columns, self.heads.columns + cell.pipes)
        if record is None or self.labels.table.facts.across:
            self.heads.meet(label, cell.pipes)

    def close(
        self,
        pipes: int,
        spaces: int,
        *,
        before_strange_text: bool = False,
        before_torn_label: bool = False,
        at_end: bool = False,
    ) -> None:
        """The open record has all its values; so many pipes and empty lines stand behind them."""
        row, self.open = self.open, None
        if row is None:
            return
        if self._may_be_a_labels_digit(row):
            if (before_torn_label or at_end) and len(row.values) == row.columns + 1:
                self.found.leave(row.values.pop())
            else:
                row.doubt = before_strange_text or before_torn_label
        row.width, row.behind = len(row.values) + pipes, spaces
        row.slots, in_order = self.heads.slots(row.record)
        if row.block and row.count == len(self.labels.blocks[row.block]):
            row.slots = self.labels.blocks[row.block]  # a block of the table as a row
        row.doubt = row.doubt or not in_order or row.is_torn
        row.units = self._units(row)
        self.rows.labelled.append(row)
        # In a table of one row each head names the row: it stands below them once it has values.
        self.heads.used = bool(row.values) or not self.labels.table.facts.across

    def _units(self, row: Row) -> tuple[str, ...]:
        """The unit that the head of each value says, else the row's label; two that differ are unknown."""
        heads = ((self.heads.units.get(head), slot) for (*_, head), slot in row.record.heads.items())
        said = {slot: unit for unit, slot in heads if unit}
        units = [said.get(slot, "") for slot in row.slots or row.record.slots]
        if row.unit:
            units = [row.unit if unit in {"", row.unit} else UNKNOWN_UNIT for unit in units]
        return tuple(units) if any(units) else ()

    def _may_be_a_labels_digit(self, row: Row) -> bool:
        """Whether the last value may be the torn-off number of the next row: 2 / 没有现成信息需要另行制作."""
        after = self.labels.after(row.record)
        number = _DIGITS.match(after.label) if after else None
        return bool(row.values and number and unspaced(row.values[-1].text) == number.group())


def _labelled(labels: Labels, cells: Sequence[Cell]) -> Iterator[tuple[Cell, str, str | None]]:
    """Each cell with its words and the label that it is, or None; a label torn over lines comes once."""
    number = 0
    while number < len(cells):
        pieces, words, label = _longest_label(labels, cells[number : number + _MOST_PIECES])
        yield cells[number], words, label
        number += pieces


def _may_be_value(cell: Cell) -> bool:
    """Whether a cell may hold a value; between pipes a word may stand for a blank, too."""
    return is_value_like(cell.line.text) or (not cell.alone and is_blank_mark(cell.line.text))


def _longest_label(labels: Labels, cells: Sequence[Cell]) -> tuple[int, str, str | None]:
    """How many of these lines make up one label, its words, and its key; a value is never a piece of one."""
    words = ""
    found: tuple[int, str, str | None] = (1, "", None)
    for pieces, cell in enumerate(cells, start=1):
        text = cell.line.text
        words += text.strip()
        if pieces == 1 and cell.alone and _LIST_NUMBER.fullmatch(words):
            continue  # the number of a label, in a line of its own
        if cell.is_row or _may_be_value(cell) or len(words) > LONGEST_LABEL or (cell.pipes and pieces > 1):
            break
        if not any(character.isalnum() for character in text):
            break
        if labels.knows(key := labels.key(words) if cell.alone else labels.cell_key(words)):
            found = (pieces, words, key)
    return found
