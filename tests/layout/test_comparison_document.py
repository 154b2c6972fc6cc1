"""The document of a comparison, read back by python-docx."""

import io
from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from openxml_audit import OpenXmlValidator, ValidationSeverity
from openxml_audit.errors import SourceClass

import disclosure_report as dr
from disclosure_report.blocks import Grid, Value
from disclosure_report.checks.side_by_side import Comparison
from disclosure_report.errors import InvalidValueError, UnknownMediumError
from disclosure_report.layout.comparison import compose_comparison
from disclosure_report.layout.comparison_grids import figures
from disclosure_report.testing import yearly_series


RECEIVED, RECONSIDERED = "applications.newly_received.total", "disputes.reconsideration.total"
SUED = ("disputes.direct_litigation.total", "disputes.litigation_after_reconsideration.total")
LAST = {RECEIVED: 9, RECONSIDERED: 2, SUED[0]: 1, SUED[1]: 2}
THIS = {RECEIVED: 12, RECONSIDERED: 2, SUED[0]: 0, SUED[1]: 1}


def _compared(
    this: Mapping[str, Value], last: Mapping[str, Value], year: int = 2025, *, zeros: bool = True
) -> Comparison:
    """This year's report beside last year's; what is not given is 0, or else blank."""
    made = []
    for number, cells in ((year, this), (year - 1, last)):
        report = dr.Report.blank("青溪镇", number)
        filled = dr.complete(report, zeros=True).report if zeros else report
        made.append(filled.replace(cells))
    return dr.compare(*made)


def _texts(comparison: Comparison) -> list[str]:
    document = docx.Document(io.BytesIO(dr.to_bytes(comparison, "docx")))
    return [paragraph.text for paragraph in document.paragraphs]


def _tables(comparison: Comparison) -> list[list[list[str]]]:
    document = docx.Document(io.BytesIO(dr.to_bytes(comparison, "docx")))
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]


def _grids(comparison: Comparison) -> list[Grid]:
    return [block for block in compose_comparison(comparison).blocks if isinstance(block, Grid)]


def test_title_words_headings_and_verdict() -> None:
    texts = _texts(_compared(THIS, LAST))
    assert texts[0] == "青溪镇2025年与2024年\n政府信息公开工作年度报告数据对比"
    assert texts[1] == (
        "2025年新收政府信息公开申请12件，2024年为9件，增加3件（33.3%）。"
        "2025年政府信息公开行政复议2件，与2024年相同。"
        "2025年政府信息公开行政诉讼1件，2024年为3件，减少2件（66.7%）。"
    )
    assert [text for text in texts if text[1:2] in {"、", "一", "二"}] == [
        "一、主动公开政府信息情况",
        "二、收到和处理政府信息公开申请情况",
        "（一）各类申请和办理结果的总计",
        "（二）各类申请人",
        "三、政府信息公开行政复议、行政诉讼情况",
        "四、两年数据衔接情况",
    ]
    assert texts[-1] == "两年数据衔接，没有发现问题。"


def test_the_title_is_kept_in_one_line_in_the_properties() -> None:
    document = docx.Document(io.BytesIO(dr.to_bytes(_compared(THIS, LAST), "docx")))
    assert document.core_properties.title == "青溪镇2025年与2024年政府信息公开工作年度报告数据对比"
    assert document.core_properties.author == "青溪镇"


def test_tables_have_this_last_difference_and_percentage() -> None:
    path = "proactive_disclosure.normative_documents."
    fees = {"proactive_disclosure.administrative_fees.amount": None}
    this, last = THIS | fees | {path + "in_force": 3}, LAST | {path + "in_force": 4}
    two, three, applicants, four = _tables(_compared(this, last))
    assert two[0] == ["项目", "项目", "2025年", "2024年", "增减", "增减%"]
    assert ["行政规范性文件", "现行有效件数", "3", "4", "−1", "−25.0%"] in two
    assert ["规章", "本年制发件数", "0", "0", "—", "—"] in two
    assert [row[-4:] for row in two if "本年收费" in row[1]] == [["□", "0", "□", "□"]]
    assert three[1] == ["一、本年新收政府信息公开申请数量"] * 3 + ["12", "9", "+3", "+33.3%"]
    assert len(three) == 1 + 25
    assert [row[:3] for row in applicants[2:6]] == [
        ["一、本年新收政府信息公开申请数量", year, figure]
        for year, figure in (("2025年", "0"), ("2024年", "0"), ("增减", "—"), ("增减%", "—"))
    ]
    assert [row[-1] for row in applicants[2:6]] == ["12", "9", "+3", "+33.3%"]
    assert len(applicants) == 2 + 4 * 4
    assert ["行政诉讼（复议后起诉）", "总计", "1", "2", "−1", "−50.0%"] in four
    assert len(four) == 1 + 15


def test_words_leave_out_what_is_blank_and_say_so_of_last_year() -> None:
    texts = _texts(_compared({RECEIVED: 5, SUED[0]: 1}, {RECONSIDERED: 2}, zeros=False))
    assert texts[1] == "2025年新收政府信息公开申请5件，2024年报告此数空白。"
    assert "“□”表示报告中空白，空白不按0计算。" in texts[2]
    assert "□" not in "".join(_texts(_compared({}, {})))


def test_an_empty_pair_has_no_numbers_in_words_and_is_not_in_order() -> None:
    texts = _texts(_compared({}, {}, zeros=False))
    assert texts[1].startswith("表中“增减”")
    assert texts[-2] == "两年的数据有空白，是否衔接不能核对。"
    assert texts[-1] == (
        "因有空白，未能核对：规章（现行有效件数）；行政规范性文件（现行有效件数）；二、上年结转政府信息公开申请数量"
        "（自然人、商业企业、科研机构、社会公益组织、法律服务机构、其他、总计）。"
    )


def test_a_difference_without_a_percentage_is_told_without_one() -> None:
    texts = _texts(_compared({RECEIVED: 5, RECONSIDERED: 10_001}, {RECONSIDERED: 10_000}))
    assert texts[1].startswith("2025年新收政府信息公开申请5件，2024年为0件，增加5件。")
    assert "2024年为10000件，增加1件。" in texts[1]


def test_findings_are_listed_and_blanks_beside_them_stay_open() -> None:
    brought, carried = "applications.brought_forward.", "applications.carried_forward."
    texts = _texts(_compared({brought + "total": 2}, {carried + "total": 3}, zeros=False))
    assert texts[-2] == (
        "（1）二、上年结转政府信息公开申请数量：本年总计2，上年报告“四、结转下年度继续办理”为总计3；有空白单元格，只比较都有数的列（警告，Y302）。"
    )
    assert texts[-1].startswith("因有空白，未能核对：")
    texts = _texts(_compared({brought + "total": 3}, {carried + "total": 3}, zeros=False))
    assert texts[-2] == "能够核对的数据衔接，没有发现问题。"


def test_across_the_forms_what_one_year_alone_has_stands_apart() -> None:
    fees, items = (f"proactive_disclosure.administrative_fees.{name}" for name in ("amount", "items_change"))
    last = {items: -2, "applications.outcomes.otherwise_processed.total": 4}
    comparison = _compared({fees: None}, last, 2021)
    texts, tables = _texts(comparison), _tables(comparison)
    assert "四、只有一年有的项目" in texts
    assert "五、两年数据衔接情况" in texts
    assert "（一）只有2021年报告有的项目" in texts
    assert "（二）只有2020年报告有的项目" in texts
    assert len(tables) == 6
    assert [row[0] for row in tables[0]][::2] == ["项目", "行政许可", "行政处罚"]
    assert ["行政事业性收费", "本年收费金额（单位：万元）", "□"] in tables[4]
    assert ["行政事业性收费", "本年增/减（单位：项）", "-2"] in tables[5]
    assert ["（六）其他处理", "总计", "4"] in tables[5]
    assert ["（六）其他处理 3.其他", "总计", "0"] in tables[4]


def test_years_that_are_not_known_are_this_and_last() -> None:
    blank = dr.Report.blank(None, None, dr.Form.Y2021)
    texts = _texts(dr.compare(blank, blank))
    assert texts[0] == "本年与上年\n政府信息公开工作年度报告数据对比"


@given(yearly_series(max_count=99, min_years=3))
@settings(max_examples=10)
def test_every_total_stands_in_the_tables_with_its_figures(series: tuple[dr.Report, ...]) -> None:
    for last, this in pairwise(series):
        comparison = dr.compare(this, last)
        shown = Counter(
            grid.values[at : at + 4] for grid in _grids(comparison) for at in range(0, len(grid.values), 4)
        )
        wanted = Counter(
            figures(cell)
            for cell in comparison.cells
            if cell.path.startswith(("proactive", "disputes")) or cell.path.endswith(".total")
        )
        two, three, _, four, *_ = _grids(comparison)
        found = Counter(
            grid.values[at : at + 4] for grid in (two, three, four) for at in range(0, len(grid.values), 4)
        )
        assert found == wanted
        assert sum(shown.values()) >= sum(wanted.values())


@pytest.mark.parametrize("year", [2020, 2021, 2022])
def test_the_boxes_of_each_table_cover_it_once(year: int) -> None:
    for grid in _grids(_compared({}, {}, year)):
        covered = Counter(
            (row, column)
            for box in grid.shape.boxes
            for row in range(box.row, box.row + box.rowspan)
            for column in range(box.column, box.column + box.colspan)
        )
        width = len(grid.shape.columns)
        assert covered == Counter((row, column) for row in range(grid.shape.rows) for column in range(width))
        assert sum(grid.shape.columns) == pytest.approx(156)
        slots = [box.content for box in grid.shape.boxes if isinstance(box.content, int)]
        assert sorted(slots) == list(range(len(grid.values)))


@pytest.mark.parametrize(
    ("amount", "style"),
    [("1.5", "Table Value"), ("59237.2449", "Dense Value"), ("1234567890.25", "Fine Value")],
)
def test_a_table_whose_amounts_do_not_fit_gets_smaller_type(amount: str, style: str) -> None:
    path = "proactive_disclosure.administrative_fees.amount"
    comparison = _compared({path: Decimal(amount)}, {path: Decimal(0)})
    document = docx.Document(io.BytesIO(dr.to_bytes(comparison, "docx")))
    cell = document.tables[0].rows[-1].cells[2]
    assert cell.text == amount
    assert cell.paragraphs[0].style is not None
    assert cell.paragraphs[0].style.name == style


def test_each_table_stays_on_one_page_and_its_heads_are_heads() -> None:
    document = docx.Document(io.BytesIO(dr.to_bytes(_compared(THIS, LAST, 2021), "docx")))
    for table in document.tables:
        kept = [row._tr.xml.count("<w:keepNext/>") > 0 for row in table.rows]
        assert kept == [True] * (len(kept) - 1) + [False]
    heads = [sum("<w:tblHeader/>" in row._tr.xml for row in table.rows) for table in document.tables]
    assert heads == [1, 1, 2, 1, 1, 1]


def test_the_label_of_all_outcomes_stands_upright() -> None:
    for grid in _grids(_compared(THIS, LAST)):
        upright = [box.content for box in grid.shape.boxes if box.vertical]
        assert upright == (["三、本年度办理结果"] if "总计" in grid.shape.title else [])


def test_signs_count_as_one_character_each() -> None:
    document = docx.Document(io.BytesIO(dr.to_bytes(_compared({}, {RECONSIDERED: 2}), "docx")))
    cell = document.tables[3].rows[5].cells[5]
    assert cell.text == "−100.0%"
    assert cell.paragraphs[0].style is not None
    assert cell.paragraphs[0].style.name == "Table Value"


@pytest.mark.parametrize("profile", ["gbt9704", "plain"])
@pytest.mark.parametrize("year", [2020, 2021, 2022])
def test_the_sdk_rules_find_no_error_in_a_comparison(year: int, profile: str, tmp_path: Path) -> None:
    path = tmp_path / "out.docx"
    comparison = _compared({"applications.brought_forward.total": 5}, {RECEIVED: 10**14}, year)
    dr.write(comparison, path, profile=profile)
    errors = [
        str(error)
        for error in OpenXmlValidator().validate(str(path)).errors
        if error.severity is ValidationSeverity.ERROR and error.source_class is SourceClass.SDK_PROXY
    ]
    assert errors == []


def test_the_same_comparison_gives_the_same_bytes() -> None:
    assert dr.to_bytes(_compared(THIS, LAST), "docx") == dr.to_bytes(_compared(THIS, LAST), "docx")


def test_a_name_is_text_and_no_tag() -> None:
    years = [dr.Report.blank("青溪<b>&镇", year) for year in (2025, 2024)]
    assert _texts(dr.compare(*years))[0].startswith("青溪<b>&镇2025年")


def test_a_comparison_is_never_read_as_the_numbers_of_a_report() -> None:
    reading = dr.read(dr.to_bytes(_compared(THIS, LAST), "docx"), "docx")
    assert reading.summary.read == 0
    assert reading.findings


@pytest.mark.parametrize("medium", ["xlsx", "html", "json", "text", "markdown"])
def test_a_comparison_is_a_word_document_alone(medium: str) -> None:
    with pytest.raises(UnknownMediumError, match="a comparison is written as docx alone"):
        dr.to_bytes(_compared(THIS, LAST), medium)


def test_an_option_that_does_not_exist_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="docx has no such option"):
        dr.to_bytes(_compared(THIS, LAST), "docx", fillable=True)
