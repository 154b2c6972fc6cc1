"""The title: whether a line is one, and the agency and year that it names."""

import re

from attrs import frozen

from disclosure_report.model.report import FIRST_YEAR
from disclosure_report.model.text import UNWRITABLE


_TITLE = re.compile(
    r"(?P<before>.*?)(?P<year>(?<!\d)20\d\d)年度?(?P<after>.*?)"
    r"(?:政府信息公开|政务公开|信息公开)(?:工作)?(?:年度)?(?:工作)?(?:报告|年报)"
)
_SPACE = re.compile(r"\s+")
_WRAPPING = re.compile(r"^#+|^[《【]|[》】]$")
_PREFIX = re.compile(r"^(?:标\s*题|名\s*称|信息名称|文件名称)\s*[:：]")
_ABOUT = re.compile(r"^关于|关于$|的$")
# What no name of an organ holds: then the line is a path, a list or a sentence.
_NO_NAME = re.compile(r"[/\\:：>＞=<|，。；、！？,;!?]|目录|\d{4}")
_LONGEST = 80
_WIDTH = {code: code - 0xFEE0 for code in range(0xFF10, 0xFF1A)}


def one_line(text: str) -> str:
    """A title as one line: it may be broken where it was too long for the page.

    >>> one_line("悦来镇\\n2021年政府信息公开工作年度报告")
    '悦来镇2021年政府信息公开工作年度报告'
    """
    return "".join(UNWRITABLE.sub("", text).splitlines())


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
    >>> title_of("首页>悦来镇2021年政府信息公开工作年度报告") is None
    True
    """
    if len(text) > _LONGEST:
        return None
    text = one_line(text)
    words = _PREFIX.sub("", _WRAPPING.sub("", text.strip()).strip()).strip()
    match = _TITLE.fullmatch(_SPACE.sub("", words).translate(_WIDTH))
    if match is None or _NO_NAME.search(match["before"] + match["after"]):
        return None
    year = int(match["year"])
    agency = _ABOUT.sub("", match["before"]) or _ABOUT.sub("", match["after"])
    return Title(words, agency or None, year if year >= FIRST_YEAR else None)
