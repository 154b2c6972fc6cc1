"""What a reading carries beside the report, and what is refused."""

import io
from typing import Any

import pytest

import disclosure_report as dr
from disclosure_report.errors import (
    DamagedFileError,
    FileTooLargeError,
    InvalidValueError,
    SeveralReportsError,
)
from disclosure_report.layout.recognise.reading import Reading


TITLE = "青溪镇2021年政府信息公开工作年度报告\n"
PART_FOUR = "四、政府信息公开行政复议、行政诉讼情况\n行政复议\n行政诉讼\n" + "0\n" * 15


def _read(page: str) -> Reading:
    return dr.read(page.encode(), "text")


def test_every_cell_has_a_source_that_says_where_or_why_not() -> None:
    reading = _read(
        TITLE + "二、主动公开政府信息情况\n行政许可\n15\n行政处罚\n/\n行政强制\nx5\n规章\n1\n" + PART_FOUR
    )
    assert set(reading.sources) == set(reading.report.cells())
    source = reading.sources["proactive_disclosure.licensing.decisions"]
    assert (source.text, str(source.place), source.absent) == ("15", "第4行", None)
    absences = {
        "proactive_disclosure.penalties.decisions": "blank",
        "proactive_disclosure.rules.issued": "uncertain",
        "proactive_disclosure.administrative_fees.amount": "no row",
        "applications.newly_received.total": "no table",
    }
    assert {path: reading.sources[path].absent for path in absences} == absences


def test_the_summary_counts() -> None:
    summary = _read(TITLE + PART_FOUR).summary
    assert (summary.is_report, summary.cells, summary.read, summary.blank) == (True, 200, 15, 185)
    assert summary.doubtful == 185


def test_what_the_caller_knows_wins_and_a_difference_is_a_finding() -> None:
    reading = dr.read((TITLE + PART_FOUR).encode(), "text", agency="清溪镇", year=2022)
    assert (reading.report.agency, reading.report.year) == ("清溪镇", 2022)
    assert reading.report.title == TITLE.strip()
    texts = {finding.code: finding.text("en") for finding in reading.findings}
    assert "青溪镇" in texts["R104"]
    assert "2021" in texts["R105"]


def test_agency_and_year_are_none_where_nothing_tells_them() -> None:
    reading = _read(PART_FOUR)
    assert (reading.report.agency, reading.report.year) == (None, None)
    assert {"R102", "R103"} <= {finding.code for finding in reading.findings}


def test_what_is_no_report_says_so() -> None:
    reading = _read("今天天气很好。\n明天也是。")
    assert not reading.is_report
    assert [finding.code for finding in reading.findings] == ["R101"]
    assert not reading.summary.is_report


def test_a_missing_part_and_a_missing_table_are_findings() -> None:
    reading = _read(TITLE + "一、总体情况\n好。\n")
    codes = [finding.code for finding in reading.findings]
    assert codes.count("R201") == 2
    assert codes.count("R202") == 3
    assert len(reading.report.cells()) == 200


def test_two_reports_in_one_file_are_refused() -> None:
    table = "四、政府信息公开行政复议、行政诉讼情况\n行政复议\n行政诉讼\n" + "结果维持\n" * 10 + "0\n" * 15
    with pytest.raises(SeveralReportsError):
        _read((TITLE + table) * 2)


CONTENTS = "一、总体情况\n四、政府信息公开行政复议、行政诉讼情况\n六、其他需要报告的事项\n"


@pytest.mark.parametrize("page", [TITLE + CONTENTS, CONTENTS + TITLE])
def test_a_table_of_contents_hides_neither_title_nor_parts(page: str) -> None:
    reading = _read(
        page + "按照要求编制。\n一、总体情况\n好。\n" + PART_FOUR + "六、其他需要报告的事项\n无。"
    )
    report = reading.report
    assert (report.agency, report.year) == ("青溪镇", 2021)
    assert report.preamble.text == "按照要求编制。"
    assert report.overview.text == "好。"
    assert report.other_matters.text == "无。"
    assert report["disputes.reconsideration.total"] == 0
    assert len(reading.left_over) == 3


def test_a_heading_that_stands_twice_is_a_finding() -> None:
    reading = _read(TITLE + "一、总体情况\n好。\n一、总体情况\n很好。\n也好。\n" + PART_FOUR)
    assert reading.report.overview.text == "很好。\n也好。"
    assert "R203" in [finding.code for finding in reading.findings]


OTHER_TITLE = "清溪镇2020年政府信息公开工作年度报告\n"
SEVERAL = [
    TITLE + "一、总体情况\n好。\n" + OTHER_TITLE + PART_FOUR,
    TITLE
    + "一、总体情况\n好。\n六、其他需要报告的事项\n无。\n一、总体情况\n坏。\n六、其他需要报告的事项\n有。",
]


@pytest.mark.parametrize("page", SEVERAL)
def test_parts_of_two_reports_are_never_mixed(page: str) -> None:
    with pytest.raises(SeveralReportsError):
        _read(page)


def test_a_link_to_another_report_at_the_end_does_no_harm() -> None:
    reading = _read(TITLE + PART_FOUR + "六、其他需要报告的事项\n无。\n" + OTHER_TITLE)
    assert (reading.report.agency, reading.report.year) == ("青溪镇", 2021)


TITLES = [
    ("标题: 青溪镇2021年度政府信息公开工作年度报告", "青溪镇", 2021),
    ("青溪县统计局2021年政府信息公开工作年度报告", "青溪县统计局", 2021),
    ("《青溪镇２０２１年政府信息公开工作年度报告》", "青溪镇", 2021),
    ("关于青溪镇2021年政府信息公开工作年度报告", "青溪镇", 2021),
    ("首页>青溪镇2021年政府信息公开工作年度报告", None, None),
    ("本地目录: zwgk/202003/87885_青溪镇2019年度政府信息公开工作年度报告", None, None),
    ("青溪镇2019-2021年政府信息公开工作年度报告", None, None),
]


@pytest.mark.parametrize(("line", "agency", "year"), TITLES)
def test_a_title_names(line: str, agency: str | None, year: int | None) -> None:
    report = _read(line + "\n" + PART_FOUR).report
    assert (report.agency, report.year) == (agency, year)


def test_different_titles_before_part_one_are_a_finding() -> None:
    reading = _read(OTHER_TITLE + TITLE + PART_FOUR)
    assert reading.report.year == 2021
    assert "R107" in [finding.code for finding in reading.findings]


def _part_two(text: str) -> Reading:
    return _read(TITLE + "二、主动公开政府信息情况\n" + text)


def _part_three(text: str) -> Reading:
    return _read(TITLE + "三、收到和处理政府信息公开申请情况\n" + text)


SIX = "1.本机关不掌握相关政府信息\n4\n0\n0\n0\n0\n4\n"
UNCERTAIN = [
    SIX + "2\n没有现成的信息需要另行制作\n7\n",
    "1.本机关不掌握相关政府信息\n2.没有现成的信息需要另行制作\n7\n1\n0\n0\n0\n8\n",
    SIX + "2021年12月\n",
    SIX + "无\n",
    SIX + "1.数据来源说明\n",
    SIX + "2\n没有\n现成\n信息需要\n另行制作\n",
]


@pytest.mark.parametrize("text", UNCERTAIN)
def test_neither_a_labels_digit_nor_strange_text_fills_a_row(text: str) -> None:
    reading = _part_three(text)
    doubtful = {path for finding in reading.findings for path in finding.paths}
    for name in ("natural_person", "commercial_enterprise", "total"):
        path = f"applications.outcomes.unable_to_provide.not_held.{name}"
        assert reading.report[path] is None
        assert path in doubtful


def test_the_heads_of_part_two_say_which_column_is_which() -> None:
    heads = "信息内容\n现行有效件数\n本年制发件数\n本年废止件数\n"
    cells = _part_two(heads + "规章\n9\n1\n2\n行政规范性文件\n8\n3\n4\n").report.cells()
    assert list(cells.values())[:6] == [1, 2, 9, 3, 4, 8]


@pytest.mark.parametrize(
    "heads",
    [
        "行政诉讼\n未经复议直接起诉\n行政复议\n" + "结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n" * 3,
        "行政复议\n行政诉讼\n" + "总计\n结果维持\n结果纠正\n其他结果\n尚未审结\n" * 3,
    ],
)
def test_part_four_with_heads_in_another_order_stays_blank(heads: str) -> None:
    values = "".join(f"{number}\n" for number in range(15))
    reading = _read(TITLE + "四、政府信息公开行政复议、行政诉讼情况\n" + heads + values)
    assert reading.report["disputes.reconsideration.total"] is None
    assert "R306" in [finding.code for finding in reading.findings]


@pytest.mark.parametrize("mark", ["/", "—", "－", "-", "\\"])
def test_a_mark_behind_a_label_is_a_blank_of_its_own(mark: str) -> None:
    reading = _part_two(f"行政事业性收费\n{mark}\n行政许可\n3\n")
    source = reading.sources["proactive_disclosure.administrative_fees.amount"]
    assert (source.text, source.absent) == (mark, "blank")
    assert reading.report["proactive_disclosure.licensing.decisions"] == 3


@pytest.mark.parametrize("value", [{"year": "2021"}, {"year": 0}, {"agency": ""}, {"agency": 5}])
def test_what_the_caller_knows_must_be_possible(value: dict[str, Any]) -> None:
    with pytest.raises(InvalidValueError):
        dr.read(PART_FOUR.encode(), "text", **value)


@pytest.mark.parametrize("source", [None, 5, io.StringIO("x")])
def test_a_source_that_is_none_of_the_kinds_is_refused(source: Any) -> None:
    with pytest.raises(InvalidValueError, match="source"):
        dr.read(source, "text")


def test_a_row_that_stands_twice_with_other_values_is_blank() -> None:
    page = TITLE + "二、主动公开政府信息情况\n行政许可\n15\n行政处罚\n1\n行政许可\n16\n"
    reading = _read(page)
    assert reading.report["proactive_disclosure.licensing.decisions"] is None
    assert "R304" in [finding.code for finding in reading.findings]
    same = _read(page.replace("16", "15"))
    assert same.report["proactive_disclosure.licensing.decisions"] == 15


def test_characters_that_no_file_can_hold_are_left_out_with_a_finding() -> None:
    reading = _read(TITLE + "一、总体情况\n全年\x00公开\x0b126条。\n" + PART_FOUR)
    assert reading.report.overview.text == "全年公开126条。"
    [finding] = [finding for finding in reading.findings if finding.code == "R403"]
    assert finding.text("en").startswith("2 characters")
    assert finding.place
    assert finding.place.line == 3


@pytest.mark.parametrize("data", [b"", b"  \n", b"\xef\xbb\xbf", b"\0\0"])
def test_an_empty_file_is_an_error(data: bytes) -> None:
    with pytest.raises(DamagedFileError, match="is empty"):
        dr.read(data, "text")


def test_bytes_that_are_no_text_are_an_error() -> None:
    with pytest.raises(DamagedFileError, match="no text"):
        dr.read(b"\x81\xff\xff\xff", "text")
    with pytest.raises(DamagedFileError, match="ascii"):
        dr.read("年".encode(), "text", encoding="ascii")
    with pytest.raises(DamagedFileError):
        dr.read("年".encode(), "text", encoding="no-such-encoding")


def test_too_many_lines_are_refused_with_the_limit() -> None:
    with pytest.raises(FileTooLargeError, match="50000"):
        _read(TITLE + "\n" * 50_001)


def test_a_finding_shows_the_first_of_very_many_values() -> None:
    reading = _read(TITLE + "二、主动公开政府信息情况\n行政许可\n" + "1\n" * 5000)
    [finding] = [finding for finding in reading.findings if finding.code == "R302"]
    assert len(finding.text()) < 200
    assert "5000" in finding.text()


def test_a_number_with_a_character_that_no_file_can_hold_is_no_number() -> None:
    reading = _read(TITLE + "二、主动公开政府信息情况\n行政许可\n1\x002\n")
    assert reading.report["proactive_disclosure.licensing.decisions"] is None
    doubtful = {path for finding in reading.findings for path in finding.paths}
    assert "proactive_disclosure.licensing.decisions" in doubtful


FEE = "proactive_disclosure.administrative_fees.amount"
PENALTIES, RULES = "proactive_disclosure.penalties.decisions", "proactive_disclosure.rules.issued"
DOUBTED = {
    "a unit torn off": ("行政事业性收费\n500\n元\n", FEE),
    "a unit that is no unit": ("行政处罚\n3\n万件\n", PENALTIES),
    "a number torn in two": ("行政处罚\n1\n,234\n行政强制\n2\n", PENALTIES),
    "two units": ("信息内容\n本年收费金额（单位：万元）\n行政事业性收费（单位：元）\n500\n", FEE),
    "a head that nobody knows": (
        "信息内容 | 本年制发件数 | 现行有效件数 | 修订件数 |\n规章 | 1 | 2 | 3 |\n",
        RULES,
    ),
    "heads out of order": ("现行有效件数\n本年制发件数\n废止数\n规章\n1\n2\n3\n", RULES),
}


@pytest.mark.parametrize(("text", "path"), DOUBTED.values(), ids=DOUBTED)
def test_what_stands_beside_a_value_may_make_it_doubtful(text: str, path: str) -> None:
    reading = _part_two(text)
    assert reading.report[path] is None
    assert path in {each for finding in reading.findings for each in finding.paths}


def test_a_unit_beside_the_head_or_in_the_label_converts() -> None:
    for text in (
        "信息内容 | 本年收费金额 | （单位：元） |\n行政事业性收费 | 500 |",
        "行政事业性收费（单位：元） | 500 |",
    ):
        assert str(_part_two(text).report[FEE]) == "0.05"


def test_the_number_of_a_label_between_pipes_is_no_value() -> None:
    short = "1.本机关不掌握相关政府信息 | 11 | 0 | 0 | 0 | 0 | 0 |\n"
    reading = _part_three(short + "2 | 没有现成信息需要另行制作 | 21 | 0 | 0 | 0 | 0 | 0 | 21 |\n")
    assert reading.report["applications.outcomes.unable_to_provide.not_held.total"] is None


@pytest.mark.parametrize("between", ["4\n", "\n— 4 —\n", "12 | 其中：一般程序 |\n"])
def test_what_stands_below_a_row_of_pipes_is_not_its_value(between: str) -> None:
    full, short = "1 | 0 | 0 | 0 | 0 | 0 |", "一、本年新收政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 |\n"
    reading = _part_three(f"{short}{between}二、上年结转政府信息公开申请数量 | {full} 1 |\n")
    assert reading.report["applications.newly_received.total"] is None
    assert reading.report["applications.brought_forward.total"] == 1


def test_a_gap_before_all_values_is_a_spans() -> None:
    reading = _part_three(
        "（一）予以公开 | | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n"
        "（二）部分公开（区分处理的，只计这一情形，不计其他情形） | | 2 | 0 | 0 | 0 | 0 | 2 | |\n"
    )
    assert reading.report["applications.outcomes.disclosed.natural_person"] == 1
    assert reading.report["applications.outcomes.partially_disclosed.commercial_enterprise"] is None


def test_a_word_for_nothing_between_pipes_is_a_blank() -> None:
    text = "信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n规章 | 1 | 无 | 3 |\n"
    cells = list(_part_two(text).report.cells().values())
    assert cells[:3] == [1, None, 3]


def test_a_blank_row_between_pipes_does_not_take_the_values_of_another_table() -> None:
    heads = "信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n"
    this, other = heads + "规章 | | | |\n行政规范性文件 | 4 | 5 | 6 |\n", heads + "规章 | 1 | 2 | 3 |\n"
    blank, both = _part_two(this), _part_two(this + "附表\n" + other)
    assert (blank.report[RULES], both.report[RULES]) == (None, None)
    assert blank.sources[RULES].absent == "blank"
    assert "R304" in [finding.code for finding in both.findings if RULES in finding.paths]
