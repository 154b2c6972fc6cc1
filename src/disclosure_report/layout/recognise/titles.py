"""The title: whether a line is one, and the agency and year that it names."""

import re

from attrs import frozen

from disclosure_report.model.report import FIRST_YEAR


_TITLE = re.compile(
    r"(?P<before>.*?)(?P<year>20\d\d)年?度?(?P<after>.*?)"
    r"(?:政府信息公开|政务公开|信息公开)(?:工作)?(?:年度)?(?:工作)?(?:报告|年报)"
)
_SPACE = re.compile(r"\s+")
_MARKS = re.compile(r"^#+")
_LONGEST = 80


@frozen
class Title:
    """A line that is a title."""

    text: str
    agency: str | None
    year: int | None


def title_of(text: str) -> Title | None:
    """The title that a line is, or None.

    >>> title_of("2021年 悦来镇政府信息公开工作年度报告")
    Title(text='2021年 悦来镇政府信息公开工作年度报告', agency='悦来镇', year=2021)
    """
    if len(text) > _LONGEST:
        return None
    words = _MARKS.sub("", text.strip()).strip()
    match = _TITLE.fullmatch(_SPACE.sub("", words))
    if match is None:
        return None
    year = int(match["year"])
    return Title(words, match["before"] or match["after"] or None, year if year >= FIRST_YEAR else None)
