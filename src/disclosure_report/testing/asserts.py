"""Assertions that name the cell."""

from itertools import takewhile

from attrs import fields

from disclosure_report.model.parts import TABLE_PARTS
from disclosure_report.model.report import Report
from disclosure_report.relations.evaluate import evaluate


_MOST = 10  # differences that a message shows
_LONGEST = 200  # characters of each side
_BEFORE = 40  # of them before the first difference


def assert_consistent(report: Report) -> None:
    """Assert that no relation of the report is violated.

    >>> assert_consistent(Report.blank("悦来镇", 2021).replace({"disputes.reconsideration.total": 0}))

    Raises:
        AssertionError: the message has each broken relation, its difference, the paths of its right side.
    """
    broken = [each for each in evaluate(report) if each.status == "violated"]
    lines = [
        f"{' + '.join(each.relation.right)}: {each.left} is not {each.right}, difference {each.difference}"
        f" ({each.relation.code} {each.relation.label})"
        for each in broken[:_MOST]
    ]
    if broken:
        raise AssertionError("\n".join([f"violated relations: {len(broken)}", *lines]))


def assert_same_report(found: Report, expected: Report) -> None:
    """Assert that two reports are equal.

    Raises:
        AssertionError: the message has the path of each cell, or the name of each part, that differs.
    """
    if found == expected:
        return
    cells, wanted = found.cells(), expected.cells()
    lines = [
        f"{path}: {cells.get(path, 'no such cell')} is not {wanted.get(path, 'no such cell')}"
        for path in dict.fromkeys([*cells, *wanted])
        if cells.get(path, "") != wanted.get(path, "")
    ]
    names = [each.name for each in fields(Report)]
    tables = {part.name for part in TABLE_PARTS}
    pairs = [(name, getattr(found, name), getattr(expected, name)) for name in names if name not in tables]
    lines += [f"{name}: {_difference(repr(one), repr(other))}" for name, one, other in pairs if one != other]
    more = [f"and {len(lines) - _MOST} more"] if len(lines) > _MOST else []
    raise AssertionError("\n".join(["the reports differ", *lines[:_MOST], *more]))


def _difference(one: str, other: str) -> str:
    """Both texts around the first character in which they differ."""
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    start = max(0, same - _BEFORE) if max(len(one), len(other)) > _LONGEST else 0
    begun = "…" if start else ""
    parts = [begun + text[start : start + _LONGEST] for text in (one, other)]
    return " is not ".join(parts)
