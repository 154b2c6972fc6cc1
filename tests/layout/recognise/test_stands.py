"""The places where a part may stand, and how much of it stands there."""

from collections.abc import Callable

import pytest

from disclosure_report.blocks import Block, Grid, Heading, Paragraph, Place
from disclosure_report.layout.recognise.stands import Stand, has_words, stands_of
from disclosure_report.model.parts import PARTS


Draw = Callable[..., Grid]
Places = list[tuple[str, list[str]]]
ONE, TWO, THREE, FOUR, FIVE, SIX = (f"{part.numeral}、{list(part.headings.values())[-1]}" for part in PARTS)
TABLE = ("信息内容|本年制发件数", "规章|1")


def _stands(*lines: str | Block, is_ours: bool = False) -> tuple[list[str], Places, bool]:
    """What stands before the first heading; the places, with what is below; whether headings are marked."""
    blocks = [Paragraph(line) if isinstance(line, str) else line for line in lines]
    front, places, is_marked = stands_of(blocks, is_ours=is_ours)
    return _texts(front), [(place.part.numeral, _texts(place.blocks)) for place in places], is_marked


def _texts(blocks: object) -> list[str]:
    assert isinstance(blocks, (list, tuple))
    return ["表" if isinstance(block, Grid) else block.text for block in blocks]


def test_each_part_has_what_stands_below_its_heading() -> None:
    assert _stands("前言", ONE, "好。", "也好。", SIX, "无。") == (
        ["前言"],
        [("一", ["好。", "也好。"]), ("六", ["无。"])],
        False,
    )
    assert _stands("前言", "好。") == (["前言", "好。"], [], False)


@pytest.mark.parametrize(
    ("lines", "front", "places"),
    [
        (
            [ONE, TWO, SIX, ONE, "好。", TWO, SIX, "无。"],
            [ONE, TWO, SIX],
            [("一", ["好。"]), ("二", []), ("六", ["无。"])],
        ),
        (
            ["目录", ONE, SIX, "前言", ONE, "好。", SIX],
            ["目录", ONE, SIX, "前言"],
            [("一", ["好。"]), ("六", [])],
        ),
        # A heading with something below it is none of the table's.
        ([ONE, "1", SIX, ONE, "好。", SIX], [], [("一", ["1", SIX]), ("一", ["好。"]), ("六", [])]),
        ([ONE, SIX, ONE], [ONE], [("六", []), ("一", [])]),
        ([ONE, " ", SIX, "\t", ONE, "好。", SIX], [ONE, " ", SIX, "\t"], [("一", ["好。"]), ("六", [])]),
    ],
)
def test_a_table_of_contents_is_no_place_of_a_part(
    lines: list[str], front: list[str], places: Places
) -> None:
    assert _stands(*lines) == (front, places, False)


def _marked(*texts: str) -> list[Block]:
    return [Heading(1, text) for text in texts]


def test_headings_are_marked_where_those_of_all_parts_are() -> None:
    every = _marked(ONE, TWO, THREE, FOUR, FIVE, SIX)
    assert _stands(SIX, *every, ONE)[1] == [(part.numeral, []) for part in PARTS[:-1]] + [("六", [ONE])]
    assert _stands(SIX, *every, ONE)[2] is True
    assert _stands(SIX, *every[:-1], "好。")[2] is False
    assert _stands(SIX, *every[:-1], "好。")[1][0] == ("六", [])


def test_our_own_files_mark_their_headings() -> None:
    line = f"{TWO}：好。"
    assert _stands(SIX, *_marked(ONE), line, is_ours=True) == ([SIX], [("一", [line])], True)
    within = [Heading(2, TWO), Heading(1, "七、附件")]
    assert _stands(*_marked(ONE), *within, is_ours=True)[1] == [("一", [TWO, "七、附件"])]
    assert _stands(ONE, "好。", is_ours=True) == ([], [("一", ["好。"])], False)


def test_a_heading_that_runs_into_its_text_is_two_lines(draw: Draw) -> None:
    assert _stands(draw(*TABLE), f"{SIX}：无。", "二、三、好。") == (
        ["表"],
        [("六", ["无。", "二、三、好。"])],
        False,
    )


def test_a_line_that_holds_a_document_is_one_line_for_each_heading() -> None:
    line = f"前言。 {ONE} 好。 {TWO}{THREE} 无申请。 {FIVE}更新不够及时。"
    assert _stands(line)[:2] == (
        ["前言。"],
        [("一", ["好。"]), ("二", []), ("三", ["无申请。"]), ("五", ["更新不够及时。"])],
    )
    assert _stands(f"{ONE}{TWO}{THREE}{FOUR}{FIVE}{SIX}")[1] == [(part.numeral, []) for part in PARTS]


@pytest.mark.parametrize(("length", "count"), [(60, 0), (61, 3)])
def test_a_line_that_may_be_one_heading_is_not_cut(length: int, count: int) -> None:
    assert len(_stands(f"{ONE}{TWO}{THREE}".ljust(length, "好"))[1]) == count


@pytest.mark.parametrize(("before", "found"), [(999, [("二", ["好。"])]), (1000, [])])
def test_after_a_thousand_lines_with_numbers_only_known_headings_count(before: int, found: Places) -> None:
    lines = ["二、甲"] * before + ["乙"] * 10
    assert _stands(*lines, "二、主动公开政府情况", "好。")[1] == found
    assert _stands(*lines, TWO, "好。")[1] == [("二", ["好。"])]


@pytest.mark.parametrize(
    ("blocks", "weight"),
    [
        ([], 0),
        (["好。", " ", ""], 1),
        (["好。"] * 19, 19),
        (["好。"] * 20, 20),
        (["好。"] * 21, 20),
    ],
)
def test_the_weight_of_prose_is_its_lines(blocks: list[str], weight: int) -> None:
    assert Stand(PARTS[0], Paragraph(ONE), 3, tuple(map(Paragraph, blocks))).weight == weight


@pytest.mark.parametrize(
    ("lines", "tables", "weight"),
    [
        ([], [], 0),
        (["好。"] * 30, [], 0),  # not a label among them
        (["规章", "1", "2", "3"], [], 4),
        (["规章", "1", "——", ""], [], 2),
        (["规章 | 1 | 2 | 3 |"], [], 4),
        (["政府集中采购", "1"], [], 2),  # of the older form
        (["规章"] * 25, [], 20),
        ([], [TABLE], 20),
        (["好。"], [TABLE], 20),
        ([], [("姓名|电话", "张三|1"), TABLE], 20),
        ([], [("信息内容|本年制发件数",)], 0),  # no row of the part
        (["规章"], [("姓名|电话", "张三|1")], 1),
    ],
)
def test_the_weight_of_a_table_is_what_stands_there_of_the_form(
    draw: Draw, lines: list[str], tables: list[tuple[str, ...]], weight: int
) -> None:
    blocks: list[Block] = [Paragraph(line) for line in lines]
    blocks += [draw(*rows) for rows in tables]
    assert Stand(PARTS[1], Paragraph(TWO), 3, tuple(blocks)).weight == weight


def test_the_words_of_a_place_are_those_of_its_lines_and_tables(draw: Draw) -> None:
    place = Stand(PARTS[1], Paragraph(TWO), 3, (Paragraph("好。"), Paragraph(" "), draw("规章|1")))
    assert place.words == ("好。", ("规章", "1"))
    assert [has_words(block) for block in place.blocks] == [True, False, True]


def test_a_tables_heading_that_is_printed_again_goes_on(draw: Draw) -> None:
    rows, more = draw(*TABLE), draw("行政许可|1")
    assert _stands(TWO, rows, TWO, more)[1] == [("二", ["表", "表"])]
    assert _stands(TWO, rows, "说明", TWO, more, TWO, "行政处罚", "2")[1] == [
        ("二", ["表", "说明", "表", "行政处罚", "2"])
    ]


def test_it_goes_on_from_the_place_before(draw: Draw) -> None:
    rows, more, third = draw(*TABLE), draw("行政许可|1"), draw("行政处罚|1")
    assert _stands(ONE, "好。", TWO, rows, TWO, more)[1] == [("一", ["好。"]), ("二", ["表", "表"])]
    title = "清溪镇2020年政府信息公开工作年度报告"
    found = _stands(TWO, rows, TWO, more, title, TWO, third)[1]
    assert found == [("二", ["表", "表", title]), ("二", ["表"])]


def test_a_heading_that_comes_again_is_another_place(draw: Draw) -> None:
    rows, more = draw(*TABLE), draw("行政许可|1")
    assert _stands(TWO, "好。", TWO, more)[1] == [("二", ["好。"]), ("二", ["表"])]  # no table there
    assert _stands(TWO, rows, TWO, "好。")[1] == [("二", ["表"]), ("二", ["好。"])]
    found = _stands(TWO, rows, THREE, "好。", TWO, more)[1]
    assert found == [("二", ["表"]), ("三", ["好。"]), ("二", ["表"])]
    assert _stands(ONE, "好。", ONE, "也好。")[1] == [("一", ["好。"]), ("一", ["也好。"])]
    title = "清溪镇2020年政府信息公开工作年度报告"
    assert _stands(TWO, rows, title, TWO, more)[1] == [("二", ["表", title]), ("二", ["表"])]


def test_a_place_keeps_the_heading_that_it_was_found_by() -> None:
    heading = Paragraph(TWO, place=Place(line=3))
    again = Paragraph("主动公开政府信息情况", place=Place(line=6))
    blocks = [heading, Paragraph("规章"), Paragraph("1"), again, Paragraph("行政许可"), Paragraph("2")]
    [found] = stands_of(blocks, is_ours=False)[1]
    assert (found.heading, found.likeness) == (heading, 3)
    assert found.heading.place == Place(line=3)
