"""Ties between ways to cut digits that run together, broken by the relations of the columns.

Arithmetic only chooses between borders. A relation that no way satisfies is broken elsewhere, or in the
report itself, and says nothing; one that some ways satisfy and others do not, decides.
"""

from collections.abc import Sequence
from itertools import product
from math import prod

from attrs import evolve

from disclosure_report.checks.doubts import DIGITS_RUN
from disclosure_report.layout.recognise.digits import MOST_WAYS
from disclosure_report.layout.recognise.found import Found, Occurrence
from disclosure_report.layout.recognise.numbers import number
from disclosure_report.layout.recognise.table_reading import TableReading
from disclosure_report.relations.compile import Equation, equations
from disclosure_report.relations.evaluate import judge


_MOST_TRIED = 2_000  # ways to cut all rows at once


def break_ties(reading: TableReading, found: Found) -> bool:
    """Cut rows where the columns leave one way; *reading* has the other rows. Whether there were any."""
    if not any(finding.rule is DIGITS_RUN for finding in reading.findings):
        return False
    tried = [row for row in _uncut(reading, found) if len(row.ways) < MOST_WAYS]
    if not tried or prod(len(row.ways) for row in tried) > _MOST_TRIED:
        return False
    slots = {slot for row in tried for slot in row.record.slots}
    touched = [each for each in equations(reading.table) if not slots.isdisjoint(each.slots)]
    ways = [*product(*(row.ways for row in tried))]
    verdicts = [_satisfied(reading, tried, cut, touched) for cut in ways]
    telling = [number for number in range(len(touched)) if len({verdict[number] for verdict in verdicts}) > 1]
    left = [cut for cut, verdict in zip(ways, verdicts, strict=True) if all(verdict[n] for n in telling)]
    ends = [{cut[number] for cut in left} for number in range(len(tried))]
    certain = [(row, cuts.pop()) for row, cuts in zip(tried, ends, strict=True) if telling and len(cuts) == 1]
    for row, cut in certain:
        found.occurrences[row.record] = [evolve(row, texts=cut, places=row.places[:1] * len(cut))]
    return bool(certain)


def _uncut(reading: TableReading, found: Found) -> list[Occurrence]:
    """The rows that stay blank because there are several ways to cut them."""
    blank = {path for finding in reading.findings if finding.rule is DIGITS_RUN for path in finding.paths}
    rows = [found.of(record)[0] for record in found.occurrences]
    return [row for row in rows if row.ways and reading.table.fields[row.record.slots[0]].path in blank]


def _satisfied(
    reading: TableReading,
    rows: Sequence[Occurrence],
    cut: Sequence[Sequence[str]],
    touched: Sequence[Equation],
) -> list[bool]:
    """Whether each equation holds when the rows are cut so."""
    values = [*reading.values]
    for row, texts in zip(rows, cut, strict=True):
        for slot, text in zip(row.record.slots, texts, strict=True):
            values[slot] = number(text, reading.table.fields[slot].kind)
    return [judge(equation, values).status == "satisfied" for equation in touched]
