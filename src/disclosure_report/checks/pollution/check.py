"""Findings on what does not belong in a report's text."""

from collections.abc import Iterator

from disclosure_report.checks.subject import Subject
from disclosure_report.model.findings import Finding


LINES = ("agency", "title")  # details of a report in which its own words stand


def check_pollution(subject: Subject) -> Iterator[Finding]:
    """Every piece of the agency, the title and the prose that does not belong there, with its span."""
    from disclosure_report.checks.pollution.detect import pieces  # late, as it has many words

    for path, text in _texts(subject):
        for piece in pieces(text):
            yield Finding(
                piece.rule,
                (path,),
                subject.place_of(path),
                details=piece.details(text),
                span=(piece.start, piece.end),
            )


def _texts(subject: Subject) -> Iterator[tuple[str, str]]:
    for name in LINES:
        line: str | None = getattr(subject.report, name)
        if line:
            yield name, line
    for path, block in subject.prose():
        yield path, block.text
