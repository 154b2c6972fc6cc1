"""Several files of one office become one reading: numbers from a workbook, text from a document."""

from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any, NamedTuple

import attrs
from attrs import field, frozen

from disclosure_report.blocks import Place
from disclosure_report.checks.received import (
    CELLS_CONTRADICT,
    SENT_DIFFERENT,
    SENT_TWICE,
    TEXTS_CONTRADICT,
)
from disclosure_report.collecting.merging import Contradiction, MergedTable, Sent, any_value, merged_tables
from disclosure_report.layout.recognise.reading import Reading
from disclosure_report.model.findings import Detail, Finding
from disclosure_report.model.parts import PART_LABEL, PROSE_PARTS, TABLE_PARTS
from disclosure_report.model.prose import Prose
from disclosure_report.model.report import Report


# What is not in one file may be in another: a part, a table; no agency and no year where it has no numbers.
_PARTS_ABSENT, _HEAD_ABSENT = ("R201", "R202"), ("R102", "R103")
_DETAILS = tuple(
    each.name
    for each in attrs.fields(Report)
    if each.name not in {*PROSE_PARTS, *(part.name for part in TABLE_PARTS)}
)
# What a finding calls each part with text, and each detail of a document in which files may differ.
_LABELS = {
    **{part: PART_LABEL.get(part, "引言") for part in PROSE_PARTS},
    "publication_date": "公布日期",
    "document_number": "文号",
    "index_number": "索引号",
}


class Filed(NamedTuple):
    """A finding with the file that it is about; without one it is about the office."""

    file: str | None
    finding: Finding


@frozen
class Joined:
    """One reading of all files of an office; *origins* has the file in which each cell and part stood.

    *uncertain* are the tables in which the files differ.
    """

    reading: Reading
    files: tuple[str, ...]
    findings: tuple[Filed, ...]
    origins: Mapping[str, str] = field(factory=dict, repr=False, hash=False)
    uncertain: tuple[str, ...] = ()

    def file_of(self, finding: Finding) -> str | None:
        """The file that a finding of `check` is about, where it is about one."""
        if len(self.files) == 1:
            return self.files[0]
        found = {self.file_of_path(path) for path in finding.paths}
        return found.pop() if len(found) == 1 else None

    def file_of_path(self, path: str) -> str | None:
        """The file in which a cell, a part or a block of prose stood."""
        return self.files[0] if len(self.files) == 1 else self.origins.get(path.partition("[")[0])


def join(sent: Sequence[Sent]) -> Joined:
    """One reading of the files of one office."""
    order = sorted(sent, key=lambda each: (each.is_workbook, each.file))
    told = tuple(Filed(each.file, finding) for each in order for finding in each.reading.findings)
    files = tuple(sorted(each.file for each in sent))
    if len(sent) == 1:
        return Joined(sent[0].reading, files, told)
    tables = dict(merged_tables(order))
    texts = {part: having[0] for part in PROSE_PARTS for having in [_having(order, part)] if having}
    reading = attrs.evolve(
        order[0].reading,
        report=_report(order, tables, texts),
        sources={path: source for table in tables.values() for path, source in table.sources.items()},
        findings=(),
        left_over=tuple(block for each in order for block in each.reading.left_over),
        places=_places(order, texts),
        origin=None,
    )
    origins = {path: file for table in tables.values() for path, file in table.origins.items()}
    origins |= {part: each.file for part, each in texts.items()}
    found = [*_contradictions(order, tables), *_texts_differ(order)]
    return Joined(
        reading,
        files,
        (*(Filed(None, each) for each in found), *_unanswered(told, sent)),
        origins,
        tuple(part for part, table in tables.items() if not table.is_certain),
    )


def _having(order: Sequence[Sent], part: str) -> list[Sent]:
    return [each for each in order if len(getattr(each.reading.report, part))]


def _report(order: Sequence[Sent], tables: Mapping[str, MergedTable], texts: Mapping[str, Sent]) -> Report:
    """The parts where they stand, each detail from the first file that has it."""
    parts: dict[str, Any] = {part: table.table for part, table in tables.items()}
    parts |= {part: getattr(sent.reading.report, part) for part, sent in texts.items()}
    for name in _DETAILS:
        values = (getattr(each.reading.report, name) for each in order)
        parts[name] = next((value for value in values if value is not None), None)
    return Report(**parts)


def _places(order: Sequence[Sent], texts: Mapping[str, Sent]) -> dict[str, Place]:
    """Where parts and blocks of prose stood, each in the file that it was taken from."""
    found: dict[str, Place] = {}
    for each in order:
        for path, place in each.reading.places.items():
            owner = texts.get(path.partition("[")[0])
            if owner is each or (owner is None and path not in found):
                found[path] = place
    return found


def _contradictions(order: Sequence[Sent], tables: Mapping[str, MergedTable]) -> Iterator[Finding]:
    """Files of one kind that have the same table are one too many; each cell that differs is told."""
    found = [each for table in tables.values() for each in table.contradictions]
    for is_workbook in (False, True):
        doubled = _doubled([each for each in order if each.is_workbook is is_workbook])
        if doubled:
            yield _twice(doubled, found)
    for each in found:
        details = (("label", " / ".join(each.said.labels)), ("values", each.words))
        yield Finding(CELLS_CONTRADICT, (each.said.path,), details=details)
    yield from (table.finding for table in tables.values() if table.finding)


def _doubled(sent: Sequence[Sent]) -> list[str]:
    """The files of which two have numbers for the same table."""
    pairs = [pair for pair in combinations(sent, 2) if _tables_of(pair[0]) & _tables_of(pair[1])]
    met = {each.file for pair in pairs for each in pair}
    return [each.file for each in sent if each.file in met]


def _tables_of(sent: Sent) -> frozenset[str]:
    """The tables that it has numbers for."""
    tables = sent.reading.report.tables()
    return frozenset(compiled.part for compiled, table in tables if any_value(compiled.values(table)))


def _twice(doubled: Sequence[str], found: Sequence[Contradiction]) -> Finding:
    details: tuple[tuple[str, Detail], ...] = (("count", len(doubled)), ("names", "、".join(doubled)))
    paths = tuple(each.said.path for each in found if each.is_among(doubled))
    if not paths:
        return Finding(SENT_TWICE, ("agency",), details=details)
    return Finding(SENT_DIFFERENT, paths, details=(*details, ("cells", len(paths))))


def _texts_differ(order: Sequence[Sent]) -> Iterator[Finding]:
    """Text and details of the document are those of the first file that has them."""
    for name, label in _LABELS.items():
        having = [(each.file, words) for each in order for words in [_words(each, name)] if words]
        for file, words in having[1:]:
            used = having[0]
            if words != used[1]:
                details = (("part", label), ("used", used[0]), ("other", file))
                yield Finding(TEXTS_CONTRADICT, (name,), details=details)


def _words(sent: Sent, name: str) -> str:
    """A part or a detail, however its lines are broken."""
    given = getattr(sent.reading.report, name)
    text = given.text if isinstance(given, Prose) else str(given or "")
    return "".join(text.split())


def _unanswered(told: Sequence[Filed], sent: Sequence[Sent]) -> Iterator[Filed]:
    """What reading said of each file; that something is not there only where no file has it, and once."""
    numbered = {each.file for each in sent if _tables_of(each)}
    absences = {(each.file, _absence(each, numbered)) for each in told}
    files = Counter(absence for _, absence in absences)
    said = set[object]()
    for each in told:
        absence = _absence(each, numbered)
        if absence is None:
            yield each
        elif files[absence] == len(sent) and absence not in said:
            said.add(absence)
            yield Filed(None, each.finding)


def _absence(filed: Filed, numbered: Container[str]) -> tuple[str, Detail | None] | None:
    """What is not there, if that is what a finding says; whose numbers are, each file is to say itself."""
    code = filed.finding.code
    if code in _PARTS_ABSENT or (code in _HEAD_ABSENT and filed.file not in numbered):
        return code, dict(filed.finding.details).get("part")
    return None
