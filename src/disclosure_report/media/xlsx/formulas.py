"""What is computed: each formula as text, and the value that it has for given numbers.

A blank is not zero: a sum over blanks shows nothing. A relation is also broken when what is known on one side
already exceeds a complete other side, for no count is negative.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from graphlib import TopologicalSorter
from typing import Any

from attrs import frozen

from disclosure_report.blocks import Kind, Shape, Sum, Value
from disclosure_report.media.xlsx.addresses import Cell, quoted, ranges
from disclosure_report.media.xlsx.words import (
    BALANCED,
    BETWEEN,
    BROKEN,
    MISSING,
    MOST,
    READY,
    UNBALANCED,
    WRONG,
)


@frozen
class Side:
    """One side of an equation as ranges in formulas, and how many cells it has."""

    ranges: str
    cells: int

    @property
    def complete(self) -> str:
        """Whether all cells have numbers."""
        return f"COUNT({self.ranges})={self.cells}"

    @property
    def sum(self) -> str:
        """The sum of the numbers."""
        return f"SUM({self.ranges})"


def cells_of(shape: Shape) -> dict[int, Cell]:
    """Where each slot stands."""
    return {box.content: (box.row, box.column) for box in shape.boxes if isinstance(box.content, int)}


def side_of(slots: Sequence[int], cells: Mapping[int, Cell], sheet: str = "") -> Side:
    """One side of an equation; with *sheet*, as another sheet names it."""
    before = f"{quoted(sheet)}!" if sheet else ""
    found = ranges((cells[slot] for slot in slots), absolute=not sheet)
    return Side(",".join(before + each for each in found), len(slots))


@lru_cache(maxsize=16)
def totals_of(shape: Shape) -> dict[int, Sum]:
    """The slots that a form computes, each with its first sum; a total comes after those that it adds up."""
    found: dict[int, Sum] = {}
    computed = {box.content for box in shape.boxes if box.role == "total"}
    for each in shape.sums:
        if len(each.minus) == 1 and each.minus[0] in computed:
            found.setdefault(each.minus[0], each)
    ordered = TopologicalSorter({slot: set(each.plus) & set(found) for slot, each in found.items()})
    return {slot: found[slot] for slot in ordered.static_order()}


def total(addends: Side) -> str:
    """A total: nothing while an addend is blank."""
    return f'IF(COUNT({addends.ranges})<{addends.cells},"",{addends.sum})'


def totalled(
    values: Sequence[Value | str], totals: Mapping[int, Sum]
) -> tuple[list[Value | str], frozenset[int]]:
    """The values with each total as its formula gives it; and the totals that are given and differ.

    Those stay as they are: no number of a report is dropped.
    """
    filled, kept = list(values), set()
    for slot, each in totals.items():
        addends = [filled[addend] for addend in each.plus]
        whole = None if None in addends else sum(int(addend) for addend in addends if addend is not None)
        if filled[slot] is None:
            filled[slot] = whole
        elif filled[slot] != whole:
            kept.add(slot)
    return filled, frozenset(kept)


def broken(left: Side, right: Side) -> str:
    """Whether an equation does not hold."""
    ways = (
        (left.complete, right.complete, f"{left.sum}<>{right.sum}"),
        (left.complete, f"{right.sum}>{left.sum}"),
        (right.complete, f"{left.sum}>{right.sum}"),
    )
    return "OR(" + ",".join(f"AND({','.join(way)})" for way in ways) + ")"


def known(side: Side, other: Side) -> str:
    """The sum of a side where it is complete, or already larger than the other, complete one."""
    exceeds = f"AND({other.complete},{side.sum}>{other.sum})"
    return f'IF(OR({side.complete},{exceeds}),{side.sum},"")'


TICK, CROSS = BALANCED.encode(), UNBALANCED.encode()


def judged(each: Sum, values: Sequence[Any]) -> tuple[bytes, bytes, bytes, bytes]:
    """What the formulas of one equation give: both sides, difference, mark; nothing while undetermined."""
    try:
        left, right = sum([values[slot] for slot in each.plus]), sum([values[slot] for slot in each.minus])
    except TypeError:  # a blank
        return _judged_with_blanks(each, values)
    return b"%d" % left, b"%d" % right, b"%d" % (right - left), CROSS if right - left else TICK


def _judged_with_blanks(each: Sum, values: Sequence[Any]) -> tuple[bytes, bytes, bytes, bytes]:
    sides = [[values[slot] for slot in slots] for slots in (each.plus, each.minus)]
    left, right = (sum(value for value in side if value is not None) for side in sides)
    left_whole, right_whole = (None not in side for side in sides)
    shown = (
        left if left_whole or (right_whole and left > right) else None,
        right if right_whole or (left_whole and right > left) else None,
    )
    said = [b"" if total is None else b"%d" % total for total in shown]
    found = (b"", b"") if None in shown else (b"%d" % (right - left), CROSS if right - left else TICK)
    return said[0], said[1], *found


def difference(left: str, right: str) -> str:
    """Right minus left, where both show a number."""
    return f'IF(COUNT({left},{right})=2,{right}-{left},"")'


def mark(found: str) -> str:
    """✓, ✗, or nothing, beside a difference."""
    return f'IF({found}="","",IF({found}=0,"{BALANCED}","{UNBALANCED}"))'


# A cell that holds what its kind cannot: text, a number below zero, with a point, or too large; a percentage
# or a date, which a program makes of what is typed, as far as it tells the format. FIND reads numbers too.
_LOOK = 'IFERROR(ISNUMBER(FIND(LEFT(CELL("format",{0})),"DP")),FALSE)'
_WRONG_NUMBER: dict[Kind, str] = {
    "count": f"{{0}}<0,{{0}}<>INT({{0}}),{{0}}>{MOST},{_LOOK}",
    "signed": f"{{0}}<>INT({{0}}),ABS({{0}})>{MOST},{_LOOK}",
    "amount": f"ABS({{0}})>{MOST},{_LOOK}",
}
_WRONG_CELL = 'IF({0}="",FALSE,IF(ISNUMBER({0}),OR({1}),TRUE))'
_TEXTS = "COUNTA({0})-COUNT({0})"
_POINTS = 'SUMPRODUCT(ISNUMBER({0})*(({0}>=1)+({0}<=-1))*ISNUMBER(FIND(".",{0})))'
_SMALL = 'COUNTIFS({0},">0",{0},"<1")+COUNTIFS({0},">-1",{0},"<0")'
_LARGE = f'COUNTIF({{0}},">{MOST}")+COUNTIF({{0}},"<-{MOST}")'
_WRONG_CELLS: dict[Kind, tuple[str, ...]] = {
    "count": (_TEXTS, _POINTS, _SMALL, 'COUNTIF({0},"<=-1")', _LARGE),
    "signed": (_TEXTS, _POINTS, _SMALL, _LARGE),
    "amount": (_TEXTS, _LARGE),
}


def wrong_cell(kind: Kind, cell: str) -> str:
    """Whether a cell holds what it cannot."""
    return _WRONG_CELL.format(cell, _WRONG_NUMBER[kind].format(cell))


def wrong_cells(shape: Shape, slots: Sequence[int]) -> str:
    """How many of these cells hold what they cannot, and how many of the totals are too large."""
    cells = cells_of(shape)
    before = f"{quoted(shape.title)}!"
    asked = [
        (area, ways)
        for kind, ways in _WRONG_CELLS.items()
        for area in ranges(cells[slot] for slot in slots if shape.inputs[slot].kind == kind)
    ]
    totals = ranges(cell for slot, cell in cells.items() if slot not in slots)
    return "+".join(
        way.format(before + area)
        for area, ways in (*asked, *((area, (_LARGE,)) for area in totals))
        for way in ways
    )


def status(missing: str, wrong: str, marks: str, relations: int) -> str:
    """The first line of the checks: ready, or what is missing, wrong, and broken.

    When nothing is missing, a relation that is not balanced is broken, also one that cannot be told.
    """
    balanced, unbalanced = (f'COUNTIF({marks},"{each}")' for each in (BALANCED, UNBALANCED))
    broken_ones = f"IF({missing}=0,{relations}-{balanced},{unbalanced})"
    counts = ((missing, MISSING), (wrong, WRONG), (broken_ones, BROKEN))
    said = "&".join(f'IF({n}>0,"{BETWEEN}{before}"&{n}&"{after}","")' for n, (before, after) in counts)
    nothing = f"{missing}+{wrong}+{broken_ones}=0"
    return f'IF({nothing},"{READY}",MID({said},{len(BETWEEN) + 1},99))'


def stated(missing: int, wrong: int, unbalanced: int) -> str:
    """What the first line says for these counts."""
    counts = ((missing, MISSING), (wrong, WRONG), (unbalanced, BROKEN))
    return BETWEEN.join(f"{before}{n}{after}" for n, (before, after) in counts if n) or READY
