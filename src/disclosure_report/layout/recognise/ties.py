"""Ties between ways to cut digits that run together, broken by the relations of the columns.

Arithmetic only chooses between borders. A relation that no way satisfies is broken elsewhere, or in the
report itself, and says nothing; one that some ways satisfy and others do not, decides.
"""

from collections.abc import Sequence
from itertools import chain, product
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
    tried = [row for row in _uncut(reading, found) if len(row.ways) < MOST_WAYS]
    if not tried or prod(len(row.ways) for row in tried) > _MOST_TRIED:
        return False
    slots = {slot for row in tried for slot in row.record.slots}
    touched = [each for each in equations(reading.table) if not slots.isdisjoint(each.slots)]
    ways = product(*(row.ways for row in tried))
    verdicts = {cut: _satisfied(reading, tried, cut, touched) for cut in ways}
    telling = {each for each in touched if len({each in satisfied for satisfied in verdicts.values()}) > 1}
    left = [cut for cut, satisfied in verdicts.items() if telling.issubset(satisfied)]
    certain = [at for at in range(len(tried)) if len({cut[at] for cut in left}) == 1]
    for at in certain:
        row, texts = tried[at], next(iter(left))[at]
        places = (next(iter(row.places)),) * len(texts)
        found.occurrences[row.record] = [evolve(row, texts=texts, places=places)]
    return bool(certain)


def _uncut(reading: TableReading, found: Found) -> list[Occurrence]:
    """The rows that stay blank because there are several ways to cut them."""
    blank = {path for finding in reading.findings if finding.rule is DIGITS_RUN for path in finding.paths}
    rows = [first for first, *_ in found.occurrences.values() if first.ways]
    fields = reading.table.fields
    return [row for row in rows if all(fields[slot].path in blank for slot in row.record.slots)]


def _satisfied(
    reading: TableReading,
    rows: Sequence[Occurrence],
    cut: Sequence[Sequence[str]],
    touched: Sequence[Equation],
) -> set[Equation]:
    """The equations that hold when the rows are cut so."""
    values = [*reading.values]
    slots = chain.from_iterable(row.record.slots for row in rows)
    for slot, text in zip(slots, chain.from_iterable(cut), strict=True):
        values[slot] = number(text, reading.table.fields[slot].kind)
    return {equation for equation in touched if judge(equation, values).status == "satisfied"}
