"""Zeros that the caller declares: where they are held back, and where not."""

import disclosure_report as dr


PART = "applications."


def _zeros(cells: dict[str, int]) -> tuple[dr.Report, dict[str, str]]:
    """The completed report, and for each cell of part three that was filled in the code of the reason."""
    blank = dr.Report.blank("青溪镇", 2021)
    revision = dr.complete(blank.replace({PART + name: value for name, value in cells.items()}), zeros=True)
    reasons = {change.path: change.rule.code for change in revision.changes if change.path.startswith(PART)}
    return revision.report, {path.removeprefix(PART): code for path, code in reasons.items()}


def test_a_column_that_is_broken_already_holds_no_zero_back() -> None:
    """4件 were disclosed of 3 in all: that no zero can break. 5 new ones and what is carried on can."""
    report, reasons = _zeros(
        {
            "newly_received.natural_person": 5,
            "newly_received.total": 5,
            "outcomes.disclosed.natural_person": 4,
            "outcomes.disclosed.total": 4,
            "outcomes.total.natural_person": 3,
            "outcomes.total.total": 3,
        }
    )
    assert report[PART + "brought_forward.natural_person"] is None
    assert report[PART + "carried_forward.natural_person"] is None
    assert report[PART + "outcomes.partially_disclosed.natural_person"] == 0
    assert reasons["outcomes.partially_disclosed.natural_person"] == "C103"
    assert reasons["outcomes.disclosed.commercial_enterprise"] == "C102"


def test_zeros_are_followed_through_blank_totals_to_the_total_of_totals() -> None:
    """With zeros the outcomes add up to 5, more than the 3 that came in: so none of them is set."""
    report, reasons = _zeros(
        {"newly_received.total": 3, "brought_forward.total": 0, "outcomes.total.natural_person": 5}
    )
    assert report[PART + "outcomes.total.total"] is None
    assert report[PART + "outcomes.disclosed.commercial_enterprise"] is None
    assert report[PART + "carried_forward.commercial_enterprise"] is None
    assert {name.partition(".")[0] for name in reasons} == {"brought_forward"}
    assert not dr.has_violations(report)


def test_where_nothing_was_dealt_with_the_rest_may_be_zero() -> None:
    """0 new, 0 brought forward, 0 dealt with, 0 carried on: blanks on both sides, and zeros fit."""
    report, reasons = _zeros({"outcomes.total.total": 0})
    assert {value for path, value in report.cells().items() if path.startswith(PART)} == {0}
    assert {reasons[f"{row}.natural_person"] for row in ("newly_received", "brought_forward")} == {"C103"}
    assert reasons["outcomes.disclosed.natural_person"] == "C102"
