"""Codes that are asked for, and those that are not."""

from collections.abc import Iterable
from typing import Any, cast

import pytest

import disclosure_report as dr
from disclosure_report.checks.catalogue import CATALOGUE
from disclosure_report.checks.choice import Choice
from disclosure_report.checks.run import CHECKS
from disclosure_report.errors import InvalidValueError


TOLD_ELSEWHERE = ("R", "C", "L", "A")  # codes of reading, of `complete`, of `locate` and of sums


def test_select_and_ignore_take_codes_and_their_beginnings(blank: dr.Report) -> None:
    def codes(**given: Iterable[str]) -> set[str]:
        return {finding.code for finding in dr.check(blank, **cast("Any", given))}

    assert codes() == {"B101", "B103"}
    assert codes(select=["B103"]) == codes(ignore=["B101"]) == codes(select=("B1", "P"), ignore=("B101",))
    assert codes(select=["P"]) == codes(ignore=["B"]) == codes(select=["B101"], ignore=["B101"]) == set()
    assert codes(select=iter(["B101"])) == {"B101"}


@pytest.mark.parametrize("name", ["select", "ignore"])
@pytest.mark.parametrize(
    "given",
    [["Z"], ["P3033"], ["p303"], [""], "P303", 3, ["P303", "Q"], [3], [b"P303"], b"P", [("P",)], None],
)
def test_what_begins_no_code_is_refused(blank: dr.Report, name: str, given: object) -> None:
    with pytest.raises(InvalidValueError, match=name):
        dr.check(blank, **{name: given})  # type: ignore[arg-type]


def test_a_kind_that_does_not_exist_is_refused(blank: dr.Report) -> None:
    with pytest.raises(InvalidValueError, match="kind: is one of government, department, township"):
        dr.check(blank, kind="village")  # type: ignore[arg-type]


def test_every_code_of_a_check_is_raised_by_one_check_alone() -> None:
    raised = [rule.code for check in CHECKS for rule in check.rules]
    assert len(raised) == len(set(raised))
    assert {code for code in CATALOGUE if not code.startswith(TOLD_ELSEWHERE)} == set(raised)


def test_a_choice_without_names_has_every_code() -> None:
    assert all(code in Choice.of() for code in CATALOGUE)
    assert "P999" not in Choice.of()


@pytest.mark.parametrize("given", ["青溪镇", 3, []])
def test_what_is_no_report_is_refused_by_name(blank: dr.Report, given: Any) -> None:
    with pytest.raises(InvalidValueError, match="report: takes a report"):
        dr.check(given)
    with pytest.raises(InvalidValueError, match="previous: takes a report"):
        dr.check(blank, given)
