"""Two years side by side: differences, percentages, what is not compared, what is refused."""

import pickle
from collections.abc import Mapping
from decimal import Decimal, localcontext
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import disclosure_report as dr
from disclosure_report.blocks import Value
from disclosure_report.checks.side_by_side import ComparedCell
from disclosure_report.errors import InvalidValueError, UnknownPathError
from disclosure_report.testing import reports, yearly_series


RECEIVED = "applications.newly_received.total"
FEES = "proactive_disclosure.administrative_fees.amount"
D = Decimal


def _year(
    year: int | None, cells: Mapping[str, Value] | None = None, agency: str | None = "青溪镇"
) -> dr.Report:
    return dr.Report.blank(agency, year, None if year else dr.Form.Y2021).replace(cells or {})


@pytest.mark.parametrize(
    ("this", "last", "difference", "percentage"),
    [
        (7, 8, -1, "-12.5"),
        (9, 8, 1, "12.5"),
        (8, 8, 0, "0.0"),
        (0, 8, -8, "-100.0"),
        (7, 6, 1, "16.7"),
        (2001, 2000, 1, "0.1"),
        (1999, 2000, -1, "-0.1"),
        (10_001, 10_000, 1, "0.0"),
        (9_999, 10_000, -1, "0.0"),
        (1, 0, 1, None),
        (0, 0, 0, None),
        (None, 8, None, None),
        (8, None, None, None),
        (None, None, None, None),
        (3, -2, 5, None),
        (-3, 2, -5, "-250.0"),
        (D("0.3"), D("0.1"), D("0.2"), "200.0"),
        (D("1.5"), D("0.5"), D(1), "200.0"),
        (D("999999999999999"), D("0.000000000000001"), D("999999999999998.999999999999999"), None),
    ],
)
def test_the_difference_is_exact_and_the_percentage_is_rounded_half_up(
    this: Value, last: Value, difference: Value, percentage: str | None
) -> None:
    cell = ComparedCell("", this, last)
    assert cell.difference == difference
    assert type(cell.difference) is type(difference)
    if difference is None or percentage is not None:
        assert str(cell.percentage) == str(percentage)


AMOUNTS = st.decimals(0, 10**9, places=4).map(abs)
COUNTS = st.integers(0, 10**15 - 1)


@given(st.one_of(st.tuples(COUNTS, COUNTS), st.tuples(AMOUNTS, AMOUNTS)))
def test_a_percentage_is_never_more_than_half_a_step_off(pair: tuple[Value, Value]) -> None:
    cell = ComparedCell("", *pair)
    assert cell.this is not None
    assert cell.last is not None
    with localcontext() as context:  # a caller's context changes nothing
        context.prec = 3
        difference, percentage = cell.difference, cell.percentage
    exact = Fraction(cell.this) - Fraction(cell.last)
    assert difference is not None
    assert Fraction(difference) == exact
    if cell.last == 0:
        assert percentage is None
    else:
        assert percentage is not None
        off = abs(Fraction(percentage)) - abs(exact) * 100 / Fraction(cell.last)
        assert Fraction(-1, 20) < off <= Fraction(1, 20)
        assert percentage.as_tuple().exponent == -1
        assert not percentage.is_signed() or exact < 0


@given(yearly_series(max_count=99))
def test_every_cell_of_both_appears_once_and_is_this_minus_last(series: tuple[dr.Report, ...]) -> None:
    for last, this in pairwise(series):
        found = dr.compare(this, last)
        now, before = this.cells(), last.cells()
        paths = [cell.path for cell in found.cells]
        assert paths == [path for path in now if path in before]
        assert {*paths, *found.only_this} == set(now)
        assert {*paths, *found.only_last} == set(before)
        assert not set(found.only_this) & set(before)
        assert not set(found.only_last) & set(now)
        for cell in found.cells:
            assert (cell.this, cell.last) == (now[cell.path], before[cell.path])
            assert cell.difference == Fraction(now[cell.path] or 0) - Fraction(before[cell.path] or 0)
        assert found.findings == dr.check(this, last, select=["Y"]) == ()
        assert not found.unchecked


@given(reports(form=dr.Form.Y2021, blanks=True), reports(form=dr.Form.Y2021, blanks=True))
def test_a_blank_is_compared_with_nothing(this: dr.Report, last: dr.Report) -> None:
    found = dr.compare(*(each.replace(agency=None, year=None, agency_id=None) for each in (this, last)))
    assert len(found.cells) == 200
    for cell in found.cells:
        assert (cell.difference is None) is (None in (cell.this, cell.last))
    assert not set(found.checked) & set(found.unchecked)
    assert len({*found.checked, *found.unchecked}) == 9


def test_cells_of_one_form_alone_are_named() -> None:
    found = dr.compare(_year(2021), _year(2020))
    assert len(found.cells) == 3 + 22 * 7 + 15
    assert FEES in found.only_this
    assert "proactive_disclosure.administrative_fees.items_change" in found.only_last
    assert "applications.outcomes.otherwise_processed.total" in found.only_last
    assert len(found.unchecked) == 7
    assert dr.compare(_year(2020), _year(2019)).only_this == ()


def test_findings_are_those_between_the_years() -> None:
    last = _year(2024, {"applications.carried_forward.total": 3})
    this = _year(2025, {"applications.brought_forward.total": 2, "disputes.reconsideration.upheld": 9})
    found = dr.compare(this, last)
    assert [finding.code for finding in found.findings] == ["Y302"]
    assert found.checked == ("applications.brought_forward.total",)
    assert len(found.unchecked) == 6 + 2


def test_items_of_the_form_of_2019_go_on_too() -> None:
    path = "proactive_disclosure.penalties."
    found = dr.compare(
        _year(2020, {path + "items_previous_year": 3}),
        _year(2019, {path + "items_previous_year": 3, path + "items_change": 0}),
    )
    assert found.checked == (path + "items_previous_year",)


def test_a_reading_is_compared_as_its_report() -> None:
    last, this = _year(2024, {RECEIVED: 8}), _year(2025, {RECEIVED: 6})
    readings = [dr.read(dr.to_json(report).encode(), "json") for report in (this, last)]
    assert dr.compare(*readings) == dr.compare(this, last)


def test_a_comparison_is_a_value() -> None:
    found = dr.compare(_year(2025, {RECEIVED: 6}), _year(2024, {RECEIVED: 8}))
    again = dr.compare(_year(2025, {RECEIVED: 6}), _year(2024, {RECEIVED: 8}))
    assert found == again
    assert hash(found) == hash(again)
    assert pickle.loads(pickle.dumps(found)) == found
    assert found[RECEIVED].difference == -2
    with pytest.raises(UnknownPathError, match="no such cell"):
        found["applications"]


@pytest.mark.parametrize(("this", "last"), [(2025, 2025), (2024, 2025), (2025, 2023), (2025, 2026)])
def test_only_the_year_before_is_compared(this: int, last: int) -> None:
    with pytest.raises(InvalidValueError, match=f"last: is of {last}, not of the year before {this}"):
        dr.compare(_year(this), _year(last))


@pytest.mark.parametrize(
    ("this", "last", "same"),
    [
        ("青溪镇", "青溪镇", True),
        ("青溪镇人民政府", "青溪镇", True),
        ("云岭县青溪镇人民政府", "青溪镇", True),
        ("青溪镇", None, True),
        (None, "青溪镇", True),
        (None, None, True),
        ("青溪镇", "悦来镇", False),
        ("青溪县统计局", "青溪县财政局", False),
        ("云岭县", "云岭县统计局", False),
    ],
)
def test_another_organ_is_refused(this: str | None, last: str | None, *, same: bool) -> None:
    years = _year(2025, agency=this), _year(2024, agency=last)
    if same:
        assert dr.compare(*years).cells
    else:
        with pytest.raises(InvalidValueError, match=f"last: is of another organ: {last}, not {this}"):
            dr.compare(*years)


def test_identifiers_tell_organs_apart_before_their_names() -> None:
    renamed = _year(2025, agency="云岭县数据局").replace(agency_id="A1")
    last = _year(2024, agency="云岭县信息中心")
    assert dr.compare(renamed, last.replace(agency_id="A1")).cells
    with pytest.raises(InvalidValueError, match="another organ"):
        dr.compare(renamed, last)
    with pytest.raises(InvalidValueError, match="another organ: 云岭县数据局 B2, not 云岭县数据局 A1"):
        dr.compare(renamed, last.replace(agency="云岭县数据局", agency_id="B2"))


def test_an_unknown_year_passes() -> None:
    assert dr.compare(_year(None), _year(2024)).cells
    assert dr.compare(_year(2025), _year(None)).cells


@pytest.mark.parametrize("name", ["this", "last"])
def test_what_is_no_report_is_refused(name: str) -> None:
    given: dict[str, Any] = {"this": _year(2025), "last": _year(2024), name: "report.docx"}
    with pytest.raises(InvalidValueError, match=f"{name}: takes a report or what read gave, not str"):
        dr.compare(**given)
