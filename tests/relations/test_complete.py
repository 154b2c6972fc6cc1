"""Blanks that prove themselves, and zeros that the caller declares."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import disclosure_report as dr
from disclosure_report.testing import reports


CASES = "disputes.reconsideration."
COLUMN = "applications.{}.natural_person".format


def test_a_relation_with_one_unknown_gives_it(full: dr.Report) -> None:
    path = "applications.outcomes.not_disclosed.state_secret.natural_person"
    revision = dr.complete(full.replace({path: None}))
    assert revision.report == full
    [change] = revision.changes
    assert (change.path, change.before, change.after) == (path, None, 2)
    assert "勾稽关系" in change.reason
    assert "relation" in change.text("en")


def test_addends_are_zero_where_the_total_is_reached(blank: dr.Report) -> None:
    report = blank.replace({CASES + "upheld": 4, CASES + "total": 4})
    revision = dr.complete(report)
    assert {c.path.removeprefix(CASES): c.after for c in revision.changes} == {
        "corrected": 0,
        "other_result": 0,
        "pending": 0,
    }


PROOFS: list[tuple[list[int | None], list[int | None], set[str]]] = [
    ([3, None, 0, 0, 5], [3, 2, 0, 0, 5], {"C101"}),
    ([1, 2, 3, None, 6], [1, 2, 3, 0, 6], {"C101"}),
    ([1, 2, 3, 4, None], [1, 2, 3, 4, 10], {"C101"}),
    ([0, 0, 0, 0, None], [0, 0, 0, 0, 0], {"C101"}),
    ([1, None, None, 0, 1], [1, 0, 0, 0, 1], {"C102"}),
    ([None, None, None, None, 0], [0, 0, 0, 0, 0], {"C102"}),
    ([None, None, 0, 0, 1], [None, None, 0, 0, 1], set()),
    ([1, None, 0, 0, None], [1, None, 0, 0, None], set()),
    ([4, None, 0, 0, 3], [4, None, 0, 0, 3], {"C201"}),
    ([4, None, None, 0, 3], [4, None, None, 0, 3], set()),
]


@pytest.mark.parametrize(("cells", "completed", "codes"), PROOFS)
def test_a_block_of_part_four_is_completed_as_far_as_its_total_proves(
    cells: list[int | None], completed: list[int | None], codes: set[str], blank: dr.Report
) -> None:
    names = [CASES + name for name in ("upheld", "corrected", "other_result", "pending", "total")]
    revision = dr.complete(blank.replace(dict(zip(names, cells, strict=True))))
    assert [revision.report[name] for name in names] == completed
    said = {change.rule.code for change in revision.changes} | {each.code for each in revision.findings}
    assert said == codes


def test_nothing_is_proved_of_a_blank_form(blank: dr.Report) -> None:
    assert dr.complete(blank).changes == ()


@pytest.mark.parametrize("form", dr.Form)
def test_zeros_fill_a_blank_form_and_every_relation_holds(form: dr.Form) -> None:
    revision = dr.complete(dr.Report.blank("青溪镇", form.value), zeros=True)
    kinds = {said.path: said.kind for said in dr.fields(form)}
    assert {kinds[path] for path in revision.report.cells()} >= {"count", "amount"}
    for path, value in revision.report.cells().items():
        assert value == 0
        assert isinstance(value, Decimal) is (kinds[path] == "amount")
    assert {each.status for each in dr.evaluate(revision.report)} == {"satisfied"}
    reasons = {change.path: change.rule.code for change in revision.changes}
    assert {reasons[said.path] == "C103" for said in dr.fields(form) if said.is_total} == {False}
    assert {change.text() for change in revision.changes if change.rule.code == "C103"} == {
        "按使用者声明，空白填0"
    }


def test_what_is_proved_against_another_relation_is_said_with_its_value(blank: dr.Report) -> None:
    report = blank.replace({COLUMN("newly_received"): 1, COLUMN("brought_forward"): 0})
    revision = dr.complete(report.replace({COLUMN("outcomes.total"): 2}))
    [finding] = revision.findings
    assert finding.paths == (COLUMN("carried_forward"),)
    assert finding.text("en") == (
        "自然人: a relation gives -1, but that is negative, too long, or breaks another relation; left blank"
    )


ROW = "applications.carried_forward."
OTHERS = ("research_institution", "public_interest_organization", "legal_service_institution")
ONE_CARRIED_ON = {
    COLUMN("newly_received"): 5,
    COLUMN("brought_forward"): 0,
    COLUMN("outcomes.total"): 1,
    **{ROW + name: 0 for name in (*OTHERS, "commercial_enterprise", "other_organization")},
}


def test_what_is_proved_proves_more(blank: dr.Report) -> None:
    """The column gives the 4 that natural persons wait for; only then the row has its total."""
    revision = dr.complete(blank.replace(ONE_CARRIED_ON))
    assert [(change.path, change.after) for change in revision.changes] == [
        (ROW + "natural_person", 4),
        (ROW + "total", 4),
    ]
    assert [change.text() for change in revision.changes] == [
        "由勾稽关系推出：自然人，（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
        "由勾稽关系推出：四、结转下年度继续办理，总计等于自然人与法人或其他组织各项之和",
    ]


def test_a_proof_that_would_break_another_relation_is_not_applied(blank: dr.Report) -> None:
    """4 by the column, but the row has 3 in all, and still other blanks."""
    cells = {**ONE_CARRIED_ON, ROW + "total": 3, ROW + "other_organization": None}
    revision = dr.complete(blank.replace(cells))
    assert revision.changes == ()
    [finding] = revision.findings
    assert (finding.code, finding.paths) == ("C201", (ROW + "natural_person",))
    assert "应填4" in finding.text()


def test_a_relation_that_is_broken_already_holds_no_proof_back(blank: dr.Report) -> None:
    cells = {**ONE_CARRIED_ON, ROW + "total": 3, ROW + "other_organization": 9}
    revision = dr.complete(blank.replace(cells))
    assert [(change.path, change.after) for change in revision.changes] == [(ROW + "natural_person", 4)]
    assert revision.findings == ()


def test_what_is_nought_by_a_relation_is_filled_in(blank: dr.Report) -> None:
    report = blank.replace({COLUMN("newly_received"): 1, COLUMN("brought_forward"): 1})
    revision = dr.complete(report.replace({COLUMN("outcomes.total"): 2}))
    assert revision.report[COLUMN("carried_forward")] == 0


def test_what_is_there_is_never_touched(full: dr.Report) -> None:
    wrong = full.replace({CASES + "total": 99})
    assert dr.complete(wrong, zeros=True).changes == ()


def test_a_negative_result_is_not_filled_in(blank: dr.Report) -> None:
    report = blank.replace({COLUMN("newly_received"): 1, COLUMN("brought_forward"): 0})
    report = report.replace({COLUMN("outcomes.total"): 4})
    revision = dr.complete(report)
    assert revision.changes == ()
    assert [finding.code for finding in revision.findings] == ["C201"]


def test_zeros_stop_at_a_total_that_they_cannot_give(blank: dr.Report) -> None:
    path = "applications.outcomes.otherwise_processed.not_supplemented.total"
    revision = dr.complete(blank.replace({path: 4}), zeros=True)
    assert revision.report[COLUMN("newly_received")] is None
    assert "C202" in [finding.code for finding in revision.findings]
    assert dr.complete(revision.report, zeros=True).changes == ()
    assert revision.report[CASES + "total"] == 0


def test_zeros_are_not_set_where_they_would_break_a_relation(blank: dr.Report) -> None:
    report = blank.replace({CASES + "upheld": 1, CASES + "total": 3})
    revision = dr.complete(report, zeros=True)
    assert {name: revision.report[CASES + name] for name in ("corrected", "other_result", "pending")} == {
        "corrected": None,
        "other_result": None,
        "pending": None,
    }
    assert "C202" in [finding.code for finding in revision.findings]
    assert "violated" not in {each.status for each in dr.evaluate(revision.report)}
    # What hangs together with no broken relation is filled in.
    assert revision.report["disputes.direct_litigation.total"] == 0


@pytest.mark.parametrize("zeros", [False, True])
def test_a_total_that_no_cell_can_hold_is_left_blank(blank: dr.Report, zeros: bool) -> None:
    cells = {"upheld": 10**15 - 1, "corrected": 5, "other_result": 0, "pending": 0}
    revision = dr.complete(blank.replace({CASES + name: value for name, value in cells.items()}), zeros=zeros)
    assert revision.report[CASES + "total"] is None
    assert [(each.code, each.paths) for each in revision.findings] == [("C201", (CASES + "total",))]
    assert "1000000000000004" in revision.findings[0].text()


@given(reports(consistent=False, blanks=True, max_count=9), st.booleans())
def test_a_finding_names_only_what_is_still_blank(report: dr.Report, zeros: bool) -> None:
    revision = dr.complete(report, zeros=zeros)
    assert all(revision.report[path] is None for each in revision.findings for path in each.paths)
    assert all(each.paths for each in revision.findings)
