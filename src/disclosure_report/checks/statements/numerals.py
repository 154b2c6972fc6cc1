"""Counts of cases in prose: "1,234件", "十二宗", "两起", "０份".

A number matches its whole grammar or is none.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple


class Count(NamedTuple):
    """A whole number with its unit, and where both stand."""

    value: int
    start: int
    end: int


_LONGEST = 12
# A point, a sign of a range or a separator before a number is part of it.
_NUMERALS = frozenset("0123456789０１２３４５６７８９零〇○一二两三四五六七八九十百千万亿,，.．-—~～至")
_UNIT = re.compile("[件宗起份]")
_MORE = re.compile(r"[以之]?[上下内外]|左右|[多余次套数至到~～\-—/]")
_ONE_CASE = re.compile(r"$|[，,。；;、：:！!（(）)]|政[府务]|信息|行政|复议|诉讼|因")
_DIGIT_GROUPS = re.compile(r"\d{1,3}(?:[,，]\d{3}){1,2}|\d{1,7}")
_WORDS = re.compile("[零〇○一二两三四五六七八九十百千]+")
_DIGITS = "零一二三四五六七八九"
_UNITS = {"十": 10, "百": 100, "千": 1000}
_SAME = str.maketrans("〇○两", "零零二")
_MOST_IN_WORDS = 9999


def counts(text: str) -> Iterator[Count]:
    """Every count of 件, 宗, 起 or 份 in a text without white space; 条 counts information, not cases.

    >>> [count.value for count in counts("收到1,234件，办结十二宗；信息405条，增长12.5件")]
    [1234, 12]
    """
    for unit in _UNIT.finditer(text):
        end = unit.start()
        start = end
        while start and end - start < _LONGEST and text[start - 1] in _NUMERALS:
            start -= 1
        start += text[start] in "，,"  # that of the clause before
        if start < end:
            value = _alone(text, start, end)
            if value is not None:
                yield Count(value, start, end + 1)


def _alone(text: str, start: int, end: int) -> int | None:
    """The number that stands there with its unit, or None where more belongs to it.

    That is so for "第3件", "12.5件", "12件以上" and "3件至5件". "一起" is an adverb, unless a clause ends
    there or a case is named.
    """
    before = text[start - 1 : start]
    if end - start == _LONGEST or before in {"第", "几"} or _MORE.match(text, end + 1):
        return None
    if before == "数" and text[start:end] == "十":
        return None
    if text.startswith("一起", end - 1) and start == end - 1 and not _ONE_CASE.match(text, end + 1):
        return None
    return number(text[start:end])


def number(text: str) -> int | None:
    """The number that digits or Chinese numerals say, or None.

    >>> number("１，２３４"), number("一百零五"), number("两百三十"), number("一百二"), number("二〇二三")
    (1234, 105, 230, None, None)
    """
    if _DIGIT_GROUPS.fullmatch(text):
        digits = text.replace(",", "").replace("，", "")
        return None if len(digits) > 1 and int(digits[0]) == 0 else int(digits)
    return _in_words(text.translate(_SAME)) if _WORDS.fullmatch(text) else None


def _in_words(text: str) -> int | None:
    """The number of standard numerals.

    It is read loosely and written again: "一百二" (120 or 102?) is not what is written, so it is none.
    """
    total = last = 0
    for character in text:
        unit = _UNITS.get(character)
        if unit is None:
            last = _DIGITS.index(character)
        else:
            total, last = total + (last or 1) * unit, 0
    total += last
    wanted = "十" + text[2:] if text.startswith("一十") else text
    return total if total <= _MOST_IN_WORDS and _written(total) == wanted else None


def _written(value: int) -> str:
    """A number below ten thousand in the standard numerals.

    >>> [_written(value) for value in (0, 10, 12, 105, 1010, 2300)]
    ['零', '十', '十二', '一百零五', '一千零一十', '二千三百']
    """
    words, gap = "", False
    for unit, size in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit = value // size % 10
        if digit:
            words += ("零" if gap and words else "") + _DIGITS[digit] + unit
        gap = digit == 0
    if value == 0:
        return _DIGITS[0]
    return words.removeprefix("一") if words.startswith("一十") else words
