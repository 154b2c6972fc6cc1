"""What a clause with a count, or with "no", says of: patterns over the letters of `lexicon`.

``0`` stands for the count, ``$`` for the end of the clause.
"""

import re
from functools import cache
from typing import Literal, NamedTuple, TypeAlias

from disclosure_report.checks.lexicon import STOP, UNKNOWN, Word, words_of


Kind: TypeAlias = Literal[
    "received", "new", "completed", "answered", "handled", "carried", "brought", "reconsidered", "litigated"
]
_VERBS: dict[str, Kind] = {"R": "received", "N": "new", "z": "completed", "k": "answered", "j": "handled"}
_DISPUTES: dict[str, Kind] = {"v": "reconsidered", "u": "litigated"}
_MOST_WORDS = 40


class Said(NamedTuple):
    """What a clause says: counts of these kinds.

    *named* is whether the clause itself says what is counted; otherwise something before it must. *year* is the
    other year that it carries from or to. *left* are its words before the count, *length* that of the words
    behind that belong to it.
    """

    kinds: tuple[Kind, ...]
    named: bool
    left: tuple[Word, ...]
    year: int | None = None
    length: int = 0


_BEFORE = "[ytwWhfo+dgip]*"
_OBJECT = "(?:g?id?pe?a|g?ie?a|a?pg?ie?a|pa|apg?i?|ag?ip|dpe?g?i?p?e?a?|g?idp)s*"
_BARE = "as*"
_AFTER = "[+#=]*"
_END = "(?=[$,&h])"
_HALT = "(?=[$h])"
_ITEMS = f"(?:{_OBJECT}|{_BARE}|s)?"
_OVER = "[ytwWhfo+l=RjagipNse]*"
_CAUSE = "[ytwWhfo+=qgipadekjRsm]*"
_EITHER = "(?:v[as]*[,&]u|u[as]*[,&]v)"

# Whether the clause itself names what is counted, and how it is said.
_APPLICATIONS = (
    (True, f"{_BEFORE}(?P<verb>[RNzkj])e?[me]*{_OBJECT}{_AFTER}0"),
    (True, f"{_BEFORE}{_OBJECT}{_BEFORE}(?P<verb>[RNzkj])e?{_AFTER}0"),
    (True, f"{_BEFORE}(?P<verb>[RNzkj])e?{_AFTER}0e?[me]*{_OBJECT}{_END}"),
    (True, f"{_BEFORE}(?P<verb>){_OBJECT}(?<=a)[+#=]+0"),
    (False, f"{_BEFORE}(?P<verb>[RNzkj])e?[me]*{_BARE}{_AFTER}0"),
    (False, f"{_BEFORE}(?P<verb>[RNzkj])e?{_AFTER}0(?:{_BARE})?{_HALT}"),
)
_CARRIED = (
    f"{_OVER}{_ITEMS}[rh]*c(?P<year>[xy])>?[jkz]?e?{_ITEMS}{_AFTER}0",
    f"{_OVER}0{_ITEMS}[rhq]*c(?P<year>[xy])>?[jkz]?",
)
_BROUGHT = (
    f"{_OVER}(?P<year>[by])c[t]?>?[jk]?e?{_ITEMS}{_AFTER}0",
    f"{_OVER}0{_ITEMS}=(?P<year>[by])c>?[jk]?e?{_ITEMS}{_END}",
)
_CASES = (
    f"{_CAUSE}(?P<name>[vu])[ase]*{_AFTER}0",
    f"{_CAUSE}0[qgipadekos]*(?P<name>[vu])[as]*{_HALT}",
    f"{_CAUSE}(?P<name>{_EITHER})[ase]*[+#=h]*各0",
)
_NO_APPLICATIONS = (
    f"{_BEFORE}(?:[!~]R|~)[me]*{_OBJECT}(?:e?o)*(?=[$,&h])",
    f"{_BEFORE}{_OBJECT}#?[=h]*O(?=[$])",
)
_NO_CASES = (
    rf"{_BEFORE}(?:!(?=[qR])|~)[qgipadeoksRmj,&=vu]*[vu][asoe,&q]*(?=\$)",
    rf"{_CAUSE}[vu](?:[as]*[,&][qgip]*[vu])?[as#]*[=h]*O(?=\$)",
)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compiled at first use."""
    return re.compile(pattern)


def said_of_count(left: str, right: str) -> Said | None:
    """What a clause says of its count, by what stands before and behind it.

    >>> said = said_of_count("2023年我局共收到政府信息公开申请", "，均已答复")
    >>> said.kinds, said.named
    (('received',), True)
    >>> said_of_count("通过网络收到政府信息公开申请", "，均已答复") is None
    True
    """
    before = [*words_of(left)]
    if before[-1].letter == UNKNOWN or len(before) > _MOST_WORDS:
        return None
    del before[-1]
    behind = [*words_of(right)]
    letters = "".join([*(word.letter for word in before), "0", *(word.letter for word in behind)])
    return _said(letters, before, behind)


def _said(letters: str, before: list[Word], behind: list[Word]) -> Said | None:
    left = tuple(before)
    if "v" in letters or "u" in letters:
        return _of_cases(letters, left)
    if "c" in letters:
        return _of_carrying(letters, left, behind)
    for named, pattern in _APPLICATIONS:
        found = _compiled(pattern).match(letters)
        if found:
            return Said((_VERBS.get(found["verb"], "received"),), named, left)
    return None


def _of_cases(letters: str, left: tuple[Word, ...]) -> Said | None:
    for pattern in _CASES:
        found = _compiled(pattern).match(letters)
        if found:
            kinds = tuple(kind for letter, kind in _DISPUTES.items() if letter in found["name"])
            return Said(kinds, named=False, left=left)
    return None


def _of_carrying(letters: str, left: tuple[Word, ...], behind: list[Word]) -> Said | None:
    kinds: tuple[tuple[Kind, tuple[str, ...]], ...] = (("carried", _CARRIED), ("brought", _BROUGHT))
    words = [*left, Word("0", ""), *behind]
    for kind, patterns in kinds:
        for pattern in patterns:
            found = _compiled(pattern).match(letters)
            if found:
                word = words[found.start("year")].text
                year = int(word[:4]) if word[:4].isdecimal() else None
                length = sum(len(each.text) for each in words[len(left) + 1 : found.end()])
                return Said((kind,), named=False, left=left, year=year, length=length)
    return None


def said_of_none(clause: str) -> Said | None:
    """What a clause says there was none of.

    >>> said_of_none("全年未发生因政府信息公开引起的行政复议、行政诉讼").kinds
    ('reconsidered', 'litigated')
    >>> said_of_none("未发生行政复议被纠正的情况") is None
    True
    """
    words = [*words_of(clause)]
    letters = "".join(word.letter for word in words[:_MOST_WORDS])
    if "!" not in letters and "~" not in letters and "O" not in letters:
        return None
    kinds: tuple[Kind, ...] = tuple(kind for letter, kind in _DISPUTES.items() if letter in letters)
    patterns = _NO_CASES if kinds else _NO_APPLICATIONS
    if any(_compiled(pattern).match(letters) for pattern in patterns):
        length = sum(len(word.text) for word in words)
        return Said(kinds or ("received",), named=True, left=tuple(words), length=length)
    return None


__all__ = ["STOP", "Kind", "Said", "said_of_count", "said_of_none"]
