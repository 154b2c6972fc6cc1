"""Pages: lines and tables as a person sees them, spans as the standard says, encodings as they are."""

import io
from contextlib import suppress

import pytest

import disclosure_report as dr
from disclosure_report.blocks import Block, Grid, Paragraph
from disclosure_report.errors import DamagedFileError, FileTooLargeError
from disclosure_report.layout.compose import compose
from disclosure_report.media.html.read import read


def blocks(page: str) -> list[Block]:
    return list(read(page.encode(), "x.html").blocks)


def texts(page: str) -> list[str]:
    return [block.text for block in blocks(page) if not isinstance(block, Grid)]


def boxes(page: str) -> list[tuple[int, int, int, int, str]]:
    [grid] = [block for block in blocks(page) if isinstance(block, Grid)]
    return [
        (box.row, box.column, box.rowspan, box.colspan, str(grid.values[int(box.content)]))
        for box in grid.shape.boxes
    ]


def test_lines_are_what_stands_between_breaks_and_blocks() -> None:
    page = "<div>一<br>二<p>三 <span>四</span>\n五</p>六</div><ul><li>七</ul>"
    assert texts(page) == ["一", "二", "三 四 五", "六", "七"]


def test_what_is_hidden_is_left_out() -> None:
    page = (
        "<head><title>x</title></head><script>1</script><style>p{}</style><!-- 2 -->"
        "<p style='DISPLAY : none'>3</p><p hidden>4</p><noscript>5</noscript><select><option>6</select><p>七"
        "<span style='visibility:hidden'>8</span>"
    )
    assert texts(page) == ["七"]


def test_text_that_a_person_sees_in_a_form_is_text() -> None:
    assert texts("<p>一<button>二</button><textarea>三</textarea>") == ["一二", "三"]


def test_a_picture_alone_in_its_line_is_noted() -> None:
    assert blocks("<p><img src=a.png></p><p>字<img src=b.png></p>") == [
        Paragraph("", picture=True),
        Paragraph("字"),
    ]


def test_spans_are_taken_as_the_standard_says() -> None:
    page = (
        "<table><tr><td rowspan=9>甲<td colspan='2x'>乙<tr><td>1<td>2<td rowspan=0>3<tr><td colspan=0>4"
        "<tbody><tr><td>5<td>6</table>"
    )
    assert boxes(page) == [
        (0, 0, 3, 1, "甲"), (0, 1, 1, 2, "乙"), (1, 1, 1, 1, "1"), (1, 2, 1, 1, "2"), (1, 3, 2, 1, "3"),
        (2, 1, 1, 1, "4"), (3, 0, 1, 1, "5"), (3, 1, 1, 1, "6"),
    ]  # fmt: skip


def test_cells_that_are_not_displayed_take_no_place_and_hidden_ones_are_empty() -> None:
    page = (
        "<table><tr><td style='display:none'>9<td>1<td hidden>9<td style='visibility:hidden'>9<td>2"
        "<tr style='DISPLAY: none'><td>9<td>9<tr style='visibility: hidden'><td>9"
        "<tbody style='display:none'><tr><td>9</tbody><tfoot hidden><tr><td>9</tfoot></table>"
    )
    assert boxes(page) == [(0, 0, 1, 1, "1"), (0, 1, 1, 1, ""), (0, 2, 1, 1, "2"), (1, 0, 1, 1, "")]


STRUCK = "style='TEXT-DECORATION: line-through red'"


@pytest.mark.parametrize(
    "table",
    [
        f"<table><tr><td {STRUCK}>1<td>2<td>3",
        f"<table><tr><td {STRUCK}><p>1</p><td>2<td><p>3",
        f"<table><tr><td><p {STRUCK}>1</p><td>2<td>3",
        f"<table><tbody {STRUCK}><tr><td>1</tbody><tbody><tr><td>2<tr><td>3",
        f"<table><tr {STRUCK}><td><span><b>1</b></span><tr><td>2<tr><td>3",
        f"<table {STRUCK}><tr><td>1<td></table><table><tr><td>2<td>3",
    ],
)
def test_letters_are_struck_where_any_element_around_them_says_so(table: str) -> None:
    page = f"<p {STRUCK}>一<br>二<p>三<table><tr><td>{table}</table>"
    assert texts(page) == ["一\u0336", "二\u0336", "三"]
    found = [str(value) for each in blocks(page) if isinstance(each, Grid) for value in each.values if value]
    assert found == ["1\u0336", "2", "3"]


@pytest.mark.parametrize("around", ["s", "strike", "div STYLE"])
def test_a_table_inside_struck_elements_is_struck(around: str) -> None:
    opening, closing = around.replace("STYLE", STRUCK), around.split(maxsplit=1)[0]
    page = f"<{opening}>一<table><caption>二<tr><td>1<td><p>2</table></{closing}>三"
    assert texts(page) == ["一\u0336", "二\u0336", "三"]
    assert [text for *_, text in boxes(page)] == ["1\u0336", "2\u0336"]


@pytest.mark.parametrize(
    ("style", "text"),
    [
        ("vertical-align:super;text-decoration:line-through", "12\u0336"),
        ("vertical-align: 30%", "1²"),
        ("vertical-align:-5px", "1₂"),
        ("vertical-align:0", "12"),
        ("vertical-align:middle", "12"),
        ("position:relative;top:-5.0pt;mso-text-raise:5.0pt", "1²"),
        ("mso-text-raise:0pt", "12"),
        ("display:block", "1 2"),
        ("display:inline-block", "12"),
        ("visibility:collapse", "1"),
        ("font-size:0px !important", "1"),
        ("font-size:0.5em", "12"),
        ("opacity:0", "1"),
        ("opacity:0.9", "12"),
        ("color:transparent", "1"),
        ("position:absolute;left:-9999px", "1"),
        ("text-indent:-21.0pt", "12"),
        ("clip:rect(0,0,0,0);position:absolute", "1"),
    ],
)
def test_what_a_style_says_of_letters_in_a_line(style: str, text: str) -> None:
    found = [each for *_, each in boxes(f"<table><tr><td>1<span style='{style}'>2</span><td>0</table>")]
    assert " ".join(found[0].split()) == text


def test_what_has_no_size_may_hold_what_has() -> None:
    page = "<div style='font-size:0'><span style='font-size:14px'>一</span></div>"
    assert texts(page) == ["一"]


def test_a_style_of_any_length_is_looked_at_once() -> None:
    page = (
        "<p style='" + "text-decoration " * 100_000 + "'>一<p style='" + "text-decoration:" * 100_000 + "'>二"
    )
    assert texts(page) == ["一", "二"]


def test_only_what_stands_in_a_line_is_raised() -> None:
    style = "style='vertical-align: super'"
    page = f"<p {style}>1<a href=x {style}>2</a><span {style}>3</span><table><tr><td {style}>4<td>5"
    assert (texts(page), [text for *_, text in boxes(page)]) == (["1²³"], ["4", "5"])


def test_no_row_is_read_from_what_nobody_sees_in_a_table() -> None:
    page = "<table><tr><td>1<td>2<template><tr><td>8</template><script><tr><td>9</script><tr hidden><td>7"
    assert [text for *_, text in boxes(page)] == ["1", "2"]


@pytest.mark.parametrize("around", ["form", "font", "center", "div"])
def test_what_has_no_place_in_a_table_is_looked_through(around: str) -> None:
    page = f"<table><{around}><tr><td>1</td><{around}><td>2</td></{around}></tr></{around}></table>"
    assert [text for *_, text in boxes(page)] == ["1", "2"]


def test_the_value_of_a_field_is_what_a_person_sees() -> None:
    fields = ("value=7", "type=TEXT value=' 8 '", "type=hidden value=9")
    page = "<table><tr>" + "".join(f"<td><input {said}>" for said in fields)
    assert [text for *_, text in boxes(page)] == ["7", "8", ""]


def test_words_between_cells_stand_before_the_table() -> None:
    page = "<table>单位：件<script>9</script><tr>甲<td>1</td>乙<td>2</td></tr><form>丙</form></table>"
    assert sorted(texts(page)) == ["丙", "乙", "单位：件", "甲"]
    assert isinstance(blocks(page)[-1], Grid)


def test_the_foot_of_a_table_comes_last() -> None:
    page = "<table><tfoot><tr><td>3<td>4</tfoot><tr><td>1<td>2</table>"
    assert [text for *_, text in boxes(page)] == ["1", "2", "3", "4"]


def test_the_text_of_a_cell_keeps_its_lines_and_drops_what_is_no_text() -> None:
    page = (
        "<table><tr><td><p>社会公益</p><p> 组织 </p><td>本年新<br />制作<span>数</span>量<td>&nbsp;"
        "<o:p> </o:p>"
        "<td>1<img src=x><td><ruby>發<rt>fā</rt></ruby>件</table>"
    )
    assert [text for *_, text in boxes(page)] == [
        "社会公益\n组织",
        "本年新\n制作数量",
        "\xa0",
        "1\ufffc",
        "發件",
    ]


def test_tables_that_lay_out_are_opened() -> None:
    page = "<table><tr><td>左<td><table><tr><td>1<td>2<tr><td>3<td>4</table></table><table><tr><td>独</table>"
    found = blocks(page)
    assert [block.text for block in found if isinstance(block, Paragraph)] == ["左", "独"]
    assert [len(block.values) for block in found if isinstance(block, Grid)] == [4]


@pytest.mark.parametrize(
    ("encoding", "head", "label"),
    [
        ("utf-8", b"", None),
        ("utf-8", b"\xef\xbb\xbf", None),
        ("utf-16", b"", None),
        ("utf-8", b"<meta charset=gb2312>", None),  # strict UTF-8 is UTF-8, whatever it declares
        ("gb18030", b"<meta charset=gb2312>", None),
        ("gb18030", b'<meta http-equiv=x content="text/html; charset=GBK">', None),
        ("gb18030", b"", None),
        ("big5", b"<meta charset='big5'>", None),
        ("big5", b"", "big5"),
    ],
)
def test_encodings(encoding: str, head: bytes, label: str | None) -> None:
    data = head + "<p>政府信息公開</p>".encode(encoding)
    assert list(read(data, "x.html", label).blocks) == [Paragraph("政府信息公開")]


def rendered(report: dr.Report) -> str:
    """A plain page of a report."""
    page = io.StringIO()
    page.write("<html><body><div class=nav><a href=/>首页</a> &gt; <a href=/x>年报</a></div><table><tr><td>")
    for block in compose(report).blocks:
        if not isinstance(block, Grid):
            page.write(f"<p>&nbsp;&nbsp;{block.text}</p>")
            continue
        page.write("<table border=1>")
        for row in range(block.shape.rows):
            page.write("<tr>")
            for box in block.shape.boxes:
                if box.row == row:
                    value = block.values[box.content] if isinstance(box.content, int) else box.content
                    shown = "&nbsp;" if value is None else value
                    page.write(f"<td rowspan={box.rowspan} colspan={box.colspan}><p>{shown}</p></td>")
            page.write("</tr>\n")
        page.write("</table>")
    page.write("</td></tr></table><script>var a=1</script></body></html>")
    return page.getvalue()


@pytest.mark.parametrize("year", [2019, 2021])
def test_a_page_of_a_report_reads_as_the_report(year: int) -> None:
    report = dr.complete(dr.Report.blank("青溪镇", year), zeros=True).report
    counts = [said.path for said in dr.fields(dr.Form(year)) if said.kind == "count"]
    report = report.replace(
        {path: None if number % 7 == 3 else number for number, path in enumerate(counts)},
        overview=dr.Prose.from_text("（一）主动公开\n全年公开信息126条。"),
    )
    reading = dr.read(rendered(report).encode(), "html")
    assert reading.report == report
    assert [finding.code for finding in reading.findings] == ["R401"]
    assert str(reading.sources["proactive_disclosure.licensing.decisions"].place).startswith("第1个表第")


def test_limits() -> None:
    with pytest.raises(FileTooLargeError, match="nested"):
        blocks("<div>" * 100_000)
    with pytest.raises(FileTooLargeError, match="cells"):
        blocks("<table>" + "<tr><td colspan=1000>" * 500 + "</table>")
    with pytest.raises(FileTooLargeError, match="lines"):
        blocks("<p>a" * 100_001)
    assert boxes("<table><tr><td rowspan=99999 colspan=99999>1<td>2</table>")[0][2:4] == (1, 1000)


@pytest.mark.parametrize(
    "data", [b"<", b"<\xff\xfe\x00\x01", b"<html>", b"<p>" + bytes(range(256)) * 3, b"<!ENTITY"]
)
def test_no_bytes_raise_anything_but_the_librarys_own(data: bytes) -> None:
    with suppress(DamagedFileError):
        assert not dr.read(data, "html").is_report


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("105<sup>2</sup>", "105²"),
        ("105<sub>2</sub>", "105₂"),
        ("<s>9</s>105", "9\u0336105"),
        ("105<span style='vertical-align: super'>2</span>", "105²"),
        ("<span style='text-decoration:line-through'>9</span>105", "9\u0336105"),
        ("10<img src=5.png>", "10\ufffc"),
    ],
)
def test_a_number_beside_something_else_is_no_number(inside: str, text: str) -> None:
    path = "proactive_disclosure.licensing.decisions"
    report = dr.complete(dr.Report.blank("青溪镇", 2021), zeros=True).report.replace({path: 4711})
    reading = dr.read(rendered(report).replace("4711", inside).encode(), "html")
    assert reading.report == report.replace({path: None})
    assert reading.sources[path].text == text
    assert ("R305", (path,)) in [(finding.code, finding.paths) for finding in reading.findings]


def test_reading_aids_are_no_text() -> None:
    assert texts("<p><ruby>發<rp>(</rp><rt>fā</rt><rp>)</rp></ruby>件</p>") == ["發件"]


def test_a_page_nested_over_many_tables_and_elements_is_refused() -> None:
    deep = "<div>" * 100 + "<table><tr><td>a<td>b" + "<div>" * 100
    with pytest.raises(FileTooLargeError, match="nested"):
        read(deep.encode(), "x.html")
    with pytest.raises(FileTooLargeError, match="attributes"):
        read(b"<p " + b" ".join(b"a%d=1" % n for n in range(60_000)) + b">x", "x.html")
    picture = b"<p>a<img src='data:image/png;base64," + b"A b" * 200_000 + b"'>b"
    assert len(read(picture, "x.html").blocks) == 1


def test_a_row_that_ends_before_its_last_head_has_lost_a_cell_and_nothing_tells_which() -> None:
    rows = (
        "<td>信息内容<td>本年制发件数<td>本年废止件数<td>现行有效件数<td>备注",
        "<td>规章<td>1<td>2<td>3<td>",
    )
    table = "<tr>".join(["<table>", *rows, "<td>行政规范性文件<td>4<td>5<td>6", "</table>"])
    reading = dr.read(f"<p>二、主动公开政府信息情况</p>{table}".encode(), "html")
    read = {path: value for path, value in reading.report.cells().items() if value is not None}
    assert list(read.values()) == [1, 2, 3]
    [finding] = [finding for finding in reading.findings if finding.code == "R306"]
    assert finding.paths[0] == "proactive_disclosure.normative_documents.issued"


def test_a_narrower_piece_without_heads_is_in_doubt_where_those_before_have_an_order_of_their_own() -> None:
    heads = "<td>信息内容<td>现行有效件数<td>本年制发件数<td>本年废止件数<td>备注"
    first = f"<table><tr>{heads}<tr><td>规章<td>3<td>1<td>2<td></table>"
    page = f"<p>二、主动公开政府信息情况</p>{first}<table><tr><td>行政规范性文件<td>6<td>4<td>5</table>"
    reading = dr.read(page.encode(), "html")
    read = {path: value for path, value in reading.report.cells().items() if value is not None}
    assert list(read.values()) == [1, 2, 3]
    [finding] = [finding for finding in reading.findings if finding.code == "R306"]
    assert finding.paths[0] == "proactive_disclosure.normative_documents.issued"


def test_a_formula_is_not_read_and_said() -> None:
    formula = "<math><mn>126</mn></math>"
    page = (
        "<h1>青溪镇2021年政府信息公开工作年度报告</h1><p>一、总体情况</p>"
        f"<p>全年公开信息{formula}条。</p><p>六、其他需要报告的事项</p><p>{formula}</p>"
    )
    reading = dr.read(page.encode(), "html")
    assert reading.report.overview.text == "全年公开信息条。"
    assert [each.code for each in reading.findings if each.code == "R404"] == ["R404", "R404"]
