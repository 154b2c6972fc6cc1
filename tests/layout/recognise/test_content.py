"""The element that holds the document, and a table that stands elsewhere than below its heading."""

import pytest

import disclosure_report as dr
from disclosure_report.blocks import Block, Box, Grid, Paragraph, Place, Shape
from disclosure_report.layout.recognise.content import confine
from disclosure_report.layout.recognise.gather import Pieces, gather
from disclosure_report.layout.recognise.parts import Outline


def line(text: str, *within: int) -> Paragraph:
    return Paragraph(text, within=within)


def grid(*within: int) -> Grid:
    return Grid(Shape("", (), 0, 0, ()), (), within=within)


@pytest.mark.parametrize(
    ("headings", "blocks", "stays"),
    [
        ([(1, 2), (1, 2)], {(1, 2): True, (1, 2, 3): True, (1, 3): False, (1,): False}, ""),
        ([(1, 2), (1, 3)], {(1, 2): True, (1,): True, (2,): False}, ""),
        ([(1, 2, 3), (1, 2, 4)], {(1, 2, 5): True, (1, 3): False}, ""),
        ([(1, 2), (3, 2)], {(1, 2): True, (5,): True}, ""),  # nothing is around both
        ([(1, 2)], {(1, 2): True, (5,): True}, ""),  # one alone says nothing
        ([(1, 2), ()], {(1, 2): True, (5,): True}, ""),
        ([], {(5,): True}, ""),
    ],
)
def test_what_stands_outside_the_element_around_all_headings_is_none_of_the_document(
    headings: list[tuple[int, ...]], blocks: dict[tuple[int, ...], bool], stays: str
) -> None:
    outline = Outline(is_marked=False)
    outline.headings = {str(number): line("", *within) for number, within in enumerate(headings)}
    found = [line(str(number), *within) for number, within in enumerate(blocks)]
    outline.sections = {"overview": [*found]}
    confine(outline)
    inside = [each for each, is_in in zip(found, blocks.values(), strict=True) if is_in]
    assert outline.sections == {"overview": inside}
    assert outline.others == [each for each in found if each not in inside]


def test_a_table_says_where_the_document_is_as_a_heading_does() -> None:
    outline = Outline(is_marked=False, headings={"overview": line("一", 1, 2)})
    outline.sections = {"overview": [line("好。", 1, 2), grid(1, 2), line("页脚", 1, 3)]}
    confine(outline)
    assert outline.others == [line("页脚")]


@pytest.mark.parametrize(
    ("block", "stays"),
    [
        (line("按照要求编制。", 9), True),
        (line("长" * 40, 9), True),
        (line("长" * 39, 9), False),
        (line("首页", 9), False),
        (line("首页", 1, 2), True),
        (grid(9), False),
    ],
)
def test_before_part_one_a_sentence_may_stand_outside(block: Block, stays: bool) -> None:
    outline = Outline(is_marked=False, headings={name: line(name, 1) for name in "ab"}, front=[block])
    outline.sections = {"overview": [line("说明。", 9)]}
    confine(outline)
    assert outline.front == [block] * stays
    assert outline.others == [block] * (not stays) + [line("说明。")]


def test_what_stands_inside_stays_the_same_list_of_blocks() -> None:
    outline = Outline(is_marked=False, headings={name: line(name, 1) for name in "ab"})
    outline.sections = {"overview": [line("好。", 1)] * 2}
    confine(outline)
    assert (outline.sections, outline.others) == ({"overview": [line("好。")] * 2}, [])


HEADS = ("信息内容", "本年处理决定数量")


def rows(number: int, *lines: tuple[str, ...]) -> Grid:
    boxes = [
        Box(row, column, 1, 1, 2 * row + column, "value") for row in range(len(lines)) for column in range(2)
    ]
    values = [text for texts in lines for text in texts]
    return Grid(Shape("", (1.0, 1.0), len(lines), 0, tuple(boxes)), tuple(values), place=Place(table=number))


WHOLE = (HEADS, ("行政许可", "7"), ("行政处罚", "8"), ("行政强制", "9"))


@pytest.mark.parametrize(
    ("at_home", "elsewhere", "tables", "strayed"),
    [
        ([], [(1, WHOLE)], [1], True),
        ([(1, WHOLE)], [(2, WHOLE)], [1], False),  # a second one is not taken
        ([(1, WHOLE[:2])], [(2, (HEADS, WHOLE[2]))], [1, 2], True),  # another piece, with rows behind
        ([(2, (HEADS, WHOLE[2]))], [(1, WHOLE[:2])], [1, 2], True),  # the pieces come in their order
        ([(1, WHOLE[:2])], [(2, WHOLE[:2])], [1], False),  # the same row again is no piece
        ([], [(1, WHOLE[:2]), (2, (HEADS, WHOLE[2]))], [1, 2], True),
        ([], [(2, WHOLE[:2]), (1, (HEADS, WHOLE[2]))], [1, 2], True),
        ([], [(1, WHOLE), (2, WHOLE)], [1], True),
        ([], [(1, WHOLE), (2, WHOLE[:2])], [1, 2], True),  # a row that stands twice will be a doubt
        ([], [(1, (("渠道", "条数"), ("网站", "100")))], [], False),
    ],
)
def test_a_table_that_strayed_is_taken_where_its_part_has_none_or_goes_on(
    at_home: list[tuple[int, tuple[tuple[str, ...], ...]]],
    elsewhere: list[tuple[int, tuple[tuple[str, ...], ...]]],
    tables: list[int],
    strayed: bool,
) -> None:
    outline = Outline(is_marked=False)
    strays = [rows(number, *lines) for number, lines in elsewhere]
    outline.sections = {"proactive_disclosure": [rows(number, *lines) for number, lines in at_home]}
    outline.sections["overview"] = [line("好。"), *strays]
    pieces = gather(outline, {})["proactive_disclosure"]
    assert [grid.place.table for grid in pieces.grids] == tables
    assert pieces.strayed is strayed
    left = [
        each.place.table for each in outline.sections["overview"] if isinstance(each, Grid) and each.place
    ]
    assert left == [number for number, _ in elsewhere if number not in tables]
    assert outline.sections["overview"][0] == line("好。")


def test_where_a_table_is_below_its_heading_lines_and_other_tables_are_kept_apart() -> None:
    other = rows(1, ("渠道", "条数"), ("网站", "100"))
    outline = Outline(is_marked=False, sections={"proactive_disclosure": [line("见表"), other]})
    found = gather(outline, {"disputes": [rows(2, *WHOLE)]})
    two = found["proactive_disclosure"]
    assert (two.lines, two.grids, two.rest) == ([line("见表")], [], [other])
    assert [grid.place.table for grid in found["disputes"].grids] == [2]
    assert found["applications"] == Pieces()


def test_two_tables_that_strayed_are_said_once_where_the_first_stood() -> None:
    page = (
        "<h1>青溪镇2021年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>好。</p>"
        "<table><tr><td>信息内容<td>本年处理决定数量<tr><td>行政许可<td>7</table>"
        "<table><tr><td>信息内容<td>本年处理决定数量<tr><td>行政处罚<td>8</table>"
        "<p>二、主动公开政府信息情况</p><p>三、收到和处理政府信息公开申请情况</p>"
    )
    reading = dr.read(f"<html><body>{page}</body></html>".encode(), "html")
    [finding] = [finding for finding in reading.findings if finding.code == "R206"]
    assert finding.place == Place(table=1)
    assert {path.split(".")[1] for path in finding.paths} == {"licensing", "penalties"}
