"""Which text a report keeps, and what is said of the rest."""

import pytest

from disclosure_report.model.text import problem_of, problem_of_line, tidy


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("　甲 \n", "甲"),
        ("甲\r\n乙\r丙", "甲\n乙\n丙"),
        ("甲\r\r乙", "甲\n\n乙"),
        ("甲\t乙", "甲\t乙"),
        (" \r\n", ""),
    ],
)
def test_white_space_around_and_the_kind_of_line_end_are_not_kept(text: str, kept: str) -> None:
    assert tidy(text) == kept


PROBLEMS: list[tuple[object, str | None]] = [
    ("甲", None),
    ("甲\n乙\t丙", None),
    ("\u200b\U0001f600\ufffd", None),
    ("", "text is not empty; a blank is None"),
    (5, "text is a str, not int 5"),
    ("甲" * 61, None),
    (b"x" * 99, "text is a str, not bytes b'" + "x" * 58),
    ("甲\x01乙\x02", "no file can hold the character U+0001 at position 1"),
    ("\ud800", "no file can hold the character U+D800 at position 0"),
    ("甲乙\uffff", "no file can hold the character U+FFFF at position 2"),
]


@pytest.mark.parametrize(("text", "problem"), PROBLEMS)
def test_what_is_wrong_with_a_text(text: object, problem: str | None) -> None:
    assert problem_of(text) == problem


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("甲", None),
        ("甲 乙\t丙", None),
        ("甲\n乙", "is one line of text"),
        ("甲\u2028乙", "is one line of text"),
        ("", "text is not empty; a blank is None"),
    ],
)
def test_what_is_wrong_with_a_line(text: str, problem: str | None) -> None:
    assert problem_of_line(text) == problem
