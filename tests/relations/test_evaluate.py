"""Satisfied, violated, or undetermined."""

import pytest

import disclosure_report as dr
from disclosure_report.relations.evaluate import Evaluation


CASES = "disputes.reconsideration."


def _first(cells: dict[str, int | None], code: str = "P401") -> Evaluation:
    report = dr.Report.blank("x", 2021).replace({CASES + name: value for name, value in cells.items()})
    return next(each for each in dr.evaluate(report) if each.relation.code == code)


TABLE: list[tuple[list[int | None], str, tuple[int | None, int | None, int | None]]] = [
    ([1, 2, 3, 4, 10], "satisfied", (10, 10, 0)),
    ([0, 0, 0, 0, 0], "satisfied", (0, 0, 0)),
    ([1, 2, 3, 4, 11], "violated", (10, 11, 1)),
    ([1, 2, 3, 4, 9], "violated", (10, 9, -1)),
    ([None, 2, 3, 4, 10], "undetermined", (None, 10, None)),
    ([None, 2, 3, 4, 9], "undetermined", (None, 9, None)),
    ([None, 2, 3, 4, 8], "violated", (9, 8, -1)),
    ([1, 2, 3, 4, None], "undetermined", (10, None, None)),
    ([None, None, None, None, None], "undetermined", (None, None, None)),
    ([None, None, None, None, 0], "undetermined", (None, 0, None)),
    ([0, 0, 0, 0, None], "undetermined", (0, None, None)),
]


@pytest.mark.parametrize(("values", "status", "sides"), TABLE)
def test_a_case_total(
    values: list[int | None], status: str, sides: tuple[int | None, int | None, int | None]
) -> None:
    names = ("upheld", "corrected", "other_result", "pending", "total")
    found = _first(dict(zip(names, values, strict=True)))
    assert (found.status, (found.left, found.right, found.difference)) == (status, sides)


@pytest.mark.parametrize("values", [[1, 2, 3, 4, 10], [1, 2, 3, 4, 11], [1, 2, 3, 4, 9], [0, 0, 0, 0, 7]])
def test_a_table_without_blanks_is_judged_as_one_with_blanks(
    values: list[int | None], full: dr.Report
) -> None:
    names = ("upheld", "corrected", "other_result", "pending", "total")
    cells = dict(zip(names, values, strict=True))
    evaluated = dr.evaluate(full.replace({CASES + name: value for name, value in cells.items()}))
    assert None not in {each.difference for each in evaluated}
    [found] = [each for each in evaluated if each.relation.paths[-1] == CASES + "total"]
    assert found == _first(cells)


def test_a_blank_in_one_relation_leaves_the_others_alone(full: dr.Report) -> None:
    blanked = full.replace({"applications.outcomes.disclosed.total": None})
    undetermined = [each.relation for each in dr.evaluate(blanked) if each.status == "undetermined"]
    assert [relation.code for relation in undetermined] == ["P301", "P302"]


def test_a_balance_is_violated_when_the_known_side_is_exceeded(blank: dr.Report) -> None:
    report = blank.replace(
        {
            "applications.newly_received.natural_person": 3,
            "applications.brought_forward.natural_person": 0,
            "applications.outcomes.total.natural_person": 4,
        }
    )
    balance = next(each for each in dr.evaluate(report) if each.relation.code == "P303")
    assert (balance.status, balance.difference) == ("violated", 1)


def test_a_blank_anywhere_leaves_its_relations_undetermined_and_breaks_none(full: dr.Report) -> None:
    for path in full.cells():
        blanked = full.replace({path: None})
        found = {each.relation: each.status for each in dr.evaluate(blanked)}
        assert not dr.has_violations(blanked)
        assert dr.locate(blanked) == ()
        assert {relation for relation, status in found.items() if status == "undetermined"} == {
            relation for relation in found if path in relation.paths
        }


@pytest.mark.parametrize("form", dr.Form)
def test_whether_anything_is_violated_is_what_evaluate_says(form: dr.Form) -> None:
    blank = dr.Report.blank("青溪镇", form.value)
    report = dr.complete(blank, zeros=True).report
    for path in [said.path for said in dr.fields(form) if said.kind == "count"]:
        for base in (report, blank):
            changed = base.replace({path: 3})
            violated = any(each.status == "violated" for each in dr.evaluate(changed))
            assert dr.has_violations(changed) == violated
