"""What a part's blocks hold of a table, before a value is read."""

from typing import NamedTuple, TypeAlias

from attrs import define, field, frozen

from disclosure_report.blocks import Block, Heading, Paragraph, Place
from disclosure_report.layout.recognise.labels import Record


Line: TypeAlias = Heading | Paragraph


class Words(NamedTuple):
    """Words of a line, and where they stand."""

    text: str
    place: Place | None


@frozen
class Occurrence:
    """One time that a record stands in the source, with the texts that stand behind its label, and where.

    *slots* says which cell each text is for; None where nothing but their number can tell. *doubt* says that
    the values may not be this record's, or not in this order. *cut* are heads that are not whole; *units* has
    for each text the unit that its head says. *missing* are labels of rows that should come behind it: in
    linear text the values may be theirs. *ways* are the ways to cut numbers that run together. *is_given*:
    there was no label.
    """

    record: Record
    place: Place | None
    texts: tuple[str, ...]
    places: tuple[Place | None, ...]
    slots: tuple[int, ...] | None = None
    doubt: bool = False
    cut: str = ""
    units: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    ways: tuple[tuple[str, ...], ...] = ()
    is_given: bool = False


@define
class Found:
    """The occurrences of records, what belongs to none, and the labels met."""

    occurrences: dict[Record, list[Occurrence]] = field(factory=dict)
    left_over: list[Block] = field(factory=list)
    known: set[str] = field(factory=set)

    def add(self, occurrence: Occurrence) -> None:
        """One more occurrence."""
        self.occurrences.setdefault(occurrence.record, []).append(occurrence)

    def leave(self, words: Words) -> None:
        """Words that belong to no record."""
        self.left_over.append(Paragraph(words.text, place=words.place))

    def of(self, record: Record) -> list[Occurrence]:
        """The occurrences of one record."""
        return self.occurrences.get(record, [])
