"""The small parts of recognition, each by a table of what it takes and gives."""

import pytest
from attrs import evolve

import disclosure_report as dr
from disclosure_report.blocks import Box, Grid, Heading, Manuscript, Paragraph, Place, Properties, Shape
from disclosure_report.layout.compose import compose
from disclosure_report.layout.recognise.cutting import opened
from disclosure_report.layout.recognise.digits import Block, ways_of
from disclosure_report.layout.recognise.folding import fold, fold_without_note
from disclosure_report.layout.recognise.furniture import publication_date
from disclosure_report.layout.recognise.lines.pipes import MOST_CELLS, cells_of
from disclosure_report.layout.recognise.run import recognise


@pytest.mark.parametrize(
    ("text", "blocks", "ways"),
    [
        ("12", [Block(2, has_total=False)], [("1", "2")]),
        ("102", [Block(2, has_total=False)], [("10", "2")]),
        ("123", [Block(2, has_total=False)], [("12", "3"), ("1", "23")]),
        ("123", [Block(3, has_total=True)], [("1", "2", "3")]),
        ("124", [Block(3, has_total=True)], []),
        ("500499999", [Block(3, has_total=True)], [("500", "499", "999")]),  # all as long as their total
        ("000", [Block(3, has_total=True)], [("0", "0", "0")]),
        ("000", [Block(2, has_total=True)], []),
        ("5-23", [Block(3, has_total=False)], [("5", "-2", "3")]),
        ("5+23", [Block(2, has_total=False)], [("5", "+23")]),
        ("11 224", [Block(2, has_total=True), Block(3, has_total=True)], [("1", "1", "2", "2", "4")]),
        ("1 1", [Block(2, has_total=True)], [("1", "1")]),
        ("", [], [()]),
        ("1", [], []),
        ("1,2", [Block(2, has_total=False)], []),
        ("１２", [Block(2, has_total=False)], []),
        ("123456789", [Block(1, has_total=False)], [("123456789",)]),
        ("1234567890", [Block(1, has_total=False)], []),
    ],
)
def test_numbers_that_run_together(text: str, blocks: list[Block], ways: list[tuple[str, ...]]) -> None:
    assert ways_of(text, blocks) == ways


def test_a_search_that_takes_too_many_steps_finds_nothing() -> None:
    assert ways_of("1" * 400, [Block(200, has_total=False)]) == []
    assert len(ways_of("1" * 12, [Block(6, has_total=False)])) == 40


@pytest.mark.parametrize("length", [1000, 1001])
def test_a_text_far_longer_than_a_label_stays_as_it_is(length: int) -> None:
    text = "（" * length
    assert fold(text) == ("" if length == 1000 else text)


@pytest.mark.parametrize("length", [1000, 1001])
def test_a_note_behind_a_label_is_no_longer_than_a_text_that_is_folded(length: int) -> None:
    text = f"现行有效件数（{'长' * (length - 8)}）"
    assert len(text) == length
    assert fold_without_note(text) == ("现行有效件数" if length == 1000 else text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("发布时间：2022-01-18", "2022-01-18"),
        ("发布日期:2022年1月8日", "2022-01-08"),
        ("发布时间：2022-13-18", None),
        ("2022-01-18", None),
    ],
)
def test_the_day_of_publication(text: str, day: str | None) -> None:
    found = publication_date([Heading(1, "发布时间：2020-01-01"), Paragraph(text)])
    assert (found and found.isoformat()) == day


def test_of_two_days_the_first_that_exists() -> None:
    blocks = [Paragraph("发布时间：2022-02-30"), Paragraph("发布时间：2022-03-01")]
    assert str(publication_date(blocks)) == "2022-03-01"


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("agency", "青溪\x00镇", "'\\u9752\\u6eaa\\x00\\u9547'"),
        ("year", "二〇二一", "二〇二一"),
        ("year", "0021", "0021"),
        ("year", "2007", "2007"),
        ("publication_date", "2022-13-01", "2022-13-01"),
    ],
)
def test_a_kept_detail_that_no_report_can_have_is_left_out_with_a_finding(
    name: str, text: str, said: str
) -> None:
    written = compose(dr.Report.blank("青溪镇", 2021))
    details = tuple(
        evolve(each, text=text) if each.name == name else each for each in written.properties.details
    )
    reading = recognise(evolve(written, properties=evolve(written.properties, details=details)), "a.docx")
    [finding] = [each for each in reading.findings if each.code == "R106"]
    assert said in finding.text()
    assert getattr(reading.report, name) is None


def test_lines_of_one_cell_are_lines_and_empty_ones_are_none() -> None:
    boxes = tuple(Box(row, 0, 1, 1, row, "value") for row in range(2))
    grid = Grid(
        Shape("", (16.0,), 2, 0, boxes),
        ("一、总体情况\n\n全年公开信息7条。\n ", "第二行"),
        place=Place(table=3),
    )
    found = [block for block in opened(grid) if isinstance(block, Paragraph)]
    assert [block.text for block in found] == ["一、总体情况", "全年公开信息7条。", "第二行"]
    assert [(each.place.table, each.place.row, each.place.column) for each in found if each.place] == [
        (3, 1, 1),
        (3, 1, 1),
        (3, 2, 1),
    ]


def test_no_more_cells_than_a_part_can_have() -> None:
    lines = [Paragraph("1"), Paragraph("|" * MOST_CELLS), Paragraph("3")]
    found = cells_of(lines)
    assert [cell.line.text for cell in found.cells] == ["1"]
    assert [*found.rest] == lines[1:]
    assert cells_of([lines[0], Paragraph("|" * (MOST_CELLS - 1)), lines[2]]).rest == ()


def test_a_rule_between_rows_is_no_row() -> None:
    found = cells_of([Paragraph("|规章|1|"), Paragraph("|---|:-:|"), Paragraph("+-----+"), Paragraph("|2|")])
    assert [cell.line.text for cell in found.cells] == ["规章", "1", "2"]


@pytest.mark.parametrize(
    ("line", "whole"),
    [("单位：万元", "160.5964"), ("采购总金额（单位：万元）", "160.5964")],
)
def test_a_unit_among_heads_is_no_head_that_nobody_knows(line: str, whole: str) -> None:
    page = f"青溪镇2019年政府信息公开工作年度报告\n二、主动公开政府信息情况\n信息内容\n采购项目数量\n{line}\n"
    reading = dr.read(f"{page}政府集中采购\n3\n{whole}\n".encode(), "text")
    assert reading.report["proactive_disclosure.centralized_procurement.projects"] == 3


@pytest.mark.parametrize("year", [2008, 9999])
def test_a_kept_year_at_the_border_is_read(year: int) -> None:
    written = compose(dr.Report.blank("青溪镇", year, dr.Form.Y2021))
    assert recognise(written, "a.docx").report.year == year


TITLE = "青溪镇2021年政府信息公开工作年度报告"


@pytest.mark.parametrize(
    "front",
    [
        [Paragraph(TITLE)],
        [Paragraph("青溪镇2021年"), Paragraph("政府信息公开工作年度报告")],
        [Paragraph("青溪镇"), Paragraph("2021年政府信息公开工作年度报告")],
        [Heading(1, "通知公告"), Paragraph(TITLE)],
        [Heading(2, "2020年政府信息公开工作年度报告解读"), Paragraph(TITLE)],
        [Heading(0, TITLE), Paragraph("青溪县2020年政府信息公开工作年度报告。")],
    ],
)
def test_the_title_before_part_one(front: list[Heading | Paragraph]) -> None:
    report = recognise(Manuscript((*front, Paragraph("一、总体情况"), Paragraph("好。"))), "a").report
    assert (report.agency, report.year) == ("青溪镇", 2021)


@pytest.mark.parametrize(
    ("of_page", "line", "named"),
    [
        (TITLE, "2021年政府信息公开工作年度报告", ("青溪镇", 2021)),
        (TITLE, "青溪镇政府信息公开工作年度报告", ("青溪镇", 2021)),
        (TITLE, "2020年政府信息公开工作年度报告", (None, 2020)),  # the two differ
        (TITLE, "青溪县2020年政府信息公开工作年度报告", ("青溪县", 2020)),
        (f"{TITLE}_青溪县人民政府", "信息公开", ("青溪镇", 2021)),
    ],
)
def test_what_no_line_names_is_as_the_page_says(
    of_page: str, line: str, named: tuple[str | None, int]
) -> None:
    blocks = (Paragraph(line), Paragraph("一、总体情况"), Paragraph("好。"))
    report = recognise(Manuscript(blocks, Properties(title=of_page)), "a").report
    assert (report.agency, report.year) == named
