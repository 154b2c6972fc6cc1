"""What reading gives: the report, where each value stood, and every doubt."""

from collections.abc import Mapping
from typing import Literal, NamedTuple, TypeAlias

from attrs import field, frozen

from disclosure_report.blocks import Block, Place
from disclosure_report.model.findings import Finding
from disclosure_report.model.report import Report


Absence: TypeAlias = Literal["blank", "uncertain", "no number", "no row", "no table"]


class Source(NamedTuple):
    """Where a cell stood: its text and place; an absent cell says why.

    *absent* is ``"blank"`` (nothing, or a mark for nothing, stood there), ``"uncertain"`` (values of its row
    are left, but not their columns), ``"no number"``, ``"no row"`` or ``"no table"``.
    """

    text: str | None = None
    place: Place | None = None
    absent: Absence | None = None


@frozen
class Summary:
    """A reading in five figures, for triage of thousands."""

    is_report: bool
    cells: int
    read: int
    blank: int
    doubtful: int


@frozen
class Reading:
    """A report as it was read, with the source of every cell, all findings, and what was left over.

    *places* are those of the title, of the parts' headings and of every block of prose, by a path such as
    ``overview[2]``.
    """

    report: Report
    sources: Mapping[str, Source] = field(repr=False, hash=False)
    findings: tuple[Finding, ...]
    left_over: tuple[Block, ...] = field(default=(), repr=False)
    places: Mapping[str, Place] = field(factory=dict, repr=False, hash=False)
    is_report: bool = True

    @property
    def summary(self) -> Summary:
        """Is it a report at all; cells read, blank, doubtful."""
        cells = self.report.cells()
        blank = sum(value is None for value in cells.values())
        doubtful = {path for finding in self.findings for path in finding.paths}
        return Summary(self.is_report, len(cells), len(cells) - blank, blank, len(doubtful))

    def place_of(self, path: str) -> Place | None:
        """The place of a cell, a part or a block of prose in the source, where one is known."""
        source = self.sources.get(path)
        return source.place if source else self.places.get(path)
