"""Findings on what a report says of itself: organ and year in its title, the period in its preamble."""

import re
from collections.abc import Iterator

from disclosure_report.checks.advice import (
    PERIOD_OF_ANOTHER_YEAR,
    TITLE_OF_ANOTHER_AGENCY,
    TITLE_OF_ANOTHER_YEAR,
)
from disclosure_report.checks.dates import YEAR, periods, year_of
from disclosure_report.checks.names import may_be_one
from disclosure_report.checks.subject import Subject
from disclosure_report.model.findings import Finding


TITLE_RULES = (TITLE_OF_ANOTHER_AGENCY, TITLE_OF_ANOTHER_YEAR, PERIOD_OF_ANOTHER_YEAR)
_YEAR = re.compile(rf"(?:{YEAR})\s*(?:年\s*度?|度)?")
_ABOUT = re.compile(r"(?:政府)?(?:政务)?(?:信息|政务)公开")


def check_titles(subject: Subject) -> Iterator[Finding]:
    """Another organ or year in the title, another year in the period."""
    if subject.report.title is not None:
        yield from _title(subject, subject.report.title)
    yield from _period(subject)


def _title(subject: Subject, title: str) -> Iterator[Finding]:
    report, place = subject.report, subject.place_of("title")
    about = _ABOUT.search(title)
    name = _YEAR.sub("", title[: about.start()]) if about else ""
    if not may_be_one(name, report.agency or ""):
        details = (("title", title), ("agency", report.agency or ""))
        yield Finding(TITLE_OF_ANOTHER_AGENCY, ("title",), place, details=details)
    years = {year_of(found[0]) for found in _YEAR.finditer(title)}
    if report.year is not None and years and report.year not in years:
        said = (("title", title), ("year", report.year))
        yield Finding(TITLE_OF_ANOTHER_YEAR, ("title",), place, details=said)


def _period(subject: Subject) -> Iterator[Finding]:
    """Only the preamble: elsewhere a pair of dates may be of something else."""
    year = subject.report.year
    for number, block in enumerate(subject.report.preamble) if year else ():
        for found, years in periods(block.text):
            if years != {year}:
                path = f"preamble[{number}]"
                yield Finding(
                    PERIOD_OF_ANOTHER_YEAR,
                    (path,),
                    subject.place_of(path),
                    details=(("text", found.group()), ("year", year or 0)),
                    span=found.span(),
                )
