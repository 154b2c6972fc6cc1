"""The page that is written: one file, accessible tables, nothing of a report becomes markup."""

import re

import pytest
from lxml import html

import disclosure_report as dr
from disclosure_report.blocks import Paragraph


@pytest.mark.parametrize("year", [2019, 2021])
def test_every_value_names_the_heads_that_it_belongs_to(year: int) -> None:
    report = dr.complete(dr.Report.blank("青溪镇", year), zeros=True).report
    root = html.fromstring(dr.to_bytes(report, "html"))
    words = {each.get("id"): each.text for each in root.iter("th")}
    assert len(words) == len(list(root.iter("th")))
    cells = [each for each in root.iter("td") if each.get("headers") is not None]
    fields = dr.fields(dr.Form(year))
    assert len(cells) == len(fields)
    for cell, said in zip(cells, fields, strict=True):
        named = [words[name] for name in (cell.get("headers") or "").split()]
        assert set(said.labels) <= set(named)


def test_the_page_is_one_file_without_script(full: dr.Report) -> None:
    page = dr.to_bytes(full, "html").decode()
    assert not re.search(r"<script|<link|<img|https?://|url\(|@import| on\w+=", page)
    root = html.fromstring(page.encode())
    assert root.get("lang") == "zh-CN"
    assert root.findtext("head/title") == full.full_title
    assert [each.tag for each in root.iter("h1", "h2", "h3")].count("h1") == 1
    assert [each.findtext("caption") for each in root.iter("table")] == [
        "二 主动公开",
        "三 申请",
        "四 复议诉讼",
    ]


@pytest.mark.parametrize("text", ["<script>1</script>", "</p><p>", "&lt;b&gt;", "a\tb\n  c", '"x" onload="y'])
def test_no_text_becomes_markup(text: str, full: dr.Report) -> None:
    report = full.replace(
        overview=dr.Prose([Paragraph(text)]),
        agency="<b>镇</b>",
        document_number='"><i>',
    )
    reading = dr.read(dr.to_bytes(report, "html"))
    assert reading.report == report
    assert reading.findings == ()


def test_the_same_report_gives_the_same_page(full: dr.Report) -> None:
    assert dr.to_bytes(full, "html") == dr.to_bytes(full, "html")


def test_who_listens_hears_no_heading_level_left_out(full: dr.Report) -> None:
    text = dr.Prose.from_text("1.平台\n（一）公报\n1.期数\n2.印数")
    report = full.replace(preamble=dr.Prose.from_text("（一）说明"), overview=text)
    page = dr.to_bytes(report, "html")
    heads = list(html.fromstring(page).iter("h1", "h2", "h3", "h4"))
    assert [(each.tag, each.get("aria-level")) for each in heads[:7]] == [
        ("h1", None),
        ("h3", "2"),
        ("h2", None),
        ("h4", "3"),
        ("h3", None),
        ("h4", None),
        ("h4", None),
    ]
    assert dr.read(page).report == report


@pytest.mark.parametrize(("number", "look"), [(999_999, None), (1_000_000, "long")])
def test_numbers_may_break_on_paper_where_they_are_long(
    number: int, look: str | None, full: dr.Report
) -> None:
    report = full.replace({"disputes.reconsideration.upheld": number})
    looks = [each.get("class") for each in html.fromstring(dr.to_bytes(report, "html")).iter("table")]
    assert looks == [None, None, look]
