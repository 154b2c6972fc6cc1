"""Tables of several files as one: a value where all that give one agree, else a blank and what was there."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from disclosure_report.blocks import Value
from disclosure_report.checks.received import FORMS_CONTRADICT
from disclosure_report.layout.recognise.reading import Reading, Source
from disclosure_report.model.findings import Finding
from disclosure_report.model.parts import PART_LABEL, TABLE_PARTS
from disclosure_report.model.tree import Field, Table


class Sent(NamedTuple):
    """A file with what was read in it."""

    file: str
    reading: Reading

    @property
    def is_workbook(self) -> bool:
        """A workbook is for numbers first, a document for text."""
        return self.reading.origin is not None and self.reading.origin.medium in ("xlsx", "json")


class Contradiction(NamedTuple):
    """A cell in which files differ: each file with its number."""

    said: Field
    values: tuple[tuple[str, Value], ...]

    def is_among(self, files: Container[str]) -> bool:
        """Whether some of these files differ in it."""
        return len({value for file, value in self.values if file in files}) > 1

    @property
    def words(self) -> str:
        """Each number with its file."""
        return "；".join(f"{'空白' if value is None else value}（{file}）" for file, value in self.values)


class MergedTable(NamedTuple):
    """One table of the files, with where each cell stood and what is to be said."""

    table: Any
    sources: Mapping[str, Source]
    origins: Mapping[str, str]
    contradictions: tuple[Contradiction, ...] = ()
    finding: Finding | None = None

    @property
    def is_certain(self) -> bool:
        """Whether the files agree in all of it."""
        return not self.contradictions and self.finding is None


class _Given(NamedTuple):
    """The table of one file."""

    sent: Sent
    compiled: Table
    values: Sequence[Value]

    @property
    def is_there(self) -> bool:
        return self.sent.reading.sources[self.compiled.fields[0].path].absent != "no table"


def merged_tables(sent: Sequence[Sent]) -> Iterator[tuple[str, MergedTable]]:
    """Each part that is a table, with the table of all files."""
    for part, *tables in zip(TABLE_PARTS, *(_tables(each) for each in sent), strict=True):
        there = [given for given in tables if given.is_there] or tables[:1]
        filled = [given for given in there if any_value(given.values)] or there[:1]
        forms = {given.compiled.form for given in filled}
        merged = _in_different_forms(filled) if len(forms) > 1 else _merged(filled)
        yield part.name, merged


def any_value(values: Iterable[Value]) -> bool:
    """Whether any cell has a value."""
    return any(value is not None for value in values)


def _tables(sent: Sent) -> Iterator[_Given]:
    for compiled, instance in sent.reading.report.tables():
        yield _Given(sent, compiled, compiled.values(instance))


def _merged(given: Sequence[_Given]) -> MergedTable:
    compiled = given[0].compiled
    values: list[Value] = []
    sources: dict[str, Source] = {}
    origins: dict[str, str] = {}
    contradictions: list[Contradiction] = []
    for slot, said in enumerate(compiled.fields):
        telling = _telling(given, slot)
        first = telling[0]
        if len({each.values[slot] for each in telling}) == 1:
            values.append(first.values[slot])
            sources[said.path] = first.sent.reading.sources[said.path]
            origins[said.path] = first.sent.file
        else:
            told = tuple((each.sent.file, each.values[slot]) for each in telling)
            contradictions.append(Contradiction(said, told))
            values.append(None)
            sources[said.path] = Source(absent="uncertain")
    return MergedTable(compiled.build(values), sources, origins, tuple(contradictions))


def _telling(given: Sequence[_Given], slot: int) -> Sequence[_Given]:
    """The files that tell a cell: all of a kind of which one has a value, as a blank beside it differs."""
    kinds = {each.sent.is_workbook for each in given if each.values[slot] is not None}
    return [each for each in given if each.sent.is_workbook in kinds] or given[:1]


def _in_different_forms(given: Sequence[_Given]) -> MergedTable:
    """The cells of two forms are not forced into each other."""
    compiled = max((each.compiled for each in given), key=lambda each: each.form.value if each.form else 0)
    names = "；".join(
        f"{each.compiled.form.value if each.compiled.form else ''}（{each.sent.file}）" for each in given
    )
    paths = tuple(said.path for said in compiled.fields)
    details = (("part", PART_LABEL[compiled.part]), ("names", names))
    return MergedTable(
        compiled.build([None] * len(paths)),
        dict.fromkeys(paths, Source(absent="uncertain")),
        {},
        finding=Finding(FORMS_CONTRADICT, paths, details=details),
    )
