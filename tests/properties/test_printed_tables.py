"""A second opinion on the relations: slow, stupid, and from the printed tables alone.

It lays out tables three and four as a reader sees them, finds rows by the words printed in front of them and
columns by counting, and adds up what stands there. It knows nothing of declarations, paths or slots.
"""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from hypothesis import given
from hypothesis import strategies as st

import disclosure_report as dr
from disclosure_report.blocks import Grid, Value
from disclosure_report.layout.compose import compose
from disclosure_report.testing import broken_reports, reports


Line: TypeAlias = list[Value]
Verdict: TypeAlias = tuple[str, str]

ANY = st.one_of(
    reports(consistent=False, blanks=True), reports(blanks=True), broken_reports().map(lambda each: each[0])
)


@given(ANY)
def test_relations_are_those_of_the_printed_tables(report: dr.Report) -> None:
    three, four = [block for block in compose(report).blocks if isinstance(block, Grid)][1:]
    found = [*_table_three(three), *_table_four(four)]
    assert [(each.relation.code, each.status) for each in dr.evaluate(report)] == found


def _table_three(grid: Grid) -> Iterator[Verdict]:
    lines = {label: line for label, line in _lines(grid).items() if line}
    for *applicants, total in lines.values():
        yield "P301", _verdict(applicants, [total])
    labels = [*lines]
    newly, brought, *outcomes = labels[: labels.index("（七）总计")]
    carried = labels[-1]
    assert (newly[0], brought[0], outcomes[0][:3], carried[0]) == ("一", "二", "（一）", "四")
    for column in range(7):
        yield "P302", _verdict([lines[label][column] for label in outcomes], [lines["（七）总计"][column]])
    for column in range(7):
        first_and_second = [lines[newly][column], lines[brought][column]]
        yield "P303", _verdict(first_and_second, [lines["（七）总计"][column], lines[carried][column]])


def _table_four(grid: Grid) -> Iterator[Verdict]:
    [cells] = [line for line in _lines(grid).values() if line]
    for start in range(0, 15, 5):
        *results, total = cells[start : start + 5]
        yield "P401", _verdict(results, [total])


def _lines(grid: Grid) -> dict[str, Line]:
    """The values of each printed row from left to right, by the last words in front of them."""
    lines: dict[str, Line] = {}
    for number in range(max(box.row for box in grid.shape.boxes) + 1):
        row = sorted((box for box in grid.shape.boxes if box.row == number), key=lambda box: box.column)
        words = [box.content for box in row if isinstance(box.content, str)]
        said = [grid.values[box.content] for box in row if isinstance(box.content, int)]
        values = [value for value in said if not isinstance(value, str)]
        assert len(values) == len(said)
        group = f"{number} " if words[-1:] and words[-1] in lines else ""
        lines[group + (words[-1] if words else "")] = values
    return lines


def _verdict(left: Iterable[Value], right: Iterable[Value]) -> str:
    """Equal, unequal, or open where a blank could still make them equal; a count is never below zero."""
    sides = [*left], [*right]
    known = [sum(value for value in side if value is not None) for side in sides]
    holes = [None in side for side in sides]
    if holes == [False, False]:
        return "satisfied" if known[0] == known[1] else "violated"
    too_much_left = known[0] > known[1] and not holes[1]
    too_much_right = known[1] > known[0] and not holes[0]
    return "violated" if too_much_left or too_much_right else "undetermined"
