"""The title: which line it is, and the agency and year that it names."""

import re
from collections.abc import Sequence

from attrs import frozen

from disclosure_report.blocks import Heading, Paragraph
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
    """A line that is a title, by its number among the lines."""

    index: int
    text: str
    agency: str | None
    year: int | None


def title_of(index: int, text: str) -> Title | None:
    """The title that a line is, or None.

    >>> title = title_of(0, "2021年 悦来镇政府信息公开工作年度报告")
    >>> title.agency, title.year
    ('悦来镇', 2021)
    """
    if len(text) > _LONGEST:
        return None
    plain = _SPACE.sub("", _MARKS.sub("", text.strip()))
    match = _TITLE.fullmatch(plain)
    if match is None:
        return None
    year = int(match["year"])
    return Title(
        index,
        _MARKS.sub("", text.strip()).strip(),
        match["before"] or match["after"] or None,
        year if year >= FIRST_YEAR else None,
    )


def last_title(lines: Sequence[Heading | Paragraph]) -> Title | None:
    """The last title among the lines: pages print it once for the site and once for the document."""
    titles = (title_of(index, line.text) for index, line in enumerate(lines))
    return next(filter(None, reversed(list(titles))), None)
