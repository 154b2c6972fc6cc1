"""Rows of linear text under sorting: a record with the values behind its label, and values without one."""

import re
from collections.abc import Sequence
from itertools import dropwhile

from attrs import define, field

from disclosure_report.layout.recognise.digits import Block, ways_of
from disclosure_report.layout.recognise.found import Words
from disclosure_report.layout.recognise.labels import Record
from disclosure_report.layout.recognise.lines.pipes import Cell
from disclosure_report.layout.recognise.numbers import is_value_like


_RUNS = re.compile(r"0\d")  # no number begins so


@define
class Row:
    """A record that was opened, and its values so far; *width* is how many cells its pipes keep.

    *spaces* are the empty lines before each value, *behind* those behind the last. *is_head*: another label
    follows in its line, so it heads a column. *block* is the block of a table of one row that it names.
    """

    record: Record
    opened: Words
    values: list[Words] = field(factory=list)
    spaces: list[int] = field(factory=list)
    behind: int = 0
    width: int | None = None
    has_gaps: bool = False
    slots: tuple[int, ...] | None = None
    doubt: bool = False
    units: tuple[str, ...] = ()
    unit: str = ""
    runs: bool = False
    is_row: bool = False
    is_alone: bool = True
    is_torn: bool = False
    is_given: bool = False
    block: str = ""
    is_head: bool = False
    ways: tuple[tuple[str, ...], ...] = ()

    @property
    def columns(self) -> int:
        """How many cells the record has."""
        return len(self.record.slots)

    @property
    def is_full(self) -> bool:
        """Whether each of its columns has a value."""
        return len(self.values) == self.columns and not self.has_gaps

    @property
    def is_one_line(self) -> bool:
        """Whether label and values stand in one line, so that no pipe of the next row is counted."""
        return all(line.place == self.opened.place for line in self.values)

    def take(self, cell: Cell, *, has_label: bool) -> None:
        """One more value; a place that only pipes keep is empty. Before a row without label ends another."""
        between = [Words("", cell.line.place)] * (cell.pipes - 1) if self.values or has_label else []
        self.has_gaps = self.has_gaps or bool(between)
        self.values += [*between, cell.line]
        self.spaces.append(cell.spaces)
        self.runs, self.is_row = self.runs or cell.runs, self.is_row or cell.is_row

    def drop_gaps(self) -> bool:
        """Take out the empty places that a label's span leaves behind it; say whether there were any.

        Only there: between values an empty place is an empty cell, beside which a number is one too many.
        """
        said = [*dropwhile(lambda line: not line.text, self.values)]
        if not self.has_gaps or len(said) != self.columns or not all(line.text for line in said):
            return False
        self.values, self.has_gaps = said, False
        return True

    @property
    def count(self) -> int:
        """How many values there are, where blanks stand between those of a line."""
        return sum(len(line.text.split()) for line in self.values) if self.runs else len(self.values)

    def cut(self, blocks: Sequence[Block]) -> None:
        """Cut numbers that run together; where nothing tells how, the values stay, and the ways are kept."""
        said = [Words(token, line.place) for line in self.values for token in line.text.split()]
        tokens = [word.text for word in said]
        if self.columns == len(tokens) == 1 or (len(tokens) > 1 and not any(map(_RUNS.match, tokens))):
            # With blanks between all numbers nothing runs together; with fewer some are lost.
            if len(tokens) not in {self.columns, len(self.slots or ())} or all(map(is_value_like, tokens)):
                self.values = said
            return
        text = " ".join(tokens)
        self.ways = tuple(ways_of(text, blocks))
        # Without a total a lost blank shows nowhere: only zeros, with which no number begins, are certain.
        if len(self.ways) == 1 and (all(block.has_total for block in blocks) or not text.strip(" 0")):
            [numbers], (first, *_) = self.ways, said
            self.values = [Words(number, first.place) for number in numbers]


@define
class Unlabelled:
    """Values in a line without a label, behind so many *rows*; *is_below*: no words stand between.

    *words* are what stands there: a line of numbers as it is, else each value.
    """

    rows: int
    line: Words
    is_below: bool
    values: list[Words] = field(factory=list)
    words: list[Words] = field(factory=list)
    has_gaps: bool = False

    def take(self, cell: Cell) -> None:
        """The words of one more cell, or of a line of numbers."""
        self.has_gaps = self.has_gaps or (cell.pipes > 1 and bool(self.values))
        words = Words(cell.line.text.strip(), cell.line.place)
        self.words.append(words)
        self.values += [Words(word, words.place) for word in words.text.split()] if cell.is_row else [words]


@define
class Rows:
    """The rows of a part, and what else stands between them.

    *widths* says how many cells the pipes keep in rows of so many columns: in full ones, and in rows of heads
    without gaps. *strange* are words that are neither label nor value, with how many rows stand above.
    """

    labelled: list[Row] = field(factory=list)
    unlabelled: list[Unlabelled] = field(factory=list)
    strange: list[tuple[int, str]] = field(factory=list)
    widths: dict[int, set[int | None]] = field(factory=dict)

    def measure(self, columns: int, width: int | None) -> None:
        """Rows of so many columns keep so many cells; None says that they do not tell."""
        self.widths.setdefault(columns, set()).add(width)

    def take_unlabelled(self, cell: Cell) -> None:
        """A value without a label; those of a line stand together."""
        goes_on = self.unlabelled and self.unlabelled[-1].line.place == cell.line.place
        if not goes_on or cell.is_row:
            rows = len(self.labelled)
            words_behind = next((place for place, _ in reversed(self.strange)), None)
            self.unlabelled.append(Unlabelled(rows, cell.line, is_below=words_behind != rows))
        self.unlabelled[-1].take(cell)
