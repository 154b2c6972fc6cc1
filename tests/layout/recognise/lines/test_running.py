"""Text that runs on: lines are cut at the labels in them, before a row of numbers, and at headings."""

import pytest
from linear_rows import labels_in, rows_in

import disclosure_report as dr
from disclosure_report.blocks import Place
from disclosure_report.layout.recognise.found import Words
from disclosure_report.layout.recognise.lines.pipes import Cell
from disclosure_report.layout.recognise.lines.running import cut_at_labels, headings_in


def cut(part: str, *texts: str) -> list[str]:
    """The pieces of lines: labels and words as they are, ``=`` before numbers, ``#`` before a row of them."""
    cells = [Cell(Words(text, Place(line=7))) for text in texts]
    return [
        "#="[not cell.is_row :][: cell.runs] + cell.line.text
        for cell in cut_at_labels(labels_in(part), cells)
    ]


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        ("规章000行政规范性文件8855698", ["规章", "=000", "行政规范性文件", "=8855698"]),
        ("规章 1 2 3", ["规章", "=1 2 3"]),
        ("行政事业性收费3.5万元", ["行政事业性收费", "=3.5万元"]),
        ("行政处罚：12", ["行政处罚", "=12"]),
        ("信息内容本年制发件数", ["信息内容", "本年制发件数"]),
        ("信息内容 本年收费金额（单位：万元）", ["信息内容", "本年收费金额（单位：万元）"]),
        ("信息内容　规章 3 （行政规范性文件） 4", ["信息内容", "规章", "=3", "行政规范性文件）", "=4"]),
        # A label alone, a value alone, and what begins with neither.
        ("规章", ["规章"]),
        ("1234", ["1234"]),
        ("本年规章3", ["本年规章3"]),
        ("全年无", ["全年无"]),
        # One label alone must be followed by numbers; words beside labels are few, or it is a sentence.
        ("规章无", ["规章无"]),
        ("规章约3", ["规章约3"]),
        ("规章3行政规范性文件约4", ["规章3行政规范性文件约4"]),
        ("信息内容本年制发件数规章3行政规范约4", ["信息内容本年制发件数规章3行政规范约4"]),
        ("信息内容本年制发件数规章3行政规范性文件4行政许可5行政处罚约6",
         ["信息内容", "本年制发件数", "规章", "=3", "行政规范性文件", "=4",
          "行政许可", "=5", "行政处罚", "=约6"]),
        ("信息内容本年制发件数（注）", ["信息内容本年制发件数（注）"]),
        # A row of three numbers or more with blanks between them, also where the first is glued to a word.
        ("1 2 3", ["#1 2 3"]),
        ("1 2", ["1 2"]),
        ("许可 1 2", ["许可 1 2"]),
        ("许可 1 2 3", ["许可", "#1 2 3"]),
        ("许可1 2 3", ["许可", "#1 2 3"]),
        ("许可1 2", ["许可1 2"]),
        ("许可 — 2 /", ["许可", "#— 2 /"]),
        ("许可 1 2 3件", ["许可 1 2 3件"]),
        ("许可 1,234 +2 -3", ["许可", "#1,234 +2 -3"]),
        ("许可 1 +- 3", ["许可 1 +- 3"]),
        ("- 3 -", ["- 3 -"]),
        ("共计 许可 1 2 3", ["共计 许可", "#1 2 3"]),
    ],
)  # fmt: skip
def test_a_line_of_part_two_is_cut_where_labels_and_numbers_begin(line: str, pieces: list[str]) -> None:
    assert cut("二", line) == pieces


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        # A digit of a label is never a value.
        ("（三）不予公开1.属于国家秘密00000002.其他法律行政法规禁止公开3",
         ["（三）不予公开", "1.属于国家秘密", "=0000000", "2.其他法律行政法规禁止公开", "=3"]),
        ("（三）不予公开（1.属于国家秘密）3", ["（三）不予公开", "1.属于国家秘密）", "=3"]),
        ("3.危及“三安全一稳定”7", ["3.危及“三安全一稳定”", "=7"]),
        # The longest label that stands there.
        ("（二）部分公开（区分处理的，只计这一情形，不计其他情形）3",
         ["（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "=3"]),
        ("（二）部分公开 3", ["（二）部分公开", "=3"]),
        # Few strange words beside two labels are a value; beside one it is a sentence.
        ("（二）部分公开（区分处理的，只计这一情形，不计其他情形）约3",
         ["（二）部分公开（区分处理的，只计这一情形，不计其他情形）约3"]),
        ("（一）予以公开12（二）部分公开（区分处理的，只计这一情形，不计其他情形）约3",
         ["（一）予以公开", "=12", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "=约3"]),
        # A character of a label set upright stands in front of the row beside it.
        ("年 4.保护第三方合法权益", ["4.保护第三方合法权益"]),
        (" 年   4.保护第三方合法权益 5", ["4.保护第三方合法权益", "=5"]),
        ("甲 4.保护第三方合法权益", ["甲 4.保护第三方合法权益"]),
        ("年", ["年"]),
        ("自然人 商业企业", ["自然人", "商业企业"]),
    ],
)  # fmt: skip
def test_a_line_of_part_three_is_cut_where_labels_and_numbers_begin(line: str, pieces: list[str]) -> None:
    assert [piece.removeprefix("（") for piece in cut("三", line)] == [
        piece.removeprefix("（") for piece in pieces
    ]


@pytest.mark.parametrize("text", ["规章000行政规范性文件123", "许可 1 2 3", "许可", "1 2 3", "12", "规章 |"])
def test_the_first_piece_stands_where_the_line_does(text: str) -> None:
    cell = Cell(Words(text, Place(line=7)), pipes=2, spaces=3)
    first, *others = cut_at_labels(labels_in("二"), [cell])
    assert (first.pipes, first.spaces) == (2, 3)
    assert {(each.pipes, each.spaces, each.alone) for each in others} <= {(0, 0, False)}
    assert {each.line.place for each in [first, *others]} == {cell.line.place}


def test_words_before_a_row_of_numbers_may_be_a_piece_of_a_label() -> None:
    assert rows_in("三", "4.保护第三方", "合法权益 2 0 0 0 0 0 2") == ["4.保护第三方合法权益 2 0 0 0 0 0 2"]


def test_cells_between_pipes_are_not_cut() -> None:
    cell = Cell(Words("规章000行政规范性文件123", None), alone=False)
    assert [*cut_at_labels(labels_in("二"), [cell])] == [cell]


@pytest.mark.parametrize(("blanks", "count"), [(2, 33), (3, 1)])
def test_heads_without_numbers_are_cut_in_a_line_of_no_more_than_200_characters(
    blanks: int, count: int
) -> None:
    assert len(cut("二", "本年制发件数" * 33 + " " * blanks)) == count
    assert len(cut("二", "本年制发件数" * 33 + "1" * blanks)) == 34


@pytest.mark.parametrize(("characters", "count"), [(199_995, 3), (199_996, 2)])
def test_so_much_of_a_part_is_cut_and_no_more(characters: int, count: int) -> None:
    assert len(cut("二", "文" * characters, "规章000")) == count


ONE, TWO, THREE = "一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况"
FIVE, SIX = "五、存在的主要问题及改进情况", "六、其他需要报告的事项"


@pytest.mark.parametrize(
    ("pieces", "headings"),
    [
        ([ONE, "好。", TWO, "见表。", THREE, "见表。"], [ONE, TWO, THREE]),
        ([ONE, TWO, THREE, FIVE, SIX], [ONE, TWO, THREE, FIVE, SIX]),
        ([TWO, "见表。", THREE, "见表。", SIX, "无。"], [TWO, THREE, SIX]),
        # Fewer than three, or without the second, are no document.
        ([ONE, "好。", TWO, "见表。"], []),
        ([ONE, "好。", THREE, "见表。", FIVE, "有。"], []),
        # Each behind the one before: numbers inside part one are none, nor is a heading out of its place.
        ([ONE, "一、加强领导。二、主动作为。", TWO, THREE, "见表。"], [ONE, TWO, THREE]),
        ([THREE, ONE, TWO, THREE, SIX], [ONE, TWO, THREE, SIX]),
        ([ONE, FIVE, TWO, THREE, "见表。"], [ONE, TWO, THREE]),
        ([ONE, TWO, "见表。", THREE, "五、六、好。", SIX], [ONE, TWO, THREE, SIX]),
        # In other known words, with blanks, or in words that are like them.
        ([ONE, TWO, THREE, "五、存在问题及改进情况", "有。"], [ONE, TWO, THREE, "五、存在问题及改进情况"]),
        ([ONE, "二 ．主动公开 政府信息情况", THREE, "见表。"], [ONE, "二 ．主动公开 政府信息情况", THREE]),
        ([ONE, TWO, "三、收到的处理政府信息公开申请情况", "见表。"],
         [ONE, TWO, "三、收到的处理政府信息公开申请情况"]),
        ([ONE, TWO, "三、收到及和处理政府信息公开申请情况", "见表。"],
         [ONE, TWO, "三、收到及和处理政府信息公开申请情况"]),
        ([ONE, TWO, "三、收到处理政府信息公开申请情况", "见表。"],
         [ONE, TWO, "三、收到处理政府信息公开申请情况"]),
        ([ONE, TWO, "三、收处政府信息公开申请情况", "见表。"], []),
        ([ONE, TWO, "三、天气晴朗万里无云一片大好情况", "见表。"], []),
        ([ONE, TWO, "六、其他向您报告的事项", "无。"], [ONE, TWO, "六、其他向您报告的事项"]),
        ([ONE, TWO, "六、其他好消息告的事项", "无。"], [ONE, TWO, "六、其他好消息告的事项"]),
        ([ONE, TWO, "六、其他天大好消息事项", "无。"], []),
        # Where it ends, its last two characters say.
        ([ONE, TWO, "六、其他需要报告之事项", "无。"], [ONE, TWO, "六、其他需要报告之事项"]),
        ([ONE, TWO, "六、其他需要报告的选项", "无。"], []),
        # At the end of the text.
        ([ONE, TWO, "六、其他需报告的事项"], [ONE, TWO, "六、其他需报告的事项"]),
        ([ONE, TWO, "六、其他报告的事项"], []),
        ([ONE, TWO, "六、其他需要报告的的事项"], [ONE, TWO, "六、其他需要报告的的事项"]),
        ([ONE, TWO, "六、其他需要报告的事情事项"], []),
        ([ONE, TWO, "六、其他需要汇报的事项"], [ONE, TWO, "六、其他需要汇报的事项"]),
    ],
)  # fmt: skip
def test_headings_in_a_text_that_holds_a_document(pieces: list[str], headings: list[str]) -> None:
    text = "青溪镇年度报告 " + "".join(pieces)
    assert [text[start:end] for start, end in headings_in(text)] == headings


@pytest.mark.parametrize(("characters", "count"), [(200_000, 3), (200_001, 0)])
def test_headings_are_sought_in_so_long_a_text_and_no_longer(characters: int, count: int) -> None:
    assert len(headings_in((ONE + TWO + THREE).ljust(characters, "文"))) == count


@pytest.mark.parametrize(("starts", "count"), [(499, 3), (500, 0)])
def test_a_heading_is_sought_at_so_many_places_and_no_more(starts: int, count: int) -> None:
    assert len(headings_in(ONE + "二、" * starts + TWO + THREE)) == count


def test_a_document_in_one_line_may_end_in_a_heading_of_its_own_words() -> None:
    page = f"青溪镇2021年政府信息公开工作年度报告 {ONE} 好。 {TWO} 规章000 {THREE} 无 六、其他需报告的事项"
    report = dr.read(page.encode(), "text").report
    assert (report.agency, report.overview.text) == ("青溪镇", "好。")
