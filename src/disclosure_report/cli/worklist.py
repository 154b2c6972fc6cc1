"""Findings as a workbook that an office can work through: one line each, with columns to fill in."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from attrs import define, field

from disclosure_report.checks.pages import page_of
from disclosure_report.cli.loading import Loaded, Unread, one_line
from disclosure_report.cli.words import say
from disclosure_report.errors import InvalidValueError
from disclosure_report.media.xlsx.listing import Column, Item, ListSheet, read_lists, write_lists
from disclosure_report.model.findings import Finding, Language
from disclosure_report.model.report import Report
from disclosure_report.model.tree import Field


# Word of `say`, width in half-width characters, whether it is left to be filled in.
_COLUMNS = (
    ("number", 6, False),
    ("column file", 24, False),
    ("column agency", 18, False),
    ("column year", 7, False),
    ("severity", 7, False),
    ("code", 7, False),
    ("place", 18, False),
    ("about", 30, False),
    ("finding", 56, False),
    ("expected", 12, False),
    ("found", 12, False),
    ("suggestion", 30, False),
    ("state", 14, True),
    ("remark", 24, True),
)
_OPEN = sum(is_open for _, _, is_open in _COLUMNS)
_STATES = ("state mended", "state right", "state open")
# What tells a finding from others, wherever its file lies.
_KEY = tuple(
    number
    for number, (word, _, _) in enumerate(_COLUMNS)
    if word in {"column agency", "column year", "code", "about", "finding"}
)
Row: TypeAlias = tuple[Item, ...]
Key: TypeAlias = tuple[str, ...]
_FILE = 1  # the column of the file


@define
class Worklist:
    """Takes findings one after another.

    *remarks* are lines of an earlier list in which something was filled in. It stands at its finding again,
    of several that are alike at that of its file first; what finds none stays on a sheet of its own.
    """

    lang: Language
    remarks: Sequence[Row] = ()
    _rows: list[Row] = field(factory=list, init=False)

    def add(self, outcome: Loaded | Unread, findings: Sequence[Finding]) -> None:
        """A file with its findings, or a line that says why it was not read."""
        if isinstance(outcome, Unread):
            severity = say("error", self.lang)
            self._add(one_line(outcome.name), None, None, severity, None, None, None, outcome.reason)
            return
        report = outcome.reading.report
        self.add_all(((outcome.name, finding) for finding in findings), report.agency, report.year, report)

    def add_all(
        self,
        filed: Iterable[tuple[str | None, Finding]],
        agency: str | None,
        year: int | None,
        report: Report | None,
    ) -> None:
        """Findings, each with its file, on the report of an organ."""
        tables = report.tables() if report else ()
        fields = {said.path: said for compiled, _ in tables for said in compiled.fields}
        for file, finding in filed:
            self._add(one_line(file) if file else None, agency, year, *self._words(finding, fields))

    def data(self) -> bytes:
        """The workbook."""
        return write_lists(self.sheets())

    def sheets(self) -> list[ListSheet]:
        """The list, and what was filled in at findings that are no longer told, if anything was."""
        columns = _columns(self.lang)
        rows, earlier = self._with_remarks()
        found = [ListSheet(say("findings", self.lang), columns, rows)]
        return found + [ListSheet(say("earlier", self.lang), columns, earlier)] * bool(earlier)

    def _add(self, *items: Item) -> None:
        row = (len(self._rows) + 1, *items)
        self._rows.append((*row, *[None] * (len(_COLUMNS) - len(row))))

    def _with_remarks(self) -> tuple[list[Row], list[Row]]:
        """The lines with what was filled in at them, and the lines of which the finding is gone."""
        rows, left = [*self._rows], [*self.remarks]
        for is_exact in (True, False):
            waiting: dict[Key, list[int]] = {}
            for number, row in enumerate(rows):
                if not any(row[-_OPEN:]):
                    waiting.setdefault(_key(row, with_file=is_exact), []).append(number)
            for remark in [*left]:
                numbers = waiting.get(_key(remark, with_file=is_exact))
                if numbers:
                    at = numbers.pop(0)
                    rows[at] = (*rows[at][:-_OPEN], *remark[-_OPEN:])
                    left.remove(remark)
        return rows, left

    def _words(self, finding: Finding, fields: Mapping[str, Field]) -> Row:
        lang = self.lang
        first = fields.get(finding.paths[0]) if len(finding.paths) == 1 else None
        return (
            say(finding.severity, lang),
            finding.code,
            finding.place.text(lang) if finding.place else None,
            " / ".join(first.labels) if first else page_of(finding.code).titles[lang],
            finding.text(lang),
            finding.expected,
            finding.found,
            "\n".join(each.text(lang) for each in finding.suggestions) or None,
        )


def _columns(lang: Language) -> list[Column]:
    states = tuple(say(state, lang) for state in _STATES)
    return [
        Column(say(word, lang), width, states if word == "state" else (), is_open)
        for word, width, is_open in _COLUMNS
    ]


def remarks_in(data: bytes, lang: Language, offices: Sequence[str]) -> list[Row]:
    """The lines of such a list in which something has been filled in, and those that are somebody's own.

    *offices* are the heads of the sheet of offices.

    Raises:
        InvalidValueError: it is no such list, or has sheets, columns or notes that would be lost.
    """
    heads = tuple(column.head for column in _columns(lang))
    known = {say(word, lang): heads for word in ("findings", "earlier")} | {say("offices", lang): (*offices,)}
    found: list[Row] = []
    for sheet in read_lists(data):
        if sheet.has_notes or sheet.heads != known.get(sheet.title):
            raise InvalidValueError("data", "is no list of findings, or has more sheets, columns or notes")
        rows = sheet.rows if sheet.heads == heads else ()
        own = [row for row in rows if any(row[-_OPEN:]) or not row[0]]
        found += [tuple(item or None for item in row) for row in own]
    return found


def _key(row: Sequence[Item], *, with_file: bool) -> Key:
    """Neither a program for sheets nor the kind of a number changes it."""
    numbers = (*_KEY, _FILE) if with_file else _KEY
    return tuple("" if row[number] is None else "".join(str(row[number]).split()) for number in numbers)
