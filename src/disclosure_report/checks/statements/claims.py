"""The clauses of a block that state a count or that there was none."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from disclosure_report.checks.statements.context import Context
from disclosure_report.checks.statements.numerals import Count, counts
from disclosure_report.checks.statements.phrases import Said, said_of_count, said_of_none


SPEAKS = ("申请", "复议", "诉讼")  # a block without these words states none of the counts
_MOST = 400  # no block of a report has so many counts
_LONGEST = 60  # nor a clause so many characters before or behind one
_CLAUSE_END = re.compile("[，,。；;：:！!？?（）()]")
_DENIAL = re.compile("[未没无零]")
_DENIAL_OR_NOUGHT = re.compile("[未没无零]|为0")


class Claim(NamedTuple):
    """A clause that states a number: what it is of, and where in the block its words, number and end are."""

    said: Said
    value: int
    start: int
    number: int
    end: int


def claims(context: Context) -> Iterator[Claim]:
    """Every clause of a block that states a number of applications or cases, plainly or not.

    >>> [claim.value for claim in claims(Context("收到政府信息公开申请12件，未发生行政复议。"))]
    [12, 0]
    """
    text = context.text
    numbers = [*islice(counts(text), _MOST)]
    denials = (_DENIAL_OR_NOUGHT if "为0" in text else _DENIAL).finditer(text)
    denied = [found.span() for found in islice(denials, _MOST)]
    if numbers or denied:
        ends = [-1, *(mark.start() for mark in _CLAUSE_END.finditer(text)), len(text)]
        yield from _counted(context, ends, numbers)
        yield from _denied(context, ends, denied)


def _counted(context: Context, ends: list[int], numbers: list[Count]) -> Iterator[Claim]:
    """Clauses with a count."""
    text, behind = context.text, 0
    for count in numbers:
        start = _clause_start(text, ends, count.start, behind)
        behind = count.end
        if start is not None:
            left = context.organ.masked(text[start : count.start])
            said = said_of_count(left, text[count.end : count.end + _LONGEST])
            if said and not (said.together and count.value):
                yield Claim(said, count.value, start, count.start, count.end + said.length)


def _denied(context: Context, ends: list[int], denied: list[tuple[int, int]]) -> Iterator[Claim]:
    """Clauses that say that there was none."""
    text, behind = context.text, 0
    for first, last in denied:
        if first < behind:
            continue
        start = _clause_start(text, ends, first, behind)
        behind = ends[bisect_left(ends, last)]
        clause = text[start:behind] if start is not None and behind - start <= 2 * _LONGEST else ""
        if start is not None and any(word in clause for word in SPEAKS):
            said = said_of_none(context.organ.masked(clause))
            if said:
                yield Claim(said, 0, start, start, behind)


def _clause_start(text: str, ends: list[int], at: int, behind: int) -> int | None:
    """Where the clause begins that a place is in, behind what was read; None where it is too long."""
    start = max(behind, ends[bisect_left(ends, at) - 1] + 1)
    if at - start > _LONGEST:
        return None
    while start < at and text[start] in "、和及与并":
        start += 1
    return start
