"""From year to year."""

from collections.abc import Mapping

import pytest

import disclosure_report as dr
from disclosure_report.errors import InvalidValueError


BROUGHT, CARRIED = "applications.brought_forward.", "applications.carried_forward."
ROW = "proactive_disclosure.normative_documents."
ITEMS = "proactive_disclosure.penalties."


def _columns(report: dr.Report) -> list[str]:
    return [path.removeprefix(BROUGHT) for path in report.cells() if path.startswith(BROUGHT)]


def _year(year: int, cells: Mapping[str, int | None], form: dr.Form | None = None) -> dr.Report:
    return dr.Report.blank("青溪镇", year, form).replace(cells)


def test_what_is_brought_forward_is_compared_in_every_column() -> None:
    columns = _columns(_year(2025, {}))
    assert len(columns) == 7
    last = _year(2024, {CARRIED + column: number for number, column in enumerate(columns)})
    right = {BROUGHT + column: number for number, column in enumerate(columns)}
    assert dr.check(_year(2025, right), last, select=["Y"]) == ()
    for column in columns:
        wrong = {**right, BROUGHT + column: 9}
        [finding] = dr.check(_year(2025, wrong), last, select=["Y"])
        assert (finding.code, finding.severity, finding.paths) == ("Y301", "error", (BROUGHT + column,))
        assert f"{right[BROUGHT + column]}" in finding.text()


def test_several_columns_are_one_finding_and_blanks_make_it_a_warning() -> None:
    columns = _columns(_year(2025, {}))
    last = _year(2024, {CARRIED + column: 1 for column in columns})
    this = {BROUGHT + column: 2 if number < 2 else 1 for number, column in enumerate(columns)}
    [finding] = dr.check(_year(2025, this), last, select=["Y"])
    assert finding.paths == tuple(BROUGHT + column for column in columns[:2])
    assert finding.text() == (
        "二、上年结转政府信息公开申请数量：本年自然人2、商业企业2，"
        "上年报告“四、结转下年度继续办理”为自然人1、商业企业1"
    )
    for blank in (_year(2025, {**this, BROUGHT + columns[5]: None}), _year(2025, this)):
        before = last.replace({CARRIED + columns[6]: None})
        [finding] = dr.check(blank, before, select=["Y"])
        assert (finding.code, finding.severity, len(finding.paths)) == ("Y302", "warning", 2)


def test_a_blank_is_never_compared() -> None:
    columns = _columns(_year(2025, {}))
    last = _year(2024, {CARRIED + column: 1 for column in columns})
    assert dr.check(_year(2025, {}), last, select=["Y"]) == ()
    assert dr.check(_year(2025, {BROUGHT + columns[0]: 4}), _year(2024, {}), select=["Y"]) == ()


@pytest.mark.parametrize(
    ("last", "issued", "repealed", "now", "expected"),
    [
        (8, 2, 1, 9, None),
        (8, 2, 1, 8, 9),
        (0, 0, 0, 1, 0),
        (3, 0, 4, 0, -1),
        (None, 2, 1, 8, None),
        (8, None, 1, 8, None),
        (8, 2, None, 8, None),
        (8, 2, 1, None, None),
    ],
)
def test_documents_in_force_go_on_from_last_year(
    last: int | None, issued: int | None, repealed: int | None, now: int | None, expected: int | None
) -> None:
    this = _year(2025, {ROW + "issued": issued, ROW + "repealed": repealed, ROW + "in_force": now})
    found = dr.check(this, _year(2024, {ROW + "in_force": last}), select=["Y"])
    assert [(each.code, each.severity, each.expected, each.found) for each in found] == (
        [] if expected is None else [("Y201", "hint", expected, now)]
    )


def test_the_sum_is_shown() -> None:
    this = _year(2025, {ROW + "issued": 2, ROW + "repealed": 1, ROW + "in_force": 8})
    [finding] = dr.check(this, _year(2024, {ROW + "in_force": 8}), select=["Y"])
    assert finding.difference == -1
    assert finding.text() == (
        "第二十条第（一）项 / 行政规范性文件 / 现行有效件数：8，按上年和本年的增减应为9"
        "（上年报告现行有效件数8 + 本年制发件数2 - 本年废止件数1）"
    )


@pytest.mark.parametrize(("now", "codes"), [(28, []), (30, ["Y202"]), (None, [])])
def test_items_go_on_from_last_year_in_the_form_of_2019(now: int | None, codes: list[str]) -> None:
    last = _year(2019, {ITEMS + "items_previous_year": 30, ITEMS + "items_change": -2})
    found = dr.check(_year(2020, {ITEMS + "items_previous_year": now}), last, select=["Y"])
    assert [finding.code for finding in found] == codes
    assert all("上年报告上一年项目数量30 + 上年报告本年增/减-2" in finding.text() for finding in found)


@pytest.mark.parametrize(
    ("last", "codes"),
    [("青溪镇", []), ("云岭县青溪镇人民政府", []), (None, []), ("白石镇", ["Y101"])],
)
def test_last_years_report_is_of_the_same_organ(last: str | None, codes: list[str]) -> None:
    found = dr.check(_year(2025, {}), _year(2024, {}).replace(agency=last), select=["Y"])
    assert [(finding.code, finding.severity) for finding in found] == [(code, "warning") for code in codes]


def test_between_two_forms_only_what_both_have_is_compared() -> None:
    columns = _columns(_year(2025, {}))
    last = _year(2020, {CARRIED + column: 1 for column in columns} | {ITEMS + "items_previous_year": 3})
    this = {BROUGHT + column: 2 for column in columns} | {ROW + "in_force": 5, ROW + "issued": 0}
    found = dr.check(_year(2021, this | {ROW + "repealed": 0}), last, select=["Y"])
    assert [finding.code for finding in found] == ["Y301"]


def test_a_reading_is_taken_as_last_year_and_another_year_is_refused() -> None:
    last = dr.read(dr.to_json(_year(2024, {ROW + "in_force": 8})).encode(), "json")
    this = _year(2025, {ROW + "issued": 0, ROW + "repealed": 0, ROW + "in_force": 9})
    assert [finding.code for finding in dr.check(this, last, select=["Y"])] == ["Y201"]
    for other in (2023, 2025, 2026):
        with pytest.raises(InvalidValueError, match=f"previous: is of {other}"):
            dr.check(this, _year(other, {}))
    unknown = dr.Report.blank("青溪镇", None, dr.Form.Y2021).replace({ROW + "in_force": 8})
    assert [finding.code for finding in dr.check(this, unknown, select=["Y"])] == ["Y201"]
