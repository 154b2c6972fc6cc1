"""Which of several headings are the document's, and where what stands below the others goes."""

import pytest

from disclosure_report.blocks import Block, Grid, Paragraph
from disclosure_report.layout.recognise.headings import CLOSE, EXACT, WORDS
from disclosure_report.layout.recognise.parts import Outline, outline_of
from disclosure_report.layout.recognise.stands import Stand
from disclosure_report.model.parts import PARTS


BY_NUMBER = dict(zip("123456", PARTS, strict=True))


def stand(number: str, likeness: int, lines: int, mark: str = "") -> Stand:
    """A place with so many lines, the first of which is a label of part four."""
    blocks = [Paragraph(text) for text in ["结果维持", *[f"{number}{mark}."] * lines][:lines]]
    return Stand(BY_NUMBER[number], Paragraph(f"{number}{mark}"), likeness, tuple(blocks))


def outline(*places: Stand, front: tuple[Block, ...] = ()) -> Outline:
    return outline_of(front, places, is_marked=False)


def shown(block: Block) -> str:
    return "" if isinstance(block, Grid) else block.text


def chosen(found: Outline) -> str:
    """The headings in the order of the document; "!" behind those out of the form's order."""
    moved = {part.name for part in found.moved}
    return " ".join(
        getattr(heading, "text", "") + "!" * (name in moved) for name, heading in found.headings.items()
    )


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        # The form's order.
        ([("1", EXACT, 1, "a"), ("5", EXACT, 1, "a"), ("6", EXACT, 1, "a")], "1a 5a 6a"),
        ([("5", EXACT, 1, "a"), ("6", EXACT, 1, "a"), ("1", EXACT, 1, "a")], "5a 6a 1a!"),
        ([("6", EXACT, 1, "a"), ("1", EXACT, 1, "a"), ("5", EXACT, 1, "a")], "6a! 1a 5a"),
        # Out of it only what stands there once, is sure, and has something below.
        ([("6", EXACT, 0, "a"), ("1", EXACT, 1, "a"), ("5", EXACT, 1, "a")], "1a 5a"),
        ([("6", WORDS, 1, "a"), ("1", EXACT, 1, "a"), ("5", EXACT, 1, "a")], "1a 5a"),
        ([("6", EXACT, 1, "a"), ("6", EXACT, 1, "b"), ("1", EXACT, 1, "a"), ("5", EXACT, 1, "a")], "1a 5a"),
        # Of equal ones the last.
        ([("1", EXACT, 1, "a"), ("1", EXACT, 1, "b")], "1b"),
        ([("1", EXACT, 1, "a"), ("5", EXACT, 1, "a"), ("1", EXACT, 1, "b"), ("5", EXACT, 1, "b")], "1b 5b"),
        # More headings, however sure others are and however much stands below them.
        ([("1", CLOSE, 0, "a"), ("5", CLOSE, 0, "a"), ("1", EXACT, 20, "b")], "1a 5a"),
        # A surer heading, or ten lines more below the other; the eleventh decides.
        ([("1", WORDS, 10, "a"), ("1", EXACT, 0, "b")], "1b"),
        ([("1", WORDS, 11, "a"), ("1", EXACT, 0, "b")], "1a"),
        ([("1", EXACT, 0, "a"), ("1", WORDS, 10, "b")], "1b"),
        ([("1", EXACT, 0, "a"), ("1", WORDS, 9, "b")], "1a"),
        ([("1", EXACT, 1, "a"), ("1", EXACT, 0, "b")], "1a"),
        # No more than twenty lines count.
        ([("1", EXACT, 30, "a"), ("1", EXACT, 20, "b")], "1b"),
    ],
)
def test_the_run_in_the_forms_order_that_has_most(
    places: list[tuple[str, int, int, str]], expected: str
) -> None:
    assert chosen(outline(*(stand(*place) for place in places))) == expected


@pytest.mark.parametrize(("lines", "expected"), [(10, "5b! 6b! 1a 2a 3a 4a"), (9, "4b 5b 6b")])
def test_a_heading_counts_as_much_as_a_hundred_lines(lines: int, expected: str) -> None:
    """Three headings that are sure, with 20 lines each, or four of which nobody is sure."""
    sure = [stand(number, EXACT, 20, "b") for number in "456"]
    close = [stand(number, CLOSE, lines if number == "1" else 0, "a") for number in "1234"]
    assert chosen(outline(*sure, *close)) == expected


def test_what_stands_below_a_heading_that_is_not_taken_is_the_parts_around_or_nobodys() -> None:
    found = outline(
        stand("1", EXACT, 1, "a"),
        stand("1", EXACT, 2, "b"),
        stand("2", EXACT, 0, "a"),
        stand("6", WORDS, 1, "x"),
        stand("5", EXACT, 1, "a"),
        stand("5", WORDS, 0, "y"),
        stand("6", EXACT, 1, "a"),
    )
    assert {name: [shown(block) for block in blocks] for name, blocks in found.sections.items()} == {
        "overview": ["结果维持", "1b."],
        "proactive_disclosure": ["6x", "结果维持"],
        "problems_and_improvements": ["结果维持", "5y"],
        "other_matters": ["结果维持"],
    }
    assert [shown(block) for block in found.others] == ["结果维持"]
    assert found.counts == dict.fromkeys(found.sections, 1) | {"overview": 2}


@pytest.mark.parametrize(
    ("front", "is_marked", "expected"),
    [
        (["前言", "一、全年工作", "好。"], False, (["前言"], ["好。"], "一、全年工作")),
        (["前言", "一、全年工作", "好。", "一、又"], False, (["前言"], ["好。", "一、又"], "一、全年工作")),
        (["前言", "一、全年工作", "好。"], True, (["前言", "一、全年工作", "好。"], None, None)),
        (["前言"], False, (["前言"], None, None)),
    ],
)
def test_part_one_under_words_of_its_own_opens_with_its_number(
    front: list[str], is_marked: bool, expected: tuple[list[str], list[str] | None, str | None]
) -> None:
    blocks = [Paragraph(text) for text in front]
    found = outline_of(blocks, [stand("6", EXACT, 1)], is_marked=is_marked)
    before, texts, heading = expected
    assert [shown(block) for block in found.front] == before
    assert "other_matters" in found.sections
    sections = {name: [shown(block) for block in blocks] for name, blocks in found.sections.items()}
    assert sections.get("overview") == texts
    assert found.close == [part for part in PARTS if part.name == "overview" and heading]
    assert found.headings.get("overview") == (heading and Paragraph(heading))


def test_without_any_part_there_is_no_part_one_either() -> None:
    found = outline(front=(Paragraph("一、全年工作"),))
    assert (found.sections, found.front) == ({}, [Paragraph("一、全年工作")])
