"""The report as a value."""

import copy
import pickle
from datetime import date, datetime
from typing import Any

import attrs
import pytest

import disclosure_report as dr
from disclosure_report.errors import InvalidValueError, UnknownPathError
from disclosure_report.model.report import FIRST_YEAR, LAST_YEAR


def test_a_blank_report_is_blank(blank: dr.Report) -> None:
    assert set(blank.cells().values()) == {None}
    assert len(blank.cells()) == 200


def test_a_blank_report_needs_a_year_or_a_form() -> None:
    assert dr.Report.blank("x", None, dr.Form.Y2019).year is None
    with pytest.raises(InvalidValueError, match="year"):
        dr.Report.blank("x", None)


def test_forms_mix_by_table(blank: dr.Report) -> None:
    older = dr.Report.blank("青溪镇", 2019)
    mixed = older.replace(proactive_disclosure=blank.proactive_disclosure)
    assert mixed.proactive_disclosure.form is dr.Form.Y2021
    assert mixed.applications.form is dr.Form.Y2019
    assert len(mixed.cells()) == 10 + 161 + 15


def test_the_same_cell_by_path_and_by_attribute(full: dr.Report) -> None:
    assert full["applications.newly_received.total"] == full.applications.newly_received.total == 7


@pytest.mark.parametrize("path", ["", "applications", "applications.newly_received", "nope", "form", 5])
def test_an_unknown_path(path: Any, full: dr.Report) -> None:
    with pytest.raises(UnknownPathError) as raised:
        full[path]
    assert raised.value.path == str(path)
    with pytest.raises(KeyError):
        full.replace({path: 1})


def test_an_unknown_part(full: dr.Report) -> None:
    with pytest.raises(UnknownPathError, match="overvieww"):
        full.replace(overvieww=dr.Prose())


def test_replace_leaves_the_first_report_alone(full: dr.Report) -> None:
    before = full.cells()
    changed = full.replace({"disputes.reconsideration.total": None}, year=2022)
    assert full.cells() == before
    assert (changed["disputes.reconsideration.total"], changed.year) == (None, 2022)


def test_a_report_is_frozen(full: dr.Report) -> None:
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        full.year = 2022  # type: ignore[misc]


def test_a_report_is_equal_by_content(full: dr.Report) -> None:
    for twin in (pickle.loads(pickle.dumps(full)), copy.deepcopy(full), full.replace(full.cells())):
        assert twin == full
        assert hash(twin) == hash(full)
    assert full != full.replace({"disputes.reconsideration.total": 9})


def test_the_title_is_none_while_it_is_the_derived_one(blank: dr.Report) -> None:
    assert blank.full_title == "青溪镇2021年政府信息公开工作年度报告"
    assert blank.replace(title=blank.full_title) == blank
    other = blank.replace(title="青溪镇2021年政务公开年报")
    assert other.title == other.full_title == "青溪镇2021年政务公开年报"


WRONG = [
    ("agency", ""),
    ("agency", "a\nb"),
    ("agency", "a\x00b"),
    ("agency", 5),
    ("year", True),
    ("year", "2021"),
    ("year", 1999),
    ("title", "\ud800"),
    ("publication_date", "2022-01-01"),
    ("publication_date", datetime(2022, 1, 1)),  # noqa: DTZ001
    ("overview", "text"),
    ("overview", None),
    ("applications", None),
    ("disputes", 5),
]


@pytest.mark.parametrize(("name", "value"), WRONG)
def test_a_wrong_value_names_its_field(name: str, value: Any, full: dr.Report) -> None:
    with pytest.raises(InvalidValueError) as raised:
        full.replace(**{name: value})
    assert raised.value.path == name


def test_a_table_of_another_part_is_refused(full: dr.Report) -> None:
    with pytest.raises(InvalidValueError, match="applications"):
        full.replace(applications=full.disputes)


def test_details_are_kept(full: dr.Report) -> None:
    report = full.replace(
        publication_date=date(2022, 1, 20),
        document_number="青政〔2022〕3号",
        index_number="113325000026455663/2022-00001",
        source_address="http://example.gov.cn/1.html",
        agency_id="113325000026455663",
    )
    assert report.publication_date == date(2022, 1, 20)
    assert report.document_number == "青政〔2022〕3号"


@pytest.mark.parametrize(("year", "form"), [("2021", None), (True, None), (2021, 2021), (2021, "Y2021")])
def test_a_blank_report_refuses_what_is_no_year_or_form(year: Any, form: Any) -> None:
    with pytest.raises(InvalidValueError):
        dr.Report.blank("x", year, form)


@pytest.mark.parametrize("end", ["\n", "\x85", "\u2028"])
def test_a_line_is_one_line(end: str, full: dr.Report) -> None:
    with pytest.raises(InvalidValueError, match="one line"):
        full.replace(agency=f"青溪{end}镇")


@pytest.mark.parametrize(("value", "not_text"), [(None, None), (5, 5), ("text", b"text")])
def test_prose_refuses_what_holds_no_blocks(value: Any, not_text: Any) -> None:
    with pytest.raises(InvalidValueError):
        dr.Prose(value)
    with pytest.raises(InvalidValueError):
        dr.Prose.from_text(not_text)


@pytest.mark.parametrize(
    ("year", "right"),
    [(FIRST_YEAR - 1, False), (FIRST_YEAR, True), (LAST_YEAR, True), (LAST_YEAR + 1, False)],
)
def test_the_first_and_the_last_year_of_a_report(year: int, right: bool) -> None:
    text = dr.to_json(dr.Report.blank("青溪镇", 2021)).replace('"year": 2021', f'"year": {year}')
    if right:
        assert dr.from_json(text).year == year == dr.Report.blank("青溪镇", year, dr.Form.Y2021).year
        return
    with pytest.raises(dr.DisclosureReportError, match="year"):
        dr.from_json(text)
    with pytest.raises(dr.DisclosureReportError, match="year"):
        dr.Report.blank("青溪镇", year, dr.Form.Y2021)
