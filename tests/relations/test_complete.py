"""Blanks that prove themselves, and zeros that the caller declares."""

import disclosure_report as dr


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


def test_nothing_is_proved_of_a_blank_form(blank: dr.Report) -> None:
    assert dr.complete(blank).changes == ()


def test_zeros_fill_a_blank_form_and_every_relation_holds(blank: dr.Report) -> None:
    revision = dr.complete(blank, zeros=True)
    assert set(revision.report.cells().values()) == {0}
    assert {each.status for each in dr.evaluate(revision.report)} == {"satisfied"}
    totals = [f.path for f in dr.fields(dr.Form.Y2021) if f.is_total]
    reasons = {change.path: change.rule.code for change in revision.changes}
    assert not [path for path in totals if reasons[path] == "C103"]


def test_what_is_there_is_never_touched(full: dr.Report) -> None:
    wrong = full.replace({CASES + "total": 99})
    assert dr.complete(wrong, zeros=True).changes == ()


def test_a_negative_result_is_not_filled_in(blank: dr.Report) -> None:
    report = blank.replace({COLUMN("newly_received"): 1, COLUMN("brought_forward"): 0})
    report = report.replace({COLUMN("outcomes.total"): 4})
    revision = dr.complete(report)
    assert revision.changes == ()
    assert [finding.code for finding in revision.findings] == ["C201"]


def test_zeros_never_leave_a_table_that_nothing_can_complete(blank: dr.Report) -> None:
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
