"""What is looked at: a report, with all that is known besides."""

from collections.abc import Callable, Iterator, Sequence
from typing import Literal, TypeAlias

from attrs import field, frozen

from disclosure_report.blocks import Heading, Paragraph, Place, Value
from disclosure_report.model.parts import PROSE_PARTS
from disclosure_report.model.report import Report
from disclosure_report.model.tree import Table


AgencyKind: TypeAlias = Literal["government", "department", "township"]
KINDS: tuple[AgencyKind, ...] = ("government", "department", "township")


def _nowhere(_: str) -> Place | None:
    return None


@frozen
class Subject:
    """A report to look at; *place_of* gives the place of a path where one is known.

    *previous* is last year's report. *kind* is the kind of its organ: a government of a county or more, a
    department of one, or a township.
    """

    report: Report
    place_of: Callable[[str], Place | None] = _nowhere
    previous: Report | None = None
    kind: AgencyKind | None = None
    tables: tuple[tuple[Table, Sequence[Value]], ...] = field(init=False)

    @tables.default
    def _tables(self) -> tuple[tuple[Table, Sequence[Value]], ...]:
        return tuple((compiled, compiled.values(instance)) for compiled, instance in self.report.tables())

    def prose(self) -> Iterator[tuple[str, Heading | Paragraph]]:
        """Every block of prose in the order of the form, with its path, such as ``overview[2]``."""
        for part in PROSE_PARTS:
            for number, block in enumerate(getattr(self.report, part)):
                yield f"{part}[{number}]", block
