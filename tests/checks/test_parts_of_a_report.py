"""Parts: what is empty, says too little, or is in another form."""

import pytest
from attrs import evolve

import disclosure_report as dr
from disclosure_report.model.parts import PART_LABEL


FIVE, SIX = "problems_and_improvements", "other_matters"


def _codes(report: dr.Report, *select: str) -> list[str]:
    return [finding.code for finding in dr.check(report, select=select)]


@pytest.mark.parametrize("part", ["overview", FIVE, SIX])
def test_an_empty_part_is_a_warning_that_names_it(full: dr.Report, part: str) -> None:
    [finding] = dr.check(full.replace(**{part: dr.Prose()}))
    assert (finding.code, finding.severity, finding.paths) == ("B103", "warning", (part,))
    assert finding.text() == f"{PART_LABEL[part]}：没有文字"


def test_a_preamble_may_be_missing(full: dr.Report) -> None:
    assert dr.check(full.replace(preamble=dr.Prose())) == ()


@pytest.mark.parametrize(
    "words",
    [
        "无",
        "无。",
        "暂无；",
        " 没有. ",
        "不存在问题。",
        "略",
        "（无）",
        "无存在问题！",
        "本年度无。",
        "暂无 问题",
        "/",
        "——",
    ],
)
def test_a_part_five_that_says_nothing_is_a_warning(full: dr.Report, words: str) -> None:
    [finding] = dr.check(full.replace(problems_and_improvements=dr.Prose.from_text(words)))
    assert (finding.code, finding.severity, finding.paths) == ("B104", "warning", (FIVE,))
    assert words.strip() in finding.text()


@pytest.mark.parametrize(
    "words",
    [
        "无重大问题，更新不够及时。",
        "信息公开力度不够。",
        "无\n已建立台账。",
        "无其他问题",
        "没有问题台账",
    ],
)
def test_a_part_five_that_says_something_is_none(full: dr.Report, words: str) -> None:
    assert _codes(full.replace(problems_and_improvements=dr.Prose.from_text(words)), "B") == []


@pytest.mark.parametrize("words", ["无。", "无其他需要报告的事项。", "公开了年报。"])
def test_a_part_six_silent_on_fees_is_a_hint_in_the_form_of_2021_alone(full: dr.Report, words: str) -> None:
    silent = full.replace(other_matters=dr.Prose.from_text(words))
    [finding] = dr.check(silent)
    assert (finding.code, finding.severity, finding.paths) == ("B105", "hint", (SIX,))
    older = dr.Report.blank("青溪镇", 2020).replace(other_matters=silent.other_matters)
    assert _codes(older, "B105") == []
    assert _codes(evolve(silent, applications=older.applications), "B105") == []


@pytest.mark.parametrize(
    "words",
    [
        "全年收取信息处理费0元。",
        "无收费事项。",
        "未产生费用。",
        "信息处\n理费0元。",
        "收取信息处理 费0元。",
        "全部免费提供。",
        "未收取检索、复制、邮寄成本费。",
    ],
)
def test_a_part_six_that_names_the_fee_is_none(full: dr.Report, words: str) -> None:
    assert _codes(full.replace(other_matters=dr.Prose.from_text(words)), "B") == []


def test_tables_of_two_forms_are_one_warning_that_names_both() -> None:
    report, older = dr.Report.blank("青溪镇", 2025), dr.Report.blank("青溪镇", 2020)
    for mixed in (
        evolve(report, applications=older.applications),
        evolve(report, proactive_disclosure=older.proactive_disclosure),
    ):
        [finding] = dr.check(mixed, select=["F"])
        assert (finding.code, finding.severity) == ("F101", "warning")
        assert finding.paths == ("proactive_disclosure", "applications")
        assert "2019" in finding.text()
        assert "2021" in finding.text()


@pytest.mark.parametrize(
    ("year", "form", "codes"),
    [
        (2019, dr.Form.Y2019, []),
        (2020, dr.Form.Y2019, []),
        (2020, dr.Form.Y2021, ["F102"]),
        (2021, dr.Form.Y2021, []),
        (2021, dr.Form.Y2019, ["F102"]),
        (2030, dr.Form.Y2021, []),
        (2018, dr.Form.Y2019, []),
        (None, dr.Form.Y2019, []),
    ],
)
def test_the_form_is_that_of_the_year(year: int | None, form: dr.Form, codes: list[str]) -> None:
    assert _codes(dr.Report.blank("青溪镇", year, form), "F") == codes


def test_what_reading_has_said_is_not_said_again() -> None:
    page = "青溪镇2021年政府信息公开工作年度报告\n一、总体情况\n好。\n六、其他需要报告的事项\n"
    reading = dr.read(page.encode(), "text")
    missing = [finding for finding in reading.findings if finding.code == "R201"]
    assert [dict(finding.details)["part"] for finding in missing] == [PART_LABEL[FIVE]]
    [finding] = dr.check(reading, select=["B103"])
    assert finding.paths == (SIX,)
    assert {found.paths[0] for found in dr.check(reading.report, select=["B103"])} == {FIVE, SIX}
