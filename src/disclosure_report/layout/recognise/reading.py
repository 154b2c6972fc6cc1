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
class Origin:
    """The file that was read: its medium and name, and how to come by its bytes again.

    Of a file on disk that is its *path*, and a *digest* that tells whether it has changed since: thousands of
    readings hold no file. Else it is *data*, what the caller gave.
    """

    medium: str
    name: str
    digest: bytes = field(default=b"", repr=False)
    path: str | None = None
    data: bytes | None = field(default=None, repr=False)


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
    ``overview[2]``. *origin* is the file, for a marked copy of it; two readings of the same are equal.
    """

    report: Report
    sources: Mapping[str, Source] = field(repr=False, hash=False)
    findings: tuple[Finding, ...]
    left_over: tuple[Block, ...] = field(default=(), repr=False)
    places: Mapping[str, Place] = field(factory=dict, repr=False, hash=False)
    is_report: bool = True
    origin: Origin | None = field(default=None, eq=False, repr=False)

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
