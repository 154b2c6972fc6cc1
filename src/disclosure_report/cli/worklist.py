"""Findings as a workbook that an office can work through: one line each, with columns to fill in."""

from collections.abc import Sequence

from disclosure_report.checks.pages import page_of
from disclosure_report.cli.loading import Loaded, Unread, one_line
from disclosure_report.cli.words import say
from disclosure_report.media.xlsx.listing import Column, Item, write_list
from disclosure_report.model.findings import Finding, Language
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
_STATES = ("state mended", "state right", "state open")


class Worklist:
    """Takes files one after another."""

    def __init__(self, lang: Language) -> None:
        self._lang: Language = lang
        self._rows: list[tuple[Item, ...]] = []

    def add(self, outcome: Loaded | Unread, findings: Sequence[Finding]) -> None:
        """A file with its findings, or a line that says why it was not read."""
        name = one_line(outcome.name)
        if isinstance(outcome, Unread):
            self._add(name, None, None, say("error", self._lang), None, None, None, outcome.reason)
            return
        report = outcome.reading.report
        fields = {said.path: said for compiled, _ in report.tables() for said in compiled.fields}
        for finding in findings:
            self._add(name, report.agency, report.year, *self._words(finding, fields))

    def data(self) -> bytes:
        """The workbook."""
        states = tuple(say(state, self._lang) for state in _STATES)
        columns = [
            Column(say(word, self._lang), width, states if word == "state" else (), is_open)
            for word, width, is_open in _COLUMNS
        ]
        return write_list(say("findings", self._lang), columns, self._rows)

    def _add(self, *items: Item) -> None:
        row = (len(self._rows) + 1, *items)
        self._rows.append((*row, *[None] * (len(_COLUMNS) - len(row))))

    def _words(self, finding: Finding, fields: dict[str, Field]) -> tuple[Item, ...]:
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
