"""Pages as sites publish them: what stands around a report, and pages that are none."""

import re

import pytest

import disclosure_report as dr
from disclosure_report.blocks import Grid
from disclosure_report.layout.recognise.reading import Reading


TABLE_TWO = (
    "<table><tr><td colspan=4>第二十条第（一）项"
    "<tr><td>信息内容<td>本年制发件数<td>本年废止件数<td>现行有效件数"
    "<tr><td>规章<td>1<td>2<td>3<tr><td>行政规范性文件<td>4<td>5<td>6"
    "<tr><td colspan=4>第二十条第（五）项"
    "<tr><td>信息内容<td colspan=3>本年处理决定数量<tr><td>行政许可<td colspan=3>7"
    "<tr><td colspan=4>第二十条第（六）项"
    "<tr><td>信息内容<td colspan=3>本年处理决定数量<tr><td>行政处罚<td colspan=3>8"
    "<tr><td>行政强制<td colspan=3>9<tr><td colspan=4>第二十条第（八）项"
    "<tr><td>信息内容<td colspan=3>本年收费金额（单位：万元）<tr><td>行政事业性收费<td colspan=3>0.5</table>"
)
NAVIGATION = (
    "<div class=top><img src=logo.png alt=logo><a href=/>首页</a><ul><li><a href=/a>政务公开</a>"
    "<li><a href=/b>政府信息公开年报</a></ul></div>"
    "<div class=path>当前位置：<a href=/>首页</a> &gt; 年报</div>"
)
SIDEBAR = (
    "<div class=side><ul><li><a href=2020.html>青溪镇2020年政府信息公开工作年度报告</a>"
    "<li><a href=2019.html>青溪镇2019年政府信息公开工作年度报告</a></ul></div>"
)
FOOTER = (
    "<div class=foot><p>上一篇：<a href=2020.html>青溪镇2020年政府信息公开工作年度报告</a>"
    "<p>主办：青溪镇人民政府<p>网站标识码：1133250001</div>"
)
TITLE = "青溪镇2021年政府信息公开工作年度报告"


def report(title: str = f"<h1>{TITLE}</h1>") -> str:
    return (
        f"{title}<div class=info>来源：青溪镇 字体：大 中 小</div><div class=content>"
        "<p>本报告依据条例编制。</p><p>一、总体情况</p><p>全年公开信息126条。</p>"
        f"<p>二、主动公开政府信息情况</p>{TABLE_TWO}"
        "<p>三、收到和处理政府信息公开申请情况</p><p>四、政府信息公开行政复议、行政诉讼情况</p>"
        "<p>五、存在的主要问题及改进情况</p><p>更新不够及时。</p><p>六、其他需要报告的事项</p><p>无。</p></div>"
    )


def page(*pieces: str) -> Reading:
    return dr.read(f"<html><body>{''.join(pieces)}</body></html>".encode(), "html")


def codes(reading: Reading) -> list[str]:
    """The findings but those on what the short page leaves out."""
    return [finding.code for finding in reading.findings if finding.code != "R202"]


@pytest.mark.parametrize("sidebar", ["", SIDEBAR])
def test_what_stands_around_a_report_is_left_over_with_one_finding(sidebar: str) -> None:
    reading = page(NAVIGATION, sidebar, report(), FOOTER)
    found = reading.report
    assert (found.agency, found.year, found.title) == ("青溪镇", 2021, None)
    assert found.preamble.text == "本报告依据条例编制。"
    assert found.overview.text == "全年公开信息126条。"
    assert found.other_matters.text == "无。"
    assert found["proactive_disclosure.rules.in_force"] == 3
    assert codes(reading) == ["R401"]
    words = [block.text for block in reading.left_over if not isinstance(block, Grid)]
    assert "主办：青溪镇人民政府" in words
    assert "首页" in " ".join(words)


def test_a_preamble_beside_the_text_is_still_the_preamble() -> None:
    plain = report().replace("<p>本报告依据条例编制。</p>", "")
    reading = page(plain.replace("<div class=content>", "<div>本报告依据条例编制。</div><div class=content>"))
    assert reading.report.preamble.text == "本报告依据条例编制。"


def test_a_layout_with_mobile_and_desktop_versions_reads_once() -> None:
    reading = page(NAVIGATION, f"<div style='display:none'>{report()}</div>", report(), FOOTER)
    assert reading.report["proactive_disclosure.rules.in_force"] == 3
    assert codes(reading) == ["R401"]


TITLES = [
    ("<h1>2021年度青溪镇政府信息公开工作年度报告</h1>", "青溪镇", 2021),
    ("<h1>青溪镇2021年政务公开工作年报</h1>", "青溪镇", 2021),
    ("<h1>青溪镇政府信息公开2021年度报告</h1>", "青溪镇", 2021),
    ("<h1>青溪镇2021年政府信息公开 工作告年度报</h1>", "青溪镇", 2021),
    ("<h1>青溪镇2021年度信息公开年度报告</h1>", "青溪镇", 2021),
    ("<h1>青溪镇2021年政府信息公开年度工作报告</h1>", "青溪镇", 2021),
    ("<h1>青溪镇人民政府<br>政府信息公开工作年度报告<br>（二○二一年度）</h1>", "青溪镇人民政府", 2021),
    ("<p>青溪镇人民政府</p><p>2021年政府信息公开工作年度报告</p>", "青溪镇人民政府", 2021),
    (f"<h1>{TITLE}</h1><p>{TITLE}</p>", "青溪镇", 2021),
    (f"<title>{TITLE}_青溪县人民政府</title>", "青溪镇", 2021),
    (f"<meta name=ArticleTitle content='{TITLE}'><title>青溪县人民政府</title>", "青溪镇", 2021),
    ("<h1>2025青溪镇2025年度政府信息公开工作年度报告</h1>", "青溪镇", 2025),
    ("<h1>我镇工作</h1>", None, None),
    ("<p>青溪镇人民政府2021年</p><p>政府信息公开工作年度报告</p>", "青溪镇人民政府", 2021),
    ("<p>青溪镇2021年政府信息公开</p><p>工作年度报告</p>", "青溪镇", 2021),
    (f"<h1>【年度报告】{TITLE}（公开）</h1>", "青溪镇", 2021),
    (f"<h1>附件1：{TITLE}</h1>", "青溪镇", 2021),
    (f"<h1>{TITLE}-青溪县人民政府</h1>", "青溪镇", 2021),
    (f"<title>{TITLE}</title><h1>2021年政府信息公开工作年度报告</h1>", "青溪镇", 2021),
    ("<p>首页 政务公开 办事大厅</p><h1>2021年政府信息公开工作年度报告</h1>", None, 2021),
    ("<p><a href=/>返回主站</a></p><h1>2021年政府信息公开工作年度报告</h1>", None, 2021),
    ("<p>政务公开专区</p><h1>2021年政府信息公开工作年度报告</h1>", None, 2021),
    ("<h1>青溪镇政府信息公开年报</h1><p>2022年</p><h2>2021年政府信息公开工作年度报告</h2>", None, 2021),
    ("<h1>我局2021年政府信息公开工作年度报告</h1>", None, 2021),
]


@pytest.mark.parametrize(("title", "agency", "year"), TITLES)
def test_the_words_of_a_title_come_in_any_order(title: str, agency: str | None, year: int | None) -> None:
    reading = page(NAVIGATION, report(title), FOOTER)
    assert (reading.report.agency, reading.report.year) == (agency, year)
    assert reading.report.preamble.text == "本报告依据条例编制。"
    assert codes(reading)[(agency is None) + (year is None) :] == ["R401"]


@pytest.mark.parametrize("end", ["2021年12月31日", "12月31日"])
def test_the_year_of_the_period_stands_for_one_that_the_title_lacks(end: str) -> None:
    period = f"<p>统计期限自2021年1月1日起至{end}止。</p>"
    reading = page(report("<h1>青溪镇政府信息公开工作年度报告</h1>").replace("<p>一、", f"{period}<p>一、"))
    assert reading.report.year == 2021
    assert "R108" in codes(reading)


HEADINGS = [
    ("一、总体情况", "总体情况", []),
    ("一、总体情况", "一、2021年政务公开总体情况", ["R205"]),
    ("一、总体情况", "一、", ["R205"]),
    ("一、总体情况", "一、全年工作", ["R205"]),
    ("二、主动公开政府信息情况", "主动公开政府信息情况", []),
    ("二、主动公开政府信息情况", "二、主動(dòng)公開政府信息情況", []),
    ("二、主动公开政府信息情况", "二、主动公开政府政府信息情况", ["R205"]),
    ("三、收到和处理政府信息公开申请情况", "三、收到的处理政府信息公开申请情况", ["R205"]),
    ("三、收到和处理政府信息公开申请情况", "三、收到和处理老虎机申请情况", ["R205"]),
    ("四、政府信息公开行政复议、行政诉讼情况", "四、政府信息公开行政法复议、行政诉讼情况", ["R205"]),
    ("五、存在的主要问题及改进情况", "五、存在问题及改进情况", []),
    ("六、其他需要报告的事项", "五、其他需要报告的事项", []),
]


@pytest.mark.parametrize(("official", "printed", "expected"), HEADINGS)
def test_headings_in_other_words(official: str, printed: str, expected: list[str]) -> None:
    reading = page(report().replace(official, printed))
    assert reading.report == page(report()).report
    assert [code for code in codes(reading) if code != "R401"] == expected


def test_numbers_that_start_again_inside_part_one_stay_there() -> None:
    inside = (
        "一、加强领导。二、主动公开政府信息情况。三、依申请公开。五、存在的主要问题及改进情况。六、保障。"
    )
    lines = "".join(f"<p>{line}</p><p>内容{line}</p>" for line in inside.split("。") if line)
    reading = page(report().replace("<p>全年公开信息126条。</p>", lines))
    overview = reading.report.overview.text
    assert overview.startswith("一、加强领导\n内容一、加强领导\n二、主动公开政府信息情况\n")
    assert overview.endswith("六、保障\n内容六、保障")
    assert reading.report.problems_and_improvements.text == "更新不够及时。"
    assert reading.report["proactive_disclosure.rules.in_force"] == 3


def test_two_reports_on_one_page_are_refused() -> None:
    other = report("<h1>清溪镇2021年政府信息公开工作年度报告</h1>").replace("<td>3<tr>", "<td>8<tr>")
    with pytest.raises(dr.DisclosureReportError):
        page(report(), other)


def test_the_same_table_printed_twice_is_read_once() -> None:
    reading = page(report().replace("<p>更新不够及时。</p>", f"<p>更新不够及时。</p>{TABLE_TWO}"))
    assert reading.report == page(report()).report


NO_REPORTS = [
    (
        "R109",
        f"{NAVIGATION}{SIDEBAR}{FOOTER}",
        ["青溪镇2020年政府信息公开工作年度报告 <2020.html>", "<2019.html>"],
    ),
    (
        "R109",
        (
            "<table><tr><td><a href=1.html>青溪镇2020年政府信息公开工作年度报告</a><td>2021-01-20<tr>"
            "<td><a href=2.html>清溪镇2020年政府信息公开工作年度报告</a><td>2021-01-21</table>"
        ),
        ["<1.html>", "<2.html>"],
    ),
    (
        "R110",
        f"<h1>{TITLE}</h1><p>附件：<a href='f/a.docx?x=1'>年度报告.docx</a></p>",
        ["年度报告.docx <f/a.docx?x=1>"],
    ),
    ("R110", f"<h1>{TITLE}</h1><p>详见附件</p>", ["—"]),
    ("R111", "<h1>404 Not Found</h1><p>您访问的页面不存在</p>", ["404 Not Found"]),
    ("R111", "<div>{{ title }}</div><div>{{ errorMessage }}</div>", ["title"]),
    ("R101", "<p>今天天气很好。</p>", []),
]


@pytest.mark.parametrize(("code", "body", "said"), NO_REPORTS)
def test_a_page_that_is_no_report_says_what_it_is(code: str, body: str, said: list[str]) -> None:
    reading = page(body)
    assert not reading.is_report
    assert [finding.code for finding in reading.findings] == [code]
    assert all(words in reading.findings[0].text() for words in said)
    assert set(reading.report.cells().values()) == {None}


def test_a_title_with_much_text_is_a_report_that_lost_its_headings() -> None:
    reading = page(f"<h1>{TITLE}</h1><p>{'全年公开信息126条。' * 60}</p><a href=a.pdf>下载</a>")
    assert reading.is_report
    assert reading.report.agency == "青溪镇"


RUN_ON = [
    ("<p>六、其他需要报告的事项 本年度收取信息处理费380元。</p>", "本年度收取信息处理费380元。"),
    ("<p>六、其他需要报告的事项：无。</p>", "无。"),
    ("<p>六、其他需要报告的事项：本年度收取信息处理费380元。</p>", "本年度收取信息处理费380元。"),
]


@pytest.mark.parametrize(("line", "text"), RUN_ON)
def test_a_heading_that_runs_into_its_text_swallows_nothing(line: str, text: str) -> None:
    reading = page(report().replace("<p>六、其他需要报告的事项</p><p>无。</p>", line))
    assert reading.report.other_matters.text == text


def test_few_bytes_that_are_not_of_the_encoding_are_replaced_with_a_finding() -> None:
    whole = f"<html><body>{report()}</body></html>".encode()
    cut = whole.replace("全年公开信息126条".encode(), "全年公开信息126条".encode()[:-1])
    reading = dr.read(cut, "html")
    assert reading.report.overview.text == "全年公开信息126\ufffd。"
    assert reading.report["proactive_disclosure.rules.in_force"] == 3
    assert "R405" in codes(reading)


def test_another_reports_table_beside_the_document_is_not_taken() -> None:
    other = TABLE_TWO.replace("<td>3<tr>", "<td>77<tr>")
    plain = report().replace(TABLE_TWO, "")
    reading = page(f"<div><h3>清溪镇2020年政府信息公开工作年度报告</h3>{other}</div>", plain)
    assert reading.report["proactive_disclosure.rules.in_force"] is None


MORE_NO_REPORTS = [
    ("R110", f"{NAVIGATION * 9}<h1>{TITLE}</h1><a href=a.pdf>下载</a>{SIDEBAR}{FOOTER}", "<a.pdf>"),
    ("R110", f"<h1>{TITLE}</h1><iframe src=a.pdf></iframe>", "<a.pdf>"),
    ("R111", f"{NAVIGATION * 9}<p>页面已不存在</p>", "页面已不存在"),
    ("R101", "<p>联系电话 404 5678</p>", "no annual report"),
    ("R101", "<h1>青溪镇2021年法治政府建设年度报告</h1><p>一、总体情况</p><p>好。</p>", "no annual report"),
]


@pytest.mark.parametrize(("code", "body", "said"), MORE_NO_REPORTS)
def test_what_stands_around_does_not_hide_what_a_page_is(code: str, body: str, said: str) -> None:
    reading = page(body)
    assert [finding.code for finding in reading.findings] == [code]
    assert said in reading.findings[0].text("en")
    assert not reading.is_report


FULL = (
    report()
    .replace("申请情况</p>", "申请情况</p><p>见图。</p>")
    .replace("诉讼情况</p>", "诉讼情况</p><p>见图。</p>")
)
ONE_REPORT = [
    FULL + FULL.replace(f"<h1>{TITLE}</h1>", ""),  # for a desktop and a telephone
    report().replace("<p>二、", "<p>2021年政府信息公开工作年度报告</p><p>二、"),  # a running title
    report().replace("<p>二、", "<p>青溪县青溪镇2021年政府信息公开工作年度报告</p><p>二、"),
    report().replace(
        "<p>二、", "<div>清溪镇2019年政务公开年报</div><div>清溪镇2018年政务公开年报</div><p>二、"
    ),
]


@pytest.mark.parametrize("body", ONE_REPORT)
def test_one_report_is_not_taken_for_two(body: str) -> None:
    reading = page(body)
    assert reading.report["proactive_disclosure.rules.in_force"] == 3
    assert (reading.report.agency, reading.report.year) == ("青溪镇", 2021)


def test_an_appendix_with_a_table_of_another_year_is_left_over() -> None:
    appendix = TABLE_TWO.replace("<td>3<tr>", "<td>77<tr>")
    reading = page(report().replace("<p>无。</p>", f"<p>无。</p><p>附：上年数据</p>{appendix}"))
    assert reading.report["proactive_disclosure.rules.in_force"] == 3
    assert any(isinstance(block, Grid) for block in reading.left_over)


@pytest.mark.parametrize(
    ("line", "noted"),
    [
        ("2020年度情况表", True),
        ("二○二○年度", True),
        ("２０２０年", True),
        ("2020.1.1-2020.12.31", True),
        ("上年度", True),
        ("2020年情况：</p><p>2021年无变化", True),
        ("</p><table><tr><td>单位：件<td>填报：张三</table><p>2020年情况表", True),
        ("（2021年度）", False),
        ("根据2020年的规定，下表统计的是全部数据，特此说明，详见附件一。", False),
    ],
)
def test_a_line_above_a_table_that_says_another_year_is_noted_at_its_cells(line: str, noted: bool) -> None:
    reading = page(report().replace(TABLE_TWO, f"<p>{line}</p>{TABLE_TWO}<p>注：2019年无此项。</p>"))
    assert reading.report["proactive_disclosure.rules.in_force"] == 3
    found = {path for finding in reading.findings if finding.code == "R510" for path in finding.paths}
    assert ("proactive_disclosure.rules.in_force" in found) is noted


@pytest.mark.parametrize("lost", ["<td>1", "<td>2", "<td>3"])
def test_a_row_that_lost_a_cell_stays_blank_in_a_report_that_is_one_table_too(lost: str) -> None:
    lines = re.sub(r"</?(?:table|h1|div[^>]*)>|</p>", "", report("")).replace("<p>", "<tr><td colspan=4>")
    title = f"<table><tr><td colspan=4>{TITLE}<tr><td colspan=4>"
    whole, reading = page(title + lines + "</table>"), page(title + lines.replace(lost, "", 1) + "</table>")
    path = "proactive_disclosure.rules.in_force"
    assert (whole.report[path], reading.report[path]) == (3, None)
    assert "R306" in codes(reading)


def test_another_table_below_a_blank_one_is_not_taken_for_it() -> None:
    heads = "<td>结果维持<td>结果纠正<td>其他结果<td>尚未审结<td>总计"
    table = (
        "<table><tr><td colspan=5>行政复议<td colspan=10>行政诉讼"
        f"<tr>{heads.replace('<td>', '<td rowspan=2>')}<td colspan=5>未经复议直接起诉<td colspan=5>复议后起诉"
        f"<tr>{heads}{heads}<tr>{{}}</table>"
    )
    heading = "<p>四、政府信息公开行政复议、行政诉讼情况</p>"
    this, old = table.format("<td>" * 15), table.format("<td>1" * 15)
    path = "disputes.reconsideration.upheld"
    blank, full = (page(report().replace(heading, heading + each)) for each in (this, old))
    assert (blank.report[path], full.report[path]) == (None, 1)
    for both in (this + old, old + this):
        reading = page(report().replace(heading, heading + both))
        assert reading.report[path] is None
        assert path in {
            each for finding in reading.findings if finding.code == "R304" for each in finding.paths
        }
