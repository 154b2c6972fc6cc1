"""Findings on blanks: an empty form is never in order, and a blank beside numbers is a doubt."""

from collections.abc import Iterator

from disclosure_report.checks.catalogue import BLANK_CELLS, BLANK_TABLE
from disclosure_report.checks.subject import Subject
from disclosure_report.model.findings import Finding
from disclosure_report.model.parts import PART_LABEL


BLANK_RULES = (BLANK_TABLE, BLANK_CELLS)


def check_blanks(subject: Subject) -> Iterator[Finding]:
    """One finding for each table with blanks: an error if nothing stands in it, else a warning."""
    for compiled, values in subject.tables:
        if None not in values:
            continue
        blank = [f for f, value in zip(compiled.fields, values, strict=True) if value is None]
        paths = tuple(f.path for f in blank)
        details = (
            ("part", PART_LABEL[compiled.part]),
            ("count", len(blank)),
            ("first", " / ".join(blank[0].labels)),
        )
        rule = BLANK_TABLE if len(blank) == len(values) else BLANK_CELLS
        yield Finding(rule, paths, subject.place_of(paths[0]), details=details)
