"""Prose of a part: which lines are headings, which are the page's, and what no file can hold."""

import pytest

from disclosure_report.blocks import OBJECT, Block, Grid, Heading, Paragraph, Place, Shape
from disclosure_report.layout.recognise.furniture import is_furniture, is_picture
from disclosure_report.layout.recognise.notes import Notes
from disclosure_report.layout.recognise.prose import read_prose


@pytest.mark.parametrize(("level", "kept"), [(0, 1), (1, 1), (2, 1), (3, 2), (4, 2), (6, 2)])
def test_a_marked_heading_keeps_its_level_below_the_parts(level: int, kept: int) -> None:
    for marked in (True, False):
        assert read_prose("overview", [Heading(level, "主动公开")], Notes(), marked=marked).blocks == (
            Heading(kept, "主动公开"),
        )


def test_a_line_that_opens_as_a_heading_is_one_where_the_document_marks_none() -> None:
    line = Paragraph("（一）主动公开")
    assert read_prose("overview", [line], Notes(), marked=False).blocks == (Heading(1, "（一）主动公开"),)
    assert read_prose("overview", [line], Notes(), marked=True).blocks == (line,)


GRID = Grid(Shape("", (), 0, 0, ()), ())
PICTURE = Paragraph("", picture=True)


@pytest.mark.parametrize(
    ("block", "marked", "is_left", "is_pictured"),
    [
        (Paragraph("全年公开。"), False, False, False),
        (Paragraph("打印本页"), False, True, False),
        (Paragraph("打印本页"), True, False, False),
        (GRID, False, True, False),
        (GRID, True, True, False),
        (PICTURE, False, True, True),
        (PICTURE, True, True, True),
        (Paragraph("[图片]"), False, True, True),
        (Paragraph("[图片]"), True, False, False),
    ],
)
def test_the_pages_own_lines_tables_and_pictures_are_left_over(
    block: Block, marked: bool, is_left: bool, is_pictured: bool
) -> None:
    notes = Notes()
    prose = read_prose("overview", [block], notes, marked=marked)
    assert len(prose) == (not is_left)
    assert notes.left_over == [block] * is_left
    assert notes.pictures == [block] * is_pictured


def test_a_line_without_words_is_none() -> None:
    notes = Notes()
    assert not read_prose("overview", [Paragraph(" "), Paragraph("\x00")], notes, marked=False)
    assert notes.left_over == []


@pytest.mark.parametrize(
    ("text", "kept", "objects", "dropped"),
    [
        ("全年公开。", "全年公开。", 0, 0),
        ("全年\x00公\x0b开。", "全年公开。", 0, 2),
        (f"{OBJECT}全年{OBJECT}公开。", "全年公开。", 2, 0),
        (f"全年{OBJECT}公\x00开。\x0b\x00", "全年公开。", 1, 3),
        ("全年\u3000公开。", "全年\u3000公开。", 0, 0),
    ],
)
def test_what_no_file_can_hold_is_left_out_and_counted(
    text: str, kept: str, objects: int, dropped: int
) -> None:
    notes = Notes()
    assert read_prose("overview", [Paragraph(text, place=Place(line=3))], notes, marked=False).text == kept
    assert [(finding.place, dict(finding.details)) for finding in notes.findings] == [
        (Place(line=3), {"count": objects})
    ] * (objects > 0)
    assert (notes.dropped_characters, notes.dropped_place) == (
        dropped,
        Place(line=3) if dropped else None,
    )


def test_characters_that_are_left_out_are_counted_over_all_lines_at_the_first() -> None:
    notes = Notes()
    lines = [Paragraph(text, place=Place(line=n)) for n, text in enumerate(["甲", "乙\x00", "丙\x00\x0b"])]
    read_prose("overview", lines, notes, marked=False)
    assert (notes.dropped_characters, notes.dropped_place) == (3, Place(line=1))


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("来源：青溪镇", True),
        (" 来 源: 青溪镇", True),
        ("打印", True),
        ("打印机已购置", False),
        ("浏览次数[12]", True),
        ("主办：青溪镇人民政府", True),
        ("主办：青溪镇人民政府。", False),
        ("copyright 2021", True),
        ("京ICP备12345号", True),
        ("北京市的ICP备12345号", False),
        ("主办：" + "长" * 77, True),  # 80 characters
        ("主办：" + "长" * 78, False),  # 81
        ("全年公开", False),
        (" 【图片】 ", True),
        ("图片", True),
        ("图片新闻", False),
        ("", False),
    ],
)
def test_lines_that_are_the_sites(text: str, is_so: bool) -> None:
    assert is_furniture(Paragraph(text)) is is_so
    assert is_furniture(Heading(1, text)) is False
    assert is_picture(Paragraph(text)) is (text.strip() in {"【图片】", "图片"})


def test_a_picture_is_the_pages() -> None:
    assert is_furniture(PICTURE)
    assert is_picture(PICTURE)
