"""Findings as a workbook that an office can work through: one line each, with columns to fill in."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from disclosure_report.checks.pages import page_of
from disclosure_report.cli.loading import Loaded, Unread, one_line
from disclosure_report.cli.words import say
from disclosure_report.errors import InvalidValueError
from disclosure_report.media.xlsx.listing import Column, Item, ListSheet, read_list, write_lists
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
Key: TypeAlias = tuple[str, ...]
_STATES = ("state mended", "state right", "state open")


class Worklist:
    """Takes findings one after another; what was filled in before, by `remarks_in`, is filled in again."""

    def __init__(self, lang: Language, remarks: Mapping[Key, tuple[Item, ...]] | None = None) -> None:
        self._lang: Language = lang
        self._remarks = remarks or {}
        self._rows: list[tuple[Item, ...]] = []

    def add(self, outcome: Loaded | Unread, findings: Sequence[Finding]) -> None:
        """A file with its findings, or a line that says why it was not read."""
        if isinstance(outcome, Unread):
            severity = say("error", self._lang)
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
        return write_lists([self.sheet()])

    def sheet(self) -> ListSheet:
        """The list as a sheet of a workbook."""
        states = tuple(say(state, self._lang) for state in _STATES)
        columns = [
            Column(say(word, self._lang), width, states if word == "state" else (), is_open)
            for word, width, is_open in _COLUMNS
        ]
        return ListSheet(say("findings", self._lang), columns, self._rows)

    def _add(self, *items: Item) -> None:
        row = (len(self._rows) + 1, *items)
        told = (*row, *[None] * (len(_COLUMNS) - len(row) - _OPEN))
        self._rows.append((*told, *self._remarks.get(_key(told[1:]), (None,) * _OPEN)))

    def _words(self, finding: Finding, fields: Mapping[str, Field]) -> tuple[Item, ...]:
        lang = self._lang
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


def remarks_in(data: bytes, lang: Language) -> dict[Key, tuple[Item, ...]]:
    """What has been filled in in such a list, by what stands in the other columns of its line.

    Raises:
        InvalidValueError: it is no such list.
    """
    told = [say(word, lang) for word, _, is_open in _COLUMNS[1:] if not is_open]
    filled_in = [say(word, lang) for word, _, is_open in _COLUMNS if is_open]
    found: dict[Key, tuple[Item, ...]] = {}
    for row in read_list(data):
        if not {*told, *filled_in} <= row.keys():
            raise InvalidValueError("data", "is no list of findings")
        remarks = tuple(row[head] or None for head in filled_in)
        if any(remarks):
            found[_key(row[head] for head in told)] = remarks
    return found


def _key(items: Iterable[Item]) -> Key:
    """What tells a line from others: neither a program for sheets nor a number's kind changes it."""
    return tuple("" if item is None else "".join(str(item).split()) for item in items)
