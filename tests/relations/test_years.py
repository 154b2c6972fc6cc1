"""From one year to the next."""

import pytest

import disclosure_report as dr
from disclosure_report.model.registry import TABLES
from disclosure_report.model.tree import table
from disclosure_report.relations.years import carried, recalled


@pytest.mark.parametrize("before", dr.Form)
@pytest.mark.parametrize("after", dr.Form)
def test_every_column_is_carried_in_both_forms(before: dr.Form, after: dr.Form) -> None:
    last = dr.Report.blank("青溪镇", 2020, form=before)
    paths = [path for path in last.cells() if path.startswith("applications.carried_forward.")]
    last = last.replace({path: number for number, path in enumerate(paths)})
    moved = carried(last)
    assert moved == {
        path.replace("carried_forward", "brought_forward"): number for number, path in enumerate(paths)
    }
    assert len(moved) == 7
    this = dr.Report.blank("青溪镇", 2021, form=after).replace(moved)
    assert [this[path] for path in moved] == list(range(7))


def test_a_blank_carries_nothing() -> None:
    assert carried(dr.Report.blank("青溪镇", 2021)) == {}


def test_only_what_goes_on_is_recalled() -> None:
    last = dr.complete(dr.Report.blank("青溪镇", 2021), zeros=True).report
    compiled = table("proactive_disclosure", TABLES[dr.Form.Y2021]["proactive_disclosure"])
    paths = {compiled.fields[slot].path: value for slot, value in recalled(last, compiled)}
    assert paths == {
        "proactive_disclosure.rules.in_force": 0,
        "proactive_disclosure.normative_documents.in_force": 0,
    }
    older = table("proactive_disclosure", TABLES[dr.Form.Y2019]["proactive_disclosure"])
    assert list(recalled(last, older)) == []


def test_items_of_last_year_are_recalled_in_the_form_of_2019() -> None:
    last = dr.complete(dr.Report.blank("青溪镇", 2019), zeros=True).report
    compiled = table("proactive_disclosure", TABLES[dr.Form.Y2019]["proactive_disclosure"])
    rows = ("licensing", "other_management_services", "penalties", "compulsion", "administrative_fees")
    assert {compiled.fields[slot].path for slot, _ in recalled(last, compiled)} == {
        f"proactive_disclosure.{row}.items_previous_year" for row in rows
    }
