"""From a report to blocks."""

from datetime import date

import pytest

import disclosure_report as dr
from disclosure_report.blocks import Detail, Grid, Heading, Paragraph, Properties
from disclosure_report.layout.compose import compose, is_ours


def test_title_preamble_and_six_parts_in_order(full: dr.Report) -> None:
    blocks = compose(full).blocks
    assert [(b.level, b.text) for b in blocks if isinstance(b, Heading)] == [
        (0, "青溪镇2021年政府信息公开工作年度报告"),
        (1, "一、总体情况"),
        (2, "（一）主动公开"),
        (1, "二、主动公开政府信息情况"),
        (1, "三、收到和处理政府信息公开申请情况"),
        (1, "四、政府信息公开行政复议、行政诉讼情况"),
        (1, "五、存在的主要问题及改进情况"),
        (1, "六、其他需要报告的事项"),
    ]
    values = [value for block in blocks if isinstance(block, Grid) for value in block.values]
    assert values == list(full.cells().values())


def test_part_five_of_2019_has_its_long_heading() -> None:
    blocks = compose(dr.Report.blank("x", 2019)).blocks
    assert "五、政府信息公开工作存在的主要问题及改进情况" in [
        b.text for b in blocks if isinstance(b, Heading)
    ]


def test_the_shape_is_one_object_for_every_report(full: dr.Report, blank: dr.Report) -> None:
    shapes = [[b.shape for b in compose(report).blocks if isinstance(b, Grid)] for report in (full, blank)]
    assert all(one is other for one, other in zip(*shapes, strict=True))


def test_details_are_properties(full: dr.Report) -> None:
    properties = compose(full.replace(publication_date=date(2022, 1, 20), agency_id="11")).properties
    assert (properties.title, properties.author) == ("青溪镇2021年政府信息公开工作年度报告", "青溪镇")
    assert {detail.name: detail.text for detail in properties.details if detail.text} == {
        "full_title": "青溪镇2021年政府信息公开工作年度报告",
        "agency": "青溪镇",
        "year": "2021",
        "publication_date": "2022-01-20",
        "agency_id": "11",
    }


def test_details_that_nobody_knows_are_empty(blank: dr.Report) -> None:
    properties = compose(blank).properties
    assert properties.date == ""
    assert {detail.text for detail in properties.details if detail.name in {"agency_id", "title"}} == {""}
    dated = compose(blank.replace(publication_date=date(2022, 1, 20)))
    assert dated.properties.date == "2022-01-20"


@pytest.mark.parametrize(
    ("properties", "is_so"),
    [
        (Properties(), False),
        (Properties(shown=True), True),
        (Properties(details=(Detail("full_title", "年报"),)), True),
        (Properties(details=(Detail("full_title", ""),)), False),
        (Properties(details=(Detail("agency", "青溪镇"),)), False),
        (Properties(details=(Detail("agency", "青溪镇"), Detail("full_title", "年报"))), True),
    ],
)
def test_a_file_that_keeps_the_title_as_printed_is_ours(properties: Properties, is_so: bool) -> None:
    assert is_ours(properties) is is_so


def test_headings_inside_a_part_stand_below_its_own(blank: dr.Report) -> None:
    prose = dr.Prose((Heading(1, "（一）主动公开"), Heading(2, "1.网站"), Paragraph("好。")))
    blocks = compose(blank.replace(overview=prose)).blocks
    start = blocks.index(Heading(1, "一、总体情况"))
    assert blocks[start + 1 : start + 4] == (
        Heading(2, "（一）主动公开"),
        Heading(3, "1.网站"),
        Paragraph("好。"),
    )


def test_hints_are_last_years_values(full: dr.Report, blank: dr.Report) -> None:
    grids = [block for block in compose(blank, full).blocks if isinstance(block, Grid)]
    hints = {text for grid in grids for _, text in grid.hints}
    assert hints
    assert all(text.startswith("上年报告为") for text in hints)
    assert not [block for block in compose(blank).blocks if isinstance(block, Grid) and block.hints]
