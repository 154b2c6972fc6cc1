"""Checks beyond the sums, both ways: never on what is right, always on what was made wrong."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Any, Literal

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

import disclosure_report as dr
from disclosure_report.model.parts import PROSE_PARTS
from disclosure_report.testing import prose, reports, yearly_series


COLUMNS = tuple(
    path.rpartition(".")[2]
    for path in dr.Report.blank("青溪镇", 2025).cells()
    if path.startswith("applications.carried_forward.")
)
SAID = prose(max_blocks=3).filter(bool)
FEES = st.sampled_from(("全年未收取信息处理费。", "信息处理费收取0元。", "实际收取信息处理费400元。"))
PROBLEMS = st.sampled_from(("更新不够及时，已建立台账。", "无专职人员，拟增加一人。", "公开形式单一。"))
NAMES = st.sampled_from(("青溪", "白石", "云岭", "长桥", "石门"))
STYLES = st.sampled_from(("镇", "镇人民政府", "街道", "街道办事处", "县财政局", "市人民政府办公室"))
ORDERS = st.sampled_from(
    (
        "{agency}{year}年政府信息公开工作年度报告",
        "{year}年度{agency}政府信息公开工作年度报告",
        "{agency}政府信息公开{year}年度报告",
        "天山省{agency}{year}年政府信息公开年报",
    )
)
PERIODS = st.sampled_from(("{0}年1月1日至{0}年12月31日", "自{0}年1月1日起至12月31日止"))


def _codes(report: dr.Report, previous: dr.Report | None = None, **given_: Any) -> list[str]:
    return [finding.code for finding in dr.check(report, previous, **given_)]


@given(yearly_series())
def test_years_that_fit_raise_nothing(series: tuple[dr.Report, ...]) -> None:
    for last, this in pairwise(series):
        assert _codes(this, last, select=["Y"]) == []


@given(yearly_series(min_years=2, max_years=2, first_year=2021), st.sampled_from(COLUMNS), st.integers(1, 99))
def test_a_column_that_was_not_carried_on_is_always_found(
    series: tuple[dr.Report, dr.Report], column: str, error: int
) -> None:
    last, this = series
    path = f"applications.brought_forward.{column}"
    wrong = this.replace({path: int(this[path] or 0) + error})
    [finding] = dr.check(wrong, last, select=["Y3"])
    assert (finding.code, finding.paths) == ("Y301", (path,))


@given(
    yearly_series(min_years=2, max_years=2),
    st.sampled_from(("in_force", "items_previous_year")),
    st.integers(1, 99),
    st.data(),
)
def test_a_stock_that_does_not_go_on_is_always_found(
    series: tuple[dr.Report, dr.Report], column: str, error: int, data: st.DataObject
) -> None:
    last, this = series
    paths = [path for path in this.cells() if path.endswith(f".{column}") and path in last.cells()]
    assume(paths)
    path = data.draw(st.sampled_from(paths))
    [finding] = dr.check(this.replace({path: int(this[path] or 0) + error}), last, select=["Y2"])
    assert (finding.paths, finding.expected, finding.difference) == ((path,), this[path], error)


@given(reports(), SAID, FEES, PROBLEMS)
def test_parts_that_say_what_they_must_raise_nothing(
    report: dr.Report, words: dr.Prose, fee: str, problems: str
) -> None:
    said = report.replace(
        overview=words,
        problems_and_improvements=dr.Prose.from_text(problems),
        other_matters=dr.Prose.from_text(fee),
    )
    assert _codes(said, select=["B"]) == []


@given(reports(), st.sets(st.sampled_from(PROSE_PARTS[1:])))
def test_every_empty_part_is_found_and_no_other(report: dr.Report, empty: set[str]) -> None:
    words = dict.fromkeys(PROSE_PARTS, dr.Prose.from_text("更新不够及时，已收取处理费。"))
    found = dr.check(report.replace(**{**words, **dict.fromkeys(empty, dr.Prose())}), select=["B103"])
    assert [finding.paths for finding in found] == [(part,) for part in PROSE_PARTS if part in empty]


@given(reports(form=dr.Form.Y2021), reports(form=dr.Form.Y2019), st.booleans())
def test_mixed_forms_are_found_and_one_form_never(new: dr.Report, old: dr.Report, first: bool) -> None:
    assert _codes(new.replace(year=2025), select=["F1"], ignore=["F103"]) == []
    assert _codes(old.replace(year=2019), select=["F1"], ignore=["F103"]) == []
    name = "applications" if first else "proactive_disclosure"
    mixed = evolve(new, year=2025, **{name: getattr(old, name)})
    assert _codes(mixed, select=["F1"], ignore=["F103"]) == ["F101"]


@given(reports(consistent=False, blanks=True))
def test_no_code_is_raised_for_a_form_that_it_does_not_apply_to(report: dr.Report) -> None:
    form = report.applications.form
    last = report.replace(year=report.year - 1) if report.year else report
    for finding in dr.check(report, last, kind="department"):
        assert form in finding.rule.forms


@given(NAMES, STYLES, ORDERS, st.integers(2019, 2040))
def test_a_title_that_names_organ_and_year_raises_nothing(
    name: str, style: str, order: str, year: int
) -> None:
    report = dr.Report.blank(name + style, year)
    assert _codes(report, select=["T"]) == []
    assert _codes(report.replace(title=order.format(agency=name + style, year=year)), select=["T"]) == []


@given(NAMES, NAMES, STYLES, ORDERS, st.integers(2019, 2040), st.sampled_from((-2, -1, 1, 2)))
def test_another_name_or_year_in_the_title_is_always_found(  # noqa: PLR0913, PLR0917
    name: str, other: str, style: str, order: str, year: int, off: int
) -> None:
    report = dr.Report.blank(name + style, year)
    late = report.replace(title=order.format(agency=name + style, year=year + off))
    assert _codes(late, select=["T"]) == ["T102"]
    assume(name != other)
    strange = report.replace(title=order.format(agency=other + style, year=year))
    assert _codes(strange, select=["T"]) == ["T101"]


@pytest.mark.parametrize(("kind", "day"), [("department", (1, 31)), ("government", (3, 31))])
@given(year=st.integers(2019, 2040), days=st.integers(-400, 400))
def test_late_is_after_the_deadline(
    kind: Literal["department", "government"], day: tuple[int, int], year: int, days: int
) -> None:
    published = date(year + 1, *day) + timedelta(days)
    report = dr.Report.blank("云岭市财政局", year).replace(publication_date=published)
    assert _codes(report, kind=kind, select=["T"]) == (["T104"] if days > 0 else [])


@given(
    st.integers(2019, 2040),
    st.integers(-3, 3),
    PERIODS,
)
def test_a_period_is_found_unless_it_is_the_reports_year(year: int, off: int, words: str) -> None:
    said = dr.Prose.from_text(f"本报告所列数据的统计期限为{words.format(year + off)}。")
    report = dr.Report.blank("青溪镇", year).replace(preamble=said)
    assert _codes(report, select=["T"]) == (["T103"] if off else [])
