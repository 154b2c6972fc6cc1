"""What `check` says: every broken relation with its cells, blanks, nothing else."""

import disclosure_report as dr


TOTAL = "disputes.reconsideration.total"


def test_a_complete_report_whose_relations_hold_has_no_findings(full: dr.Report) -> None:
    assert dr.check(full) == ()


def test_an_empty_form_never_passes(blank: dr.Report) -> None:
    found = dr.check(blank)
    assert [finding.code for finding in found] == ["B103", *["B101"] * 3, "B103", "B103"]
    assert {finding.severity for finding in found if finding.code == "B101"} == {"error"}


def test_blanks_beside_numbers_are_one_warning_a_table(full: dr.Report) -> None:
    paths = ("applications.outcomes.disclosed.total", "applications.carried_forward.total")
    [finding] = dr.check(full.replace(dict.fromkeys(paths)))
    assert (finding.code, finding.severity, finding.paths) == ("B102", "warning", paths)
    assert "2个单元格" in finding.text()
    assert "2 cells are blank" in finding.text("en")


def test_a_broken_relation_names_cells_values_difference_and_sentence(full: dr.Report) -> None:
    [finding] = dr.check(full.replace({TOTAL: 5}))
    assert finding.code == "P401"
    assert finding.paths[-1] == TOTAL
    assert len(finding.paths) == 5
    assert (finding.expected, finding.found, finding.difference) == (3, 5, 2)
    assert finding.text() == (
        "行政复议：结果维持 3 = 3；总计 5；相差 2。总计等于结果维持、结果纠正、其他结果、尚未审结之和"
    )
    assert finding.text("en") == (
        "行政复议: 结果维持 3 = 3; 总计 5; difference 2. "
        "A total of cases is the sum of the four results before it."
    )


def test_a_relation_broken_in_spite_of_a_blank_shows_the_blank(full: dr.Report) -> None:
    found = dr.check(
        full.replace({"disputes.reconsideration.upheld": 9, "disputes.reconsideration.pending": None})
    )
    assert [finding.code for finding in found] == ["B102", "P401"]
    assert "结果维持 9 + 尚未审结 □ ≥ 9" in found[1].text()


def test_findings_come_in_the_order_of_the_form(full: dr.Report) -> None:
    wrong = full.replace({TOTAL: 5, "applications.outcomes.disclosed.total": 6})
    assert [finding.code for finding in dr.check(wrong)] == ["P301", "P302", "P401"]


def test_a_reading_gives_places() -> None:
    lines = [f"{value}" for value in (1, 0, 0, 0, 2, *[0] * 10)]
    page = (
        "青溪镇2021年政府信息公开工作年度报告\n四、政府信息公开行政复议、行政诉讼情况\n行政复议\n行政诉讼\n"
    )
    reading = dr.read((page + "\n".join(lines)).encode(), "text")
    broken = next(finding for finding in dr.check(reading) if finding.code == "P401")
    assert broken.place
    assert broken.place.line == 9


def test_what_is_shown_of_a_finding_is_short(full: dr.Report) -> None:
    wrong = full.replace({TOTAL: 5})
    blank = dr.Report.blank("青溪镇", 2021)
    assert repr(dr.check(blank)[1]).startswith("Finding(rule=B101, paths=(")
    assert repr(dr.locate(wrong)[0]).startswith(
        "Suggestion(changes=(('disputes.reconsideration.upheld', 5),), "
    )
    assert repr(dr.complete(blank, zeros=True).changes[-1]).endswith("before=None, after=0, rule=C101)")
    for shown in (repr(dr.check(wrong)[0]), repr(dr.locate(wrong)[0])):
        assert "details" not in shown
        assert "{label}" not in shown
