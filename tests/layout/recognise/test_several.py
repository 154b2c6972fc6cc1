"""Two reports in one file are refused; a heading or a title that comes twice in one report is not."""

from collections.abc import Set as AbstractSet
from itertools import chain, islice

import pytest

import disclosure_report as dr
from disclosure_report.blocks import Block, Grid, Manuscript, Paragraph, Place, Shape
from disclosure_report.errors import SeveralReportsError
from disclosure_report.layout.recognise.parts import Outline
from disclosure_report.layout.recognise.run import recognise
from disclosure_report.layout.recognise.several import Head, refuse_other_titles


WORDS = "政府信息公开工作年度报告"
TITLE = f"青溪镇2021年{WORDS}"
ONE, TWO, FIVE, SIX = (
    "一、总体情况",
    "二、主动公开政府信息情况",
    "五、存在的主要问题及改进情况",
    "六、其他需要报告的事项",
)


def read(*lines: str) -> dr.Report:
    return recognise(Manuscript(tuple(map(Paragraph, (TITLE, *lines)))), "a.txt").report


def is_refused(
    outline: Outline, head: Head, linked: AbstractSet[Place] = frozenset(), *, is_book: bool = False
) -> bool:
    try:
        refuse_other_titles(outline, head, linked, "a", is_book=is_book)
    except SeveralReportsError as error:
        return "titles of different reports" in str(error)
    return False


def rows(first: int) -> list[str]:
    """Part two in lines, 20 of which count."""
    numbers = map(str, range(first, first + 10))
    names = {"规章": 3, "行政规范性文件": 3, "行政许可": 1, "行政处罚": 1, "行政强制": 1, "行政事业性收费": 1}
    rows = [[name, *islice(numbers, count)] for name, count in names.items()]
    return ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数", *chain.from_iterable(rows)]


def test_a_table_that_stands_twice_is_refused() -> None:
    assert read(TWO, *rows(1))["proactive_disclosure.rules.issued"] == 1
    with pytest.raises(SeveralReportsError, match="proactive_disclosure stands in it 2 times"):
        read(TWO, *rows(1), SIX, "无。", TWO, *rows(5))


@pytest.mark.parametrize("other", [["行政许可", "7"], rows(1)])
def test_a_few_rows_or_a_copy_below_the_heading_again_are_no_second_table(other: list[str]) -> None:
    report = read(TWO, *rows(1), SIX, "无。", TWO, *other)
    assert report["proactive_disclosure.licensing.decisions"] == 7


def test_one_part_of_prose_may_stand_twice_however_long() -> None:
    lines = [f"全年公开信息{number}条。" for number in range(20)]
    assert read(ONE, *lines, ONE, *lines[::-1]).overview.text == "\n".join(lines[::-1])


def test_parts_with_other_words_inside_part_one_are_its_own() -> None:
    report = read(ONE, FIVE, "更新慢。", SIX, "有。", FIVE, "不够。", SIX, "无。")
    assert report.overview.text == f"{FIVE}\n更新慢。\n{SIX}\n有。"
    assert (report.problems_and_improvements.text, report.other_matters.text) == ("不够。", "无。")


def test_part_one_and_another_part_that_stand_twice_are_refused_by_name() -> None:
    with pytest.raises(SeveralReportsError, match="overview、problems_and_improvements、other_matters stand"):
        read(ONE, "好。", FIVE, "有。", SIX, "无。", ONE, "坏。", FIVE, "无。", SIX, "有。")


def test_a_copy_of_all_is_one_report() -> None:
    lines = [ONE, "好。", SIX, "无。"]
    assert read(*lines, *lines).overview.text == "好。"


@pytest.mark.parametrize(
    ("line", "head", "refused"),
    [
        (f"青溪镇2020年{WORDS}", ("青溪镇", 2021), True),
        (f"青溪镇2021年{WORDS}", ("青溪镇", 2021), False),
        (f"悦来镇2021年{WORDS}", ("青溪镇", 2021), True),
        (f"青溪县青溪镇2021年{WORDS}", ("青溪镇", 2021), False),
        (f"青溪镇2021年{WORDS}", ("青溪县青溪镇", 2021), False),
        (f"青溪镇人民政府2021年{WORDS}", ("青溪镇", 2021), False),
        (f"青溪镇2021年{WORDS}", ("青溪县青溪镇人民政府", 2021), False),
        (f"2020年{WORDS}", ("青溪镇", 2021), True),
        (f"2021年{WORDS}", ("青溪镇", 2021), False),
        (f"青溪镇{WORDS}", ("青溪镇", 2021), False),
        (f"悦来镇{WORDS}", ("青溪镇", 2021), True),
        (f"青溪镇2020年{WORDS}", ("青溪镇", None), False),
        (f"青溪镇2020年{WORDS}", (None, 2021), True),
        (f"青溪镇2021年{WORDS}", (None, 2021), False),
        (f"悦来镇2020年{WORDS}", (None, None), False),
        ("2020年全年公开信息126条。", ("青溪镇", 2021), False),
    ],
)
def test_a_title_between_the_parts_is_anothers_where_it_names_another_year_or_organ(
    line: str, head: Head, refused: bool
) -> None:
    outline = Outline(is_marked=False)
    outline.sections = {"overview": [Paragraph("好。"), Paragraph(line)], "other_matters": []}
    assert is_refused(outline, head) is refused


OTHER = Paragraph(f"青溪镇2020年{WORDS}", place=Place(line=7))
GRID = Grid(Shape("", (), 0, 0, ()), (OTHER.text,))


@pytest.mark.parametrize(
    ("sections", "others", "is_book", "refused"),
    [
        ([[], [OTHER], []], [], False, True),
        ([[], [OTHER], [], []], [], False, True),
        ([[], [], [OTHER]], [], False, False),  # below the last part
        ([[], [], [OTHER]], [], True, True),
        ([[], []], [OTHER], True, True),
        ([[], []], [OTHER], False, False),
        ([[OTHER, Paragraph(" "), OTHER], []], [], False, False),  # a list of reports
        ([[OTHER, Paragraph("好。"), OTHER], []], [], False, True),
        ([[GRID], []], [], False, False),
        ([], [], False, False),
    ],
)
def test_where_another_title_may_stand(
    sections: list[list[Block]], others: list[Block], is_book: bool, refused: bool
) -> None:
    found = dict(zip("abcd", sections, strict=False))
    for is_marked, linked in ((False, frozenset[Place]()), (True, frozenset()), (False, {Place(line=7)})):
        outline = Outline(is_marked, sections=found, others=others)
        expected = refused and not is_marked and not linked
        assert is_refused(outline, ("青溪镇", 2021), linked, is_book=is_book) is expected
