"""The six parts of a report."""

import pytest

import disclosure_report as dr
from disclosure_report.model.parts import PART_LABEL, PARTS, PROSE_PARTS, TABLE_PARTS


def test_the_parts_stand_in_the_order_of_the_notices() -> None:
    assert "".join(part.numeral for part in PARTS) == "一二三四五六"
    assert [part.name for part in TABLE_PARTS] == ["proactive_disclosure", "applications", "disputes"]
    assert PROSE_PARTS == ("preamble", "overview", "problems_and_improvements", "other_matters")


def test_each_part_is_a_field_of_the_report_and_tells_itself_from_the_others() -> None:
    report = dr.Report.blank("青溪镇", 2021)
    assert all(hasattr(report, part.name) for part in PARTS)
    assert len({*PARTS}) == len(PARTS)


@pytest.mark.parametrize(
    ("form", "heading"),
    [
        (dr.Form.Y2019, "政府信息公开工作存在的主要问题及改进情况"),
        (dr.Form.Y2021, "存在的主要问题及改进情况"),
    ],
)
def test_the_heading_of_part_five_is_that_of_its_notice(form: dr.Form, heading: str) -> None:
    [five] = [part for part in PARTS if part.numeral == "五"]
    assert five.headings[form] == heading


def test_a_finding_names_a_part_as_the_newest_notice_does() -> None:
    assert PART_LABEL["problems_and_improvements"] == "五、存在的主要问题及改进情况"
