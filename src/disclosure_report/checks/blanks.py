"""Findings on blanks: an empty form is never in order, and a blank beside numbers is a doubt."""

from collections.abc import Callable, Iterator, Sequence

from disclosure_report.blocks import Place, Value
from disclosure_report.checks.catalogue import BLANK_CELLS, BLANK_TABLE
from disclosure_report.model.findings import Finding
from disclosure_report.model.parts import PART_LABEL
from disclosure_report.model.tree import Table


def check_blanks(
    compiled: Table, values: Sequence[Value], place_of: Callable[[str], Place | None]
) -> Iterator[Finding]:
    """One finding for a table with blanks: an error if nothing stands in it, else a warning."""
    blank = [f for f, value in zip(compiled.fields, values, strict=True) if value is None]
    if not blank:
        return
    paths = tuple(f.path for f in blank)
    details = (
        ("part", PART_LABEL[compiled.part]),
        ("count", len(blank)),
        ("first", " / ".join(blank[0].labels)),
    )
    rule = BLANK_TABLE if len(blank) == len(values) else BLANK_CELLS
    yield Finding(rule, paths, place_of(paths[0]), details=details)
