"""What a clause with a count, or with "no", says of: patterns over the letters of `lexicon`.

``0`` stands for the count, ``$`` for the end of the clause.
"""

import re
from functools import cache
from typing import Literal, NamedTuple, TypeAlias

from disclosure_report.checks.statements.lexicon import UNKNOWN, Spelled, spelled


Kind: TypeAlias = Literal[
    "received", "new", "completed", "answered", "handled", "carried", "brought", "reconsidered", "litigated"
]
_VERBS: dict[str, Kind] = {"R": "received", "N": "new", "z": "completed", "k": "answered", "j": "handled"}
_DISPUTES: dict[str, Kind] = {"v": "reconsidered", "u": "litigated"}
_MOST_WORDS = 40


class Said(NamedTuple):
    """What a clause says: counts of these kinds.

    *named* is whether the clause itself says what is counted; otherwise something before it must. *left* are
    its words up to the count. *year* is the other year that it carries from or to, *length* that of the words
    behind that belong to it, *together* whether it counts two kinds in one number.
    """

    kinds: tuple[Kind, ...]
    named: bool
    left: Spelled
    year: int | None = None
    length: int = 0
    together: bool = False


_BEFORE = "[ytwWhfo+dgip]*"
_OBJECT = "(?:g?id?pe?a|g?ie?a|a?pg?ie?a|pa|apg?i?|ag?ip|dpe?g?i?p?e?a?|g?idp|gipd|dgip)s*"
_BARE = "as*"
_AFTER = "[+#=]*"
_END = "(?=[$,&h])"
_HALT = "(?=[$h])"
# Behind a count the clause ends or goes on with a verb; "5件涉及土地" is a part, "2件维持" too.
_COUNT = "0(?=[$,&hfRNzkj])"
_ITEMS = f"(?:{_OBJECT}|{_BARE}|s)?"
_OVER = "[ytwWhfo+l=RjagipNse]*"
_CAUSE = "[ytwWhfo+=qgipadekjRsm]*"
_EITHER = "(?:v[as]*[,&]u|u[as]*[,&]v)"

# By whether the clause itself names what is counted.
_APPLICATIONS = {
    True: (
        f"{_BEFORE}(?P<verb>[RNzkj])e?[mMe]*{_OBJECT}{_AFTER}{_COUNT}",
        f"{_BEFORE}{_OBJECT}{_BEFORE}(?P<verb>[RNzkj])e?{_AFTER}{_COUNT}",
        f"{_BEFORE}(?P<verb>[RNzkj])e?{_AFTER}0e?[mMe]*{_OBJECT}{_END}",
        f"{_BEFORE}(?P<verb>){_OBJECT}(?<=a)[+#=]+{_COUNT}",
    ),
    False: (
        f"{_BEFORE}(?P<verb>[RNzkj])e?[me]*{_BARE}{_AFTER}{_COUNT}",
        f"{_BEFORE}(?P<verb>[RNzkj])e?{_AFTER}0(?:{_BARE})?{_HALT}",
    ),
}
_VERB_OR_OBJECT = re.compile("[RNzkj].*0|[ap].*0")
_CARRIED = (
    f"{_OVER}{_ITEMS}[rh]*c(?P<year>[xy])>?[jkz]?e?{_ITEMS}{_AFTER}{_COUNT}",
    f"{_OVER}{_ITEMS}(?P<year>x)ce?{_ITEMS}{_AFTER}{_COUNT}",
    f"{_OVER}0{_ITEMS}[rhq]*c(?P<year>[xy])>?[jkz]?",
)
_BROUGHT = (
    f"{_OVER}(?P<year>[by])c[t]?>?[jk]?e?{_ITEMS}{_AFTER}{_COUNT}",
    f"{_OVER}0{_ITEMS}=(?P<year>[by])c>?[jk]?e?{_ITEMS}{_END}",
)
_CASES = (
    f"{_CAUSE}(?P<name>[vu])[ase]*{_AFTER}{_COUNT}",
    f"{_CAUSE}0[qgipadekos]*(?P<name>[vu])[as]*{_HALT}",
    f"{_CAUSE}(?P<name>{_EITHER})[ase]*[+#=h]*(?P<each>各)?{_COUNT}",
)
# "没有依申请公开的信息" may be of what was disclosed; "未收到依申请公开的信息" is not.
_NO_APPLICATIONS = (
    f"{_BEFORE}(?:[!~]R[mMe]*{_OBJECT}|~[mMe]*{_OBJECT}(?<=[as]))(?:e?o)*(?=[$]|[,&][^?]*[$])",
    f"{_BEFORE}{_OBJECT}(?<=[as])#?[=h]*O(?=[$])",
)
_NO_CASES = (
    rf"{_BEFORE}(?:!(?=[qR])|~)[qgipadeoksRmj,&=vu]*[vu][asoe,&q]*(?=\$)",
    rf"{_CAUSE}[vu](?:[as]*[,&][qgip]*[vu])?[as#]*[=h]*O(?=\$)",
)


@cache
def _compiled(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """Compiled at first use."""
    return tuple(re.compile(pattern) for pattern in patterns)


def said_of_count(left: str, right: str) -> Said | None:
    """What a clause says of its count, by what stands before and behind it.

    >>> said = said_of_count("2023年我局共收到政府信息公开申请", "，均已答复")
    >>> said.kinds, said.named
    (('received',), True)
    >>> said_of_count("通过网络收到政府信息公开申请", "，均已答复") is None
    True
    """
    before = spelled(left)
    if before.letters.endswith(UNKNOWN) or len(before.words) > _MOST_WORDS:
        return None
    before = Spelled(before.letters[:-1], before.words)
    behind = spelled(right)
    letters = f"{before.letters}0{behind.letters}"
    if "v" in letters or "u" in letters:
        return _of_cases(letters, before)
    if "c" in letters:
        return _of_carrying(letters, before, behind)
    return _of_applications(letters, before)


def _of_applications(letters: str, left: Spelled) -> Said | None:
    if not _VERB_OR_OBJECT.search(letters):
        return None
    for named, patterns in _APPLICATIONS.items():
        for pattern in _compiled(patterns):
            found = pattern.match(letters)
            if found:
                return Said((_VERBS.get(found["verb"], "received"),), named, left)
    return None


def _of_cases(letters: str, left: Spelled) -> Said | None:
    for pattern in _compiled(_CASES):
        found = pattern.match(letters)
        if found:
            kinds = tuple(kind for letter, kind in _DISPUTES.items() if letter in found["name"])
            together = len(kinds) > 1 and not found["each"]
            return Said(kinds, named=False, left=left, together=together)
    return None


def _of_carrying(letters: str, left: Spelled, behind: Spelled) -> Said | None:
    kinds: tuple[tuple[Kind, tuple[str, ...]], ...] = (("carried", _CARRIED), ("brought", _BROUGHT))
    words = (*left.words, "", *behind.words)
    for kind, patterns in kinds:
        for pattern in _compiled(patterns):
            found = pattern.match(letters)
            if found:
                word = words[found.start("year")]
                year = int(word[:4]) if word[:4].isdecimal() else None
                length = sum(len(each) for each in words[len(left.words) + 1 : found.end()])
                return Said((kind,), named=False, left=left, year=year, length=length)
    return None


def said_of_none(clause: str) -> Said | None:
    """What a clause says there was none of.

    >>> said_of_none("全年未发生因政府信息公开引起的行政复议、行政诉讼").kinds
    ('reconsidered', 'litigated')
    >>> said_of_none("未发生行政复议被纠正的情况") is None
    True
    """
    left = spelled(clause)
    letters = left.letters
    if len(letters) > _MOST_WORDS or not ("!" in letters or "~" in letters or "O" in letters):
        return None
    kinds: tuple[Kind, ...] = tuple(kind for letter, kind in _DISPUTES.items() if letter in letters)
    patterns = _NO_CASES if kinds else _NO_APPLICATIONS
    if any(pattern.match(letters) for pattern in _compiled(patterns)):
        return Said(kinds or ("received",), named=True, left=left)
    return None
