"""Lines above a table, and names of sheets, that say another year or unit: a doubt at the cells below."""

import io
from collections.abc import Callable, Sequence

import openpyxl
import pytest

import disclosure_report as dr
from disclosure_report.blocks import Place
from disclosure_report.layout.recognise.reading import Reading


TITLE = "青溪镇2021年政府信息公开工作年度报告"
HEADING = "二、主动公开政府信息情况"
RULES, LICENSES, FEES = (
    f"proactive_disclosure.{name}"
    for name in ("rules.issued", "licensing.decisions", "administrative_fees.amount")
)
HEADS = ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"]
YEAR, UNIT = "R510", "R313"


def doubted(reading: Reading, code: str) -> set[str]:
    return {path for finding in reading.findings if finding.code == code for path in finding.paths}


def said(reading: Reading, code: str) -> list[str]:
    return [finding.text() for finding in reading.findings if finding.code == code]


def in_lines(*lines: str, title: str = TITLE) -> Reading:
    return dr.read("\n".join([title, HEADING, *lines]).encode(), "text")


def in_html(*lines: str, title: str = TITLE) -> Reading:
    """A line that begins with a tag as it is, every other as a paragraph."""
    blocks = [line if line.startswith("<") else f"<p>{line}</p>" for line in (title, HEADING, *lines)]
    return dr.read(f"<html><body>{''.join(blocks)}</body></html>".encode(), "html")


def table(*rows: str) -> str:
    return f"<table>{''.join('<tr><td>' + row.replace('|', '<td>') for row in rows)}</table>"


def in_sheets(**sheets: Sequence[str]) -> Reading:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append([int(text) if text.isdecimal() else text for text in row.split("|")])
    target = io.BytesIO()
    book.save(target)
    return dr.read(target.getvalue(), "xlsx")


ROWS = ("|".join(HEADS), "规章|1|2|3")
DECISIONS = ("信息内容|本年处理决定数量", "行政许可|7")
MONEY = ("信息内容|本年收费金额", "行政事业性收费|5")


@pytest.mark.parametrize(
    ("line", "noted"),
    [
        ("2020年", True),
        ("2021年", False),
        ("2020年，2021年", False),
        ("统计年份：2020", False),  # a bare number is no year
        ("编号20200年", False),
        ("去年", True),
        ("2020 年度", True),
        ("二〇二〇年度", True),
        ("2020.12", True),
        ("2020年情况。", True),  # a sentence, but as short as a caption
        ("2020年各项数据情况汇总。。", True),  # 15 characters
        ("2020年各项数据情况汇总。。。", False),  # 16
        ("2020年各项数据情况汇总如下表所示", True),
        ("2020年" + "表" * 55, True),  # 60 characters
        ("2020年" + "表" * 56, False),  # 61
    ],
)
def test_a_caption_that_says_another_year_is_a_doubt_at_every_cell(line: str, noted: bool) -> None:
    for reading in (in_html(line, table(*ROWS)), in_lines(line, "规章", "1", "2", "3")):
        assert (RULES in doubted(reading, YEAR)) is noted
        assert reading.report[RULES] == 1


def test_the_doubt_quotes_the_caption() -> None:
    assert [text for text in said(in_html(" 2020年 ", table(*ROWS)), YEAR) if "“2020年”" in text]


def test_no_caption_is_of_another_year_where_none_is_known() -> None:
    reading = in_html("2020年", table(*ROWS), title="青溪镇政府信息公开工作年度报告")
    assert reading.report.year is None
    assert not doubted(reading, YEAR)


def test_a_table_without_values_has_no_doubt() -> None:
    for reading in (in_html("2020年", table(ROWS[0], "规章|||")), in_lines("2020年", "规章")):
        assert not doubted(reading, YEAR)


def test_the_caption_that_says_another_year_is_found_behind_one_that_says_this() -> None:
    assert RULES in doubted(in_html("2021年度", "2020年情况", table(*ROWS)), YEAR)
    assert RULES in doubted(in_html("2021年度", table("2019年情况|||", *ROWS)), YEAR)


@pytest.mark.parametrize("read", [in_lines, in_html])
def test_a_line_below_the_first_value_is_no_caption_of_a_table_in_lines(read: Callable[..., Reading]) -> None:
    lines = "规章", "1", "2", "3"
    assert RULES in doubted(read("2020年情况", *lines), YEAR)
    assert not doubted(read(*lines, "2020年情况"), YEAR)


def test_words_in_the_line_of_the_first_value_are_no_caption() -> None:
    reading = in_lines("规章 | 1 | 2 | 3 | 2020年情况 |")
    assert (reading.report[RULES], doubted(reading, YEAR)) == (1, set())


def test_a_line_below_a_table_is_no_caption_of_it() -> None:
    assert not doubted(in_html(table(*ROWS), "2020年情况"), YEAR)
    assert not doubted(in_html(table(*ROWS, "注：2020年情况|||")), YEAR)


def test_the_line_of_another_table_is_a_caption_of_it_alone() -> None:
    other = table("渠道|条数", "2020年|12")
    assert not doubted(in_html(other, table(*ROWS)), YEAR)


def test_a_label_with_a_note_is_no_caption() -> None:
    """A group whose row has no values of its own, with a year in its note."""
    reading = in_html(table("第二十条第（一）项（2020年度）|||", *ROWS))
    assert (reading.report[RULES], doubted(reading, YEAR)) == (1, set())


@pytest.mark.parametrize(
    ("line", "of_money", "of_counts"),
    [
        ("单位：元", True, False),
        ("单位：万元", False, False),
        ("单 位 : 元", True, False),
        ("（单位：元）", True, False),
        ("单位：件、元", True, False),
        ("单位：件、万元", False, False),
        ("单位：件/元", True, False),
        ("单位：千件", False, True),
        ("单位：百件、万元", False, True),
        ("单位：万条和元", True, True),
        ("单位：件", False, False),
        ("单位：美元", True, False),
        ("填报单位：青溪镇", False, False),
        ("单位：元" + "，" + "表" * 55, True, False),  # 60 characters
        ("单位：元" + "，" + "表" * 56, False, False),  # 61
    ],
)
def test_a_unit_above_the_table_is_a_doubt_at_the_cells_of_another_unit(
    line: str, of_money: bool, of_counts: bool
) -> None:
    pages = (
        in_html(line, table(*DECISIONS), table(*MONEY)),
        in_lines(line, "行政许可", "7", "行政事业性收费", "5"),
    )
    for reading in pages:
        assert (reading.report[LICENSES], reading.report[FEES]) == (7, 5)
        assert doubted(reading, UNIT) == {*[FEES] * of_money, *[LICENSES] * of_counts}


def test_the_doubt_says_both_units() -> None:
    [text] = said(in_html("单位：元 ", table(*MONEY)), UNIT)
    assert "“单位：元”" in text
    assert "万元" in text


def test_the_doubt_stands_at_the_first_of_the_cells_and_says_its_unit() -> None:
    reading = in_lines("2020年", "单位：万条和元", "行政许可", "7", "行政事业性收费", "5")
    found = {finding.code: finding for finding in reading.findings}
    assert found[YEAR].place == found[UNIT].place == Place(line=6)
    assert found[YEAR].paths == found[UNIT].paths == (LICENSES, FEES)
    assert dict(found[UNIT].details) == {"text": "单位：万条和元", "unit": "件"}
    assert dict(found[YEAR].details) == {"text": "2020年", "year": 2021}


def test_in_lines_a_unit_below_counts_and_above_an_amount_is_the_amounts() -> None:
    lines = ["行政许可", "7", "单位：元", "行政事业性收费", "5"]
    assert doubted(in_lines(*lines), UNIT) == {FEES}
    assert not doubted(in_lines(*lines[:2], *lines[3:], lines[2]), UNIT)
    assert not doubted(in_lines("行政许可", "7", "单位：千件"), UNIT)


def test_the_name_of_a_sheet_says_a_year() -> None:
    title = [TITLE, HEADING]
    assert RULES in doubted(in_sheets(封面=title, 二2020=ROWS), YEAR)
    assert not doubted(in_sheets(封面=title, 二2021=ROWS), YEAR)
    assert not doubted(in_sheets(封面=title, 二=ROWS), YEAR)


def test_the_last_line_above_a_table_says_its_year() -> None:
    assert RULES in doubted(in_sheets(二=[TITLE, "2020年情况", *ROWS]), YEAR)
    assert not doubted(in_sheets(二=[TITLE, "2020年情况", "2021年情况", *ROWS]), YEAR)
    assert RULES in doubted(in_sheets(二=[TITLE, "2021年情况", "2020年情况", *ROWS]), YEAR)
    assert not doubted(in_sheets(二=[TITLE, *ROWS, "2020年情况"]), YEAR)
    assert not doubted(in_sheets(二=[TITLE, *ROWS, "2020年情况", *DECISIONS]), YEAR)


def test_a_line_of_one_sheet_is_no_caption_of_another() -> None:
    reading = in_sheets(一=[TITLE, "2020年情况"], 二=ROWS)
    assert (reading.report[RULES], doubted(reading, YEAR)) == (1, set())
    reading = in_sheets(甲=[TITLE, "单位：元", *ROWS], 乙=MONEY)
    assert (reading.report[FEES], doubted(reading, UNIT)) == (5, set())


def test_each_sheet_has_the_doubts_of_its_own_lines() -> None:
    reading = in_sheets(
        甲=[TITLE, "2020年情况", *ROWS], 乙=["单位：元", *DECISIONS, *MONEY], 丙=["单位：万元", "2021年"]
    )
    assert doubted(reading, YEAR) == {
        f"proactive_disclosure.rules.{n}" for n in ("issued", "repealed", "in_force")
    }
    assert doubted(reading, UNIT) == {FEES}
