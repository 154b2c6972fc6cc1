"""Whether a line is the heading of a part, and how sure that is.

The words decide, not the number alone: "二、" inside part one is not part two.
"""

import re
from difflib import SequenceMatcher
from functools import cache
from typing import NamedTuple

from disclosure_report.kept import kept
from disclosure_report.layout.recognise.folding import fold
from disclosure_report.model.parts import PARTS, Part


LONGEST_HEADING = 60
# How sure a heading is: number and words; the words with another number or none; the number, and words that
# differ from known ones at one place or little on the whole.
EXACT, WORDS, CLOSE = 3, 2, 1
_NUMBERED = re.compile(
    r"(?P<numeral>[一二三四五六七八九](?![一二三四五六七八九十])|[1-9](?!\d))(?P<words>.+)", re.DOTALL
)
_ORDINAL = re.compile(r"^第([一二三四五六])部分")
_BRACKETED = re.compile(r"\s*[（(]")
NUMERALS = frozenset(part.numeral for part in PARTS)
_ENDS = re.compile(r"[\s:：。]+")  # what may stand between a heading and its text
_PAGE = re.compile(r"[\W\d_]*")  # the number of a page, behind a heading in a table of contents
_FIRST = re.compile(r"一\s*[、.．][^，。；,;]{0,30}")
_CLOSE_SHARE = 0.6  # of the official words, so much stands before and behind the place that differs
_LONGEST_INSERTION = 16
_ALIKE = 0.8


class Match(NamedTuple):
    """The part whose heading a line is, and how sure that is."""

    part: Part
    likeness: int


@cache
def wordings() -> dict[str, Part]:
    """The known words of headings, folded, without their numbers."""
    return {fold(words): part for part in PARTS for words in (*part.headings.values(), *part.also)}


def heading_of(text: str, *, closely: bool = True) -> Match | None:
    """The part whose heading this line is, or None; *closely* in words that are only like known ones, too.

    >>> heading_of("二、主动公开政府信息情况 ").part.name
    'proactive_disclosure'
    >>> heading_of("三、收到和处理老虎机申请情况").likeness == CLOSE
    True
    >>> heading_of("十五、存在的主要问题及改进情况") is heading_of("二、主动公开") is None
    True
    """
    if len(text) > LONGEST_HEADING:
        return None
    found = _known(text)
    return (_close(text) if closely else None) if found is None else found


def split_heading(text: str) -> tuple[str, str]:
    """A line as heading and the text that runs on behind it, where the heading is a known one.

    >>> split_heading("六、其他需要报告的事项：无。")
    ('六、其他需要报告的事项', '无。')
    >>> split_heading("全年公开信息：126条。"), split_heading("一、总体情况 1")
    (('全年公开信息：126条。', ''), ('一、总体情况 1', ''))
    """
    for end in _ENDS.finditer(text[:LONGEST_HEADING]) if is_numbered(text) else ():
        known = heading_of(text[: end.start()], closely=False)
        if known and known.likeness == EXACT:
            rest = text[end.end() :].strip()
            return (text, "") if _PAGE.fullmatch(rest) else (text[: end.start()], rest)
    return text, ""


def is_numbered(text: str) -> bool:
    """Whether a line opens with the number of a part."""
    return text.lstrip("# \u3000\xa0")[:1] in NUMERALS


def _folded(text: str) -> str:
    return _ORDINAL.sub(r"\1", fold(text))


@kept()
def _known(text: str) -> Match | None:
    """A heading in known words."""
    folded = _folded(text)
    part = wordings().get(folded)
    if part is not None:
        return Match(part, WORDS)
    found = _NUMBERED.fullmatch(folded)
    if found is None:
        return None
    part = wordings().get(found["words"])
    if part is None:
        return None
    exact = found["numeral"] == part.numeral and not _BRACKETED.match(text)
    return Match(part, EXACT if exact else WORDS)


@kept()
def _close(text: str) -> Match | None:
    """A heading with a part's number, in words like known ones."""
    found = _NUMBERED.fullmatch(_folded(text))
    if found is None:
        return None
    numeral, words = found["numeral"], found["words"]
    known = ((each, part) for each, part in wordings().items() if part.numeral == numeral)
    like = (part for each, part in known if _differs_at_one_place(words, each) or _is_alike(words, each))
    return next((Match(part, CLOSE) for part in like), None)


def _is_alike(words: str, official: str) -> bool:
    matcher = SequenceMatcher(None, words, official)
    return matcher.real_quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


def _differs_at_one_place(words: str, official: str) -> bool:
    """A misprint, or a word written over."""
    shorter = min(len(words), len(official))
    before = next((n for n in range(shorter) if words[n] != official[n]), shorter)
    behind = next((n for n in range(shorter - before) if words[-1 - n] != official[-1 - n]), shorter - before)
    kept = before + behind
    return kept >= _CLOSE_SHARE * len(official) and len(words) - kept <= _LONGEST_INSERTION


def is_first_line(text: str) -> bool:
    """Whether a line may be the heading of part one in words of its own: "一、" alone, or before few words.

    >>> is_first_line("一、"), is_first_line("一、全年工作"), is_first_line("一、我镇加强领导，效果良好。")
    (True, True, False)
    """
    return bool(_FIRST.fullmatch(text.strip()))
