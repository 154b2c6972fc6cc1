"""What a page without parts and tables is: by its title, its text, its links."""

import pytest

from disclosure_report.blocks import Grid, Link, Manuscript, Paragraph, Shape
from disclosure_report.layout.recognise.refusals import refusal, shown


TITLE, OTHER, THIRD = (f"青溪镇{year}年政府信息公开工作年度报告" for year in (2021, 2020, 2019))
FILE = Link("年报", "a.pdf")
MUCH = "全" * 400 + "。"
LIST, ATTACHMENT, ERROR, NOTHING = "R109", "R110", "R111", "R101"


def code(title: str | None, *lines: str, links: tuple[Link, ...] = ()) -> str:
    found = refusal(Manuscript(tuple(map(Paragraph, lines)), links=links), title)
    return found.code if found else ""


@pytest.mark.parametrize(
    ("title", "lines", "links", "expected"),
    [
        (None, ["天气很好。"], [], NOTHING),
        (TITLE, [TITLE], [], ""),
        (TITLE, [TITLE], [FILE], ATTACHMENT),
        (TITLE, [TITLE, "年报.docx"], [], ATTACHMENT),
        (TITLE, [TITLE, "附件 1：年报"], [], ATTACHMENT),
        (TITLE, [TITLE], [Link("年报.pdf ", "download?id=1")], ATTACHMENT),
        (None, ["下载附件"], [], ATTACHMENT),
        (TITLE, [TITLE, MUCH[1:]], [FILE], ATTACHMENT),  # 400 characters are said
        (TITLE, [TITLE, MUCH], [FILE], ""),  # 401: a report that lost its headings
        (TITLE, [TITLE, "全" * 200 + "。", "全" * 200 + "；"], [FILE], ""),
        (TITLE, [TITLE, "全" * 500], [FILE], ATTACHMENT),  # no sentence
        (None, [MUCH], [FILE], ATTACHMENT),  # whose it is nothing says
        (TITLE, [TITLE, OTHER, MUCH], [], LIST),
        (TITLE, [TITLE, MUCH], [Link(OTHER, "2020")], ""),
        (TITLE, [TITLE, MUCH], [Link(OTHER, "2020"), Link(THIRD, "2019")], ""),
        (TITLE, [TITLE, MUCH], [Link(TITLE, "2021")], NOTHING),  # the title is a link to the report
        (None, [TITLE], [], NOTHING),
        (None, [TITLE, OTHER], [], LIST),
        (None, [], [Link(TITLE, "2021")], NOTHING),
        (None, [], [Link(TITLE, "2021"), Link(OTHER, "2020")], LIST),
        (None, [], [Link(TITLE, "2021"), Link(OTHER, "2020"), FILE], LIST),
        (None, [], [Link(TITLE, "2021"), FILE], ATTACHMENT),
        (TITLE, [TITLE, OTHER], [FILE], ATTACHMENT),
        (None, ["404"], [], ERROR),
        (TITLE, [TITLE, "页面不存在"], [], ERROR),
        (None, ["页面不存在", MUCH], [], NOTHING),
    ],
)
def test_what_a_page_is(title: str | None, lines: list[str], links: list[Link], expected: str) -> None:
    assert code(title, *lines, links=tuple(links)) == expected


def test_words_in_tables_and_around_count_too() -> None:
    grid = Grid(Shape("", (), 0, 0, ()), (TITLE, None, OTHER))
    assert (found := refusal(Manuscript((grid,)), None))
    assert found.code == LIST
    assert (found := refusal(Manuscript((), around=(Paragraph("404"),)), None))
    assert found.code == ERROR


def test_a_list_says_how_many_reports_and_where_they_are() -> None:
    found = refusal(Manuscript((Paragraph(THIRD),), links=(Link(f" {TITLE} ", "1"), Link(OTHER, "2"))), None)
    assert found
    assert dict(found.details) == {"count": 3, "links": f"{TITLE} <1>；{OTHER} <2>"}


def test_the_first_words_of_an_error() -> None:
    found = refusal(Manuscript((Paragraph("页面不存在" + "一" * 36),)), None)
    assert found
    assert dict(found.details) == {"first": "页面不存在" + "一" * 35}  # 40 characters


def test_links_as_a_finding_shows_them() -> None:
    assert shown([]) == "—"
    assert shown([Link("甲\n 乙", "x")]) == "甲 乙 <x>"
    assert shown([Link("甲" * 61, "x" * 201)]) == f"{'甲' * 60} <{'x' * 200}>"
    assert shown([Link("甲", "x")] * 10) == "；".join(["甲 <x>"] * 10)
    assert shown([Link("甲", "x")] * 11) == "；".join([*["甲 <x>"] * 10, "…"])
