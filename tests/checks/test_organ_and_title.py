"""What a report says of itself: organ, year, period, date."""

from datetime import date
from typing import Literal

import pytest

import disclosure_report as dr


def _titled(agency: str | None, title: str) -> list[str]:
    report = dr.Report.blank(agency, 2025).replace(title=title)
    return [finding.code for finding in dr.check(report, select=["T"])]


@pytest.mark.parametrize(
    ("agency", "title"),
    [
        ("青溪镇", "青溪镇2025年政府信息公开工作年度报告"),
        ("青溪镇人民政府", "青溪镇2025年政府信息公开工作年度报告"),
        ("青溪镇", "云岭县青溪镇人民政府2025年度政府信息公开工作年度报告"),
        ("青溪镇", "2025年度青溪镇人民政府信息公开年报"),
        ("青溪街道办事处", "云岭区青溪街道2025年政府信息公开工作年度报告"),
        ("云岭县发展和改革局", "云岭县发改局政府信息公开2025年度报告"),
        ("青溪镇", "2025年政府信息公开工作年度报告"),
        ("云岭区青溪街道", "青溪街道办2025年政府信息公开工作年度报告"),
        ("云岭区青溪街道办事处", "云岭区青溪街道办关于2025年政府信息公开工作年度报告"),
        ("云岭县教育体育局", "云岭县教体局关于２０２５年政府信息公开工作的年度报告"),
        ("青溪镇", "青溪镇政府信息公开工作年度报告（二〇二五年度）"),
        ("青溪镇", "年度工作报告"),
        ("青溪镇人民政府", "青溪镇人民政府 2025 年 政府信息公开工作年度报告"),
        ("云岭开发区管委会", "云岭开发区 2025 年度 政府信息公开年报"),
        (None, "青溪镇2025年政府信息公开工作年度报告"),
    ],
)
def test_another_way_to_write_the_same_is_no_difference(agency: str | None, title: str) -> None:
    assert _titled(agency, title) == []


@pytest.mark.parametrize(
    ("agency", "title", "codes"),
    [
        ("青溪镇", "白石镇2025年政府信息公开工作年度报告", ["T101"]),
        ("云岭县财政局", "云岭县民政局2025年政府信息公开工作年度报告", ["T101"]),
        ("青溪镇", "青溪镇2024年政府信息公开工作年度报告", ["T102"]),
        ("青溪镇", "青溪镇政府信息公开工作年度报告（二○二四年度）", ["T102"]),
        ("青溪镇", "青溪镇２０２４年政府信息公开工作年度报告", ["T102"]),
        ("青溪镇", "白石镇2024年政府信息公开工作年度报告", ["T101", "T102"]),
    ],
)
def test_another_organ_or_year_in_the_title_is_a_warning(agency: str, title: str, codes: list[str]) -> None:
    assert sorted(_titled(agency, title)) == sorted(codes)


def test_what_the_caller_knows_better_is_said_once() -> None:
    page = "青溪镇2021年政府信息公开工作年度报告\n一、总体情况\n好。\n"
    reading = dr.read(page.encode(), "text", agency="白石镇", year=2022)
    assert {"R104", "R105"} <= {finding.code for finding in reading.findings}
    assert dr.check(reading, select=["T"]) == ()
    assert [finding.code for finding in dr.check(reading.report, select=["T"])] == ["T101", "T102"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("统计期限为2025年1月1日至2025年12月31日。", None),
        ("统计期限自2025年1月1日起至12月31日止。", None),
        ("统计期限为2024年1月1日至2024年12月31日。", "2024年1月1日至2024年12月31日"),
        ("统计期限为2024年1月1日至12月31日。", "2024年1月1日至12月31日"),
        ("统计期限为2024年1月1日起至2025年12月31日止。", "2024年1月1日起至2025年12月31日"),
        ("统计期限为 2025 年 1 月 1 日至 12 月 31 日。", None),
        ("统计期限为2024 年 1 月 1 日至 12 月 31 日。", "2024 年 1 月 1 日至 12 月 31 日"),
        ("统计期限为2024年01月01日至2024年12月31日。", "2024年01月01日至2024年12月31日"),
        ("统计期限为２０２４年１月１日至１２月３１日。", "２０２４年１月１日至１２月３１日"),
        ("办法自2021年1月1日起施行。2025年12月31日前办结。", None),
        ("统计期限为202411日至20241231日。", None),
        ("条例自2019年5月15日起施行。", None),
        ("本报告于2026年1月11日印发。", None),
    ],
)
def test_the_period_in_the_preamble_is_the_reports_year(words: str, found: str | None) -> None:
    report = dr.Report.blank("青溪镇", 2025).replace(preamble=dr.Prose.from_text("按条例编制。\n" + words))
    findings = dr.check(report, select=["T103"])
    assert [(finding.paths, words[slice(*finding.span)]) for finding in findings if finding.span] == (
        [] if found is None else [(("preamble[1]",), found)]
    )
    assert len(findings) == (found is not None)
    unknown = report.replace(year=None, applications=dr.Report.blank(None, 2025).applications)
    assert dr.check(unknown, select=["T103"]) == ()


KIND = Literal["government", "department", "township"] | None


@pytest.mark.parametrize(
    ("kind", "published", "codes"),
    [
        ("department", date(2026, 1, 31), []),
        ("department", date(2026, 2, 1), ["T104"]),
        ("government", date(2026, 3, 31), []),
        ("government", date(2026, 4, 1), ["T104"]),
        ("township", date(2026, 12, 31), []),
        (None, date(2026, 12, 31), []),
        ("department", None, []),
    ],
)
def test_a_deadline_is_that_of_the_kind(kind: KIND, published: date | None, codes: list[str]) -> None:
    report = dr.Report.blank("青溪县财政局", 2025).replace(publication_date=published)
    assert [finding.code for finding in dr.check(report, kind=kind, select=["T104"])] == codes


def test_the_last_year_that_a_report_may_have_has_no_deadline() -> None:
    report = dr.Report.blank("青溪县财政局", 9999).replace(publication_date=date(2026, 1, 1))
    assert dr.check(report, kind="department", select=["T104"]) == ()


RULES = "proactive_disclosure.rules."
CELLS = tuple(RULES + name for name in ("issued", "repealed", "in_force"))


@pytest.mark.parametrize(
    ("agency", "kind", "codes"),
    [
        ("青溪镇", None, ["F103"]),
        ("云岭县白石乡人民政府", None, ["F103"]),
        ("云岭区石桥街道办事处", None, ["F103"]),
        ("青溪镇", "government", []),
        ("云岭市人民政府", None, []),
        ("云岭市人民政府", "township", ["F103"]),
        ("青溪镇政府", None, ["F103"]),
        ("青溪街道办", None, ["F103"]),
        ("青溪县政府办", None, []),
        ("镇海区人民政府", None, []),
        ("青溪镇财政所", None, []),
        ("镇", None, []),
        (None, None, []),
    ],
)
def test_rules_of_a_township_are_a_hint(agency: str | None, kind: KIND, codes: list[str]) -> None:
    report = dr.Report.blank(agency, 2025).replace(dict(zip(CELLS, (1, 0, 2), strict=True)))
    found = dr.check(report, kind=kind, select=["F103"])
    assert [finding.code for finding in found] == codes
    assert [finding.paths for finding in found] == [(CELLS[0], CELLS[2])] * len(codes)
    assert all("规章：填了本年制发件数1、现行有效件数2" in finding.text() for finding in found)
