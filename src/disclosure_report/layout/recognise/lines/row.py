"""One row of linear text under sorting: its record, and the values that stand behind its label."""

from collections.abc import Sequence

from attrs import define, evolve, field

from disclosure_report.layout.recognise.digits import Block, ways_of
from disclosure_report.layout.recognise.found import Line
from disclosure_report.layout.recognise.labels import Record
from disclosure_report.layout.recognise.lines.pipes import Cell


@define
class Row:
    """A record that was opened, and its values so far; *width* is how many cells its pipes keep."""

    record: Record
    opened: Line
    values: list[Line] = field(factory=list)
    width: int = 0
    has_gaps: bool = False
    slots: tuple[int, ...] | None = None
    doubt: bool = False
    units: tuple[str, ...] = ()
    unit: str = ""
    runs: bool = False
    is_alone: bool = True
    is_torn: bool = False

    @property
    def is_full(self) -> bool:
        """Whether each of its columns has a value."""
        return len(self.values) == len(self.record.slots) and not self.has_gaps

    @property
    def is_one_line(self) -> bool:
        """Whether label and values stand in one line, so that no pipe of the next row is counted."""
        return self.opened.place == self.values[-1].place if self.values else True

    def take(self, cell: Cell, *, has_label: bool) -> None:
        """One more value; a place that only pipes keep is empty. Before a row without label ends another."""
        empty = max(cell.pipes - 1, 0) if self.values or has_label else 0
        self.has_gaps = self.has_gaps or empty > 0
        self.values += [evolve(cell.line, text="")] * empty
        self.values.append(cell.line)
        self.runs = self.runs or cell.runs

    def drop_gaps(self) -> bool:
        """Take out empty places where the row has a value for each column without them; say whether."""
        said = [line for line in self.values if line.text]
        if not self.has_gaps or len(said) != len(self.record.slots):
            return False
        self.values, self.has_gaps = said, False
        return True

    def cut(self, blocks: Sequence[Block]) -> tuple[str, ...]:
        """Cut numbers that run together; where nothing tells how, the values stay, and the ways are given."""
        text = " ".join(line.text for line in self.values)
        tokens = text.split()
        if len(tokens) == len(self.record.slots):
            self.values = [evolve(self.values[0], text=token) for token in tokens]
            return ()
        ways = ways_of(text, blocks)
        # Without a total a lost blank shows nowhere: only zeros, with which no number begins, are certain.
        if len(ways) == 1 and (blocks[0].has_total or not text.strip(" 0")):
            self.values = [evolve(self.values[0], text=number) for number in ways[0]]
        return tuple("、".join(way) for way in ways)
