"""A text cut into the words of advertisements: their kinds, and which of them stand side by side."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from heapq import merge
from itertools import groupby
from typing import NamedTuple

from disclosure_report.checks.pollution import words


class Token(NamedTuple):
    """A word of an advertisement, with its place in the text.

    A Latin word that offices use is of the kind "office". The others are "coined" where they have figures,
    else "upper" in capital letters alone, else "lower".
    """

    kind: str
    start: int
    end: int


def one_of(literals: Iterable[str]) -> str:
    """A pattern for one of the texts, the longest that fits.

    Each branch begins with a character of its own, so that the engine skips quickly what none begins with.
    """
    ordered = sorted(set(literals), key=lambda each: (each[0], -len(each)))
    branches = groupby(ordered, lambda each: each[0])
    return "|".join(
        re.escape(first) + f"(?:{'|'.join(re.escape(each[1:]) for each in rest)})" for first, rest in branches
    )


_KIND_OF = {word: kind for kind, listed in words.KINDS.items() for word in listed}

_ENDINGS = "com|net|cc|vip|top|xyz|app|bet|club|info|tv|win|site|online|org|co|cn|la|ph|io|fun|live|pro|asia"
_HOST = "A-Za-z0-9-"
_FRONT, _END = "(?<![A-Za-z0-9])", "(?![A-Za-z0-9])"
_FIGURES = r"(?!20\d\d|19\d\d)\d{2,6}"  # no year
# Addresses that a person wrote: with www or a scheme, of mail, of a public body.
_WRITTEN = r"(?:https?://|www\.)[A-Za-z0-9./?=&%#:~+_-]+"
_MAIL = rf"(?<![{_HOST}._+])[{_HOST}._+]{{1,60}}@[{_HOST}]{{1,60}}\.[{_HOST}.]{{2,60}}"
_PUBLIC = rf"(?<![{_HOST}.])(?:[{_HOST}]{{1,40}}\.){{1,4}}(?:gov|edu|org|mil)\.cn{_END}"
_OTHERS = {
    "address": f"{_WRITTEN}|{_MAIL}|{_PUBLIC}",
    "domain": rf"(?<![{_HOST}.@/])[{_HOST}]{{2,40}}\.(?:{_ENDINGS})(?![A-Za-z0-9./])",
    "bait": rf"(?:【[^【】\n]{{1,30}}】|\[[^\[\]\n]{{1,30}}\]|[(（][^()（）\n]{{1,30}}[)）])\s?@{_END}",
    "bracket": rf"【[^【】\n]{{0,20}}?(?:{one_of(words.BAIT)})[^【】\n]{{0,20}}】",
    "at": f"{_FRONT}@{_END}",
    "indecent": f"{_FRONT}(?:av|AV|xxx|porn|sex){_END}",
    "lure": f"(?<![A-Za-z])(?:APP|App|app){_END}",
    "coined": (
        rf"{_FRONT}(?:[A-Za-z]{{1,10}}\d{{2,6}}(?:{_END}|(?=(?:APP|App|app){_END}))|{_FIGURES}[A-Za-z]{{2,10}}{_END})"
    ),
    "latin": rf"{_FRONT}[A-Za-z]{{2,20}}\d?{_END}",
    "number": rf"(?<!\d){_FIGURES}(?={one_of([*words.GAME, *words.STRONG])})",
    "comma": r"[,，、;；]\s?",
    "sign": r"[-_—–|·/&~ \u3000☆★✅⭐]{1,3}",
}
_LATIN = re.compile("[A-Za-z0-9]*[A-Za-z]{2}[A-Za-z0-9]*")  # one letter with figures, G318, is a number
_STEM = re.compile("[A-Za-z]+")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """For Chinese words, and for all else; made when first needed, so that an import stays light."""
    begins = r"(?=[A-Za-z0-9@【\[(（,，、;；_—–|·/&~ \u3000☆★✅⭐-])"
    others = "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _OTHERS.items())
    return re.compile(one_of(_KIND_OF)), re.compile(f"{begins}(?:{others})")


def tokens(text: str) -> list[Token]:
    """Every word of an advertisement in the text; none overlaps another."""
    chinese, other = _patterns()
    han = (Token(_KIND_OF[found[0]], *found.span()) for found in chinese.finditer(text))
    others = (Token(_kind(found), *found.span()) for found in other.finditer(text))
    kept: list[Token] = []
    for token in merge(han, others, key=lambda each: each.start):
        if not kept or token.start >= kept[-1].end:
            kept.append(token)
    return kept


def has_foreign_latin(text: str) -> bool:
    """Whether a Latin word stands in the text that no office uses."""
    return any(map(_is_foreign, _LATIN.findall(text)))


def _is_foreign(word: str) -> bool:
    if word.isalpha():
        return word.upper() not in words.OFFICIAL
    return any(stem.upper() not in words.WITH_FIGURES for stem in _STEM.findall(word))


def _kind(found: re.Match[str]) -> str:
    kind = found.lastgroup or ""
    if kind not in ("latin", "coined"):
        return kind
    if not has_foreign_latin(found[0]):
        return "office"
    return kind if kind == "coined" else "upper" if found[0].isupper() else "lower"


def side_by_side(found: Sequence[Token]) -> Iterator[list[Token]]:
    """Runs of words without anything between them."""
    run: list[Token] = []
    for token in found:
        if run and token.start != run[-1].end:
            yield run
            run = []
        run.append(token)
    if run:
        yield run


def without_commas(run: list[Token]) -> Iterator[list[Token]]:
    """The parts of a run between commas."""
    for is_comma, part in groupby(run, lambda token: token.kind == "comma"):
        if not is_comma:
            yield list(part)
