"""What JSON tells of a file and of each finding; `findings.schema.json` says what it looks like."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from disclosure_report.blocks import Value
from disclosure_report.cli.loading import Loaded, Unread
from disclosure_report.model.findings import Finding, Language, Suggestion


FILE_KEYS = ("file", "agency", "year", "is_report", "summary", "findings", "error")
Entry = dict[str, Any]


def entry_of(outcome: Loaded | Unread, findings: Iterable[Finding], lang: Language) -> Entry:
    """A file with its findings, or why it was not read."""
    if isinstance(outcome, Unread):
        return dict.fromkeys(FILE_KEYS) | {"file": outcome.name, "findings": (), "error": outcome.reason}
    reading = outcome.reading
    said = [_finding(finding, lang) for finding in findings]
    known = (outcome.name, reading.report.agency, reading.report.year, reading.is_report)
    return dict(zip(FILE_KEYS, (*known, outcome.figures, said, None), strict=True))


def _finding(finding: Finding, lang: Language) -> Entry:
    return {
        "code": finding.code,
        "severity": finding.severity,
        "place": finding.place.text(lang) if finding.place else None,
        "text": finding.text(lang),
        "paths": finding.paths,
        "span": finding.span,
        "expected": finding.expected,
        "found": finding.found,
        "difference": finding.difference,
        "suggestions": [_suggestion(each, lang) for each in finding.suggestions],
    }


def _suggestion(suggestion: Suggestion, lang: Language) -> Entry:
    changes = [{"path": path, "value": value} for path, value in suggestion.changes]
    return {"changes": changes, "text": suggestion.text(lang)}


def plain(value: Value) -> str:
    """An amount as JSON has it: exact, so as text."""
    return format(value, "f") if isinstance(value, Decimal) else str(value)
