"""Prose: which lines become headings, and which text is refused."""

from typing import Any

import pytest

import disclosure_report as dr
from disclosure_report.blocks import Grid, Heading, Paragraph, Place
from disclosure_report.errors import InvalidValueError
from disclosure_report.layout.shapes import shape_of
from disclosure_report.model.common import Disputes
from disclosure_report.model.tree import table


CASES = [
    ("（一）主动公开", Heading(1, "（一）主动公开")),
    ("(十二)标准化建设", Heading(1, "(十二)标准化建设")),
    ("1.建立台账", Heading(2, "1.建立台账")),
    ("2、培训", Heading(2, "2、培训")),
    ("1.建立台账。", Paragraph("1.建立台账。")),
    ("（一）主动公开。全年公开", Heading(1, "（一）主动公开。全年公开")),
    ("（一）" + "长" * 37, Heading(1, "（一）" + "长" * 37)),
    ("（一）" + "长" * 38, Paragraph("（一）" + "长" * 38)),
    ("1.5万人次参加", Paragraph("1.5万人次参加")),
    ("一是加强领导", Paragraph("一是加强领导")),
    ("　　全年公开信息126条", Paragraph("全年公开信息126条")),
]


@pytest.mark.parametrize(("line", "block"), CASES)
def test_a_line_becomes(line: str, block: Heading | Paragraph) -> None:
    assert dr.Prose.from_text(line).blocks == (block,)


def test_blank_lines_are_left_out_and_line_ends_do_not_matter() -> None:
    assert dr.Prose.from_text("a\r\n\r\nb\rc\n").text == "a\nb\nc"


def test_empty_prose_is_false() -> None:
    assert not dr.Prose.from_text(" \n ")
    assert len(dr.Prose.from_text("a\nb")) == 2


WRONG: list[Any] = [
    "text",
    None,
    Heading(0, "a"),
    Heading(3, "a"),
    Heading(True, "a"),
    Paragraph(""),
    Paragraph(" "),
    Paragraph("a\x01"),
    Paragraph("\ud800"),
    Paragraph(5),  # type: ignore[arg-type]
    Grid(shape_of(table("disputes", Disputes))),
]


@pytest.mark.parametrize("block", WRONG)
def test_prose_refuses_with_the_place(block: Any) -> None:
    with pytest.raises(InvalidValueError) as raised:
        dr.Prose([Paragraph("a"), block])
    assert raised.value.path == "blocks[1]"


def test_prose_keeps_words_and_not_where_they_stood() -> None:
    [block] = dr.Prose([Paragraph("甲。", place=Place(line=3))])
    assert (block, block.place) == (Paragraph("甲。"), None)
    [block] = dr.Prose([Paragraph("甲。", picture=True)])
    assert block == Paragraph("甲。")
