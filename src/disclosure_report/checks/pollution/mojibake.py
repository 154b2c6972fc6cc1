"""Text whose bytes were read in the wrong encoding, with what it should say where no byte is lost.

UTF-8 read as GBK: 涓€銆佹€讳綋鎯呭喌 for 一、总体情况. Three bytes a character fall on two bytes a character,
so which character may follow which is a small grammar; clean text does not keep it.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from typing import NamedTuple

from disclosure_report.blocks import REPLACED
from disclosure_report.checks.pollution.rules import MOJIBAKE, Piece


_BOM = "\ufeff"
_CJK = re.compile(f"[\u2010-\u203f\u3000-\u303f\u3400-\u9fff\uff00-\uffef·{REPLACED}]*")
_OFTEN = "锟"  # of 锟斤拷, two U+FFFD read as GBK, whose characters are common
_REPLACED = re.compile(f"{REPLACED}+")


def mojibake(text: str) -> Iterator[Piece]:
    """Each run that was read in the wrong encoding, and each run of U+FFFD."""
    if _is_common(text) and _OFTEN not in text:
        return
    yield from _utf8_as_gbk(text)
    yield from _as_latin(text)
    for found in _REPLACED.finditer(text):
        yield Piece(MOJIBAKE, *found.span())


# UTF-8 read as GBK. Of three bytes in UTF-8 the first is of one range, the others of another.
_FIRST, _OTHERS = range(0xE2, 0xF0), range(0x80, 0xC0)
_LONE = "€"  # what GBK (code page 936) has for the byte 80, which opens no pair
_LONE_BYTE = b"\x80"
_LOST = f"?{REPLACED}"  # what stands for a byte that was cut off from its pair
_LONG = 6  # characters that keep the grammar


def _pairs(first: range, second: range) -> str:
    """The characters that GBK has for these pairs of bytes."""
    return bytes(byte for a in first if a != _OTHERS[0] for b in second for byte in (a, b)).decode("gb18030")


@cache
def _grammar() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """One unit, which begins and ends with a character of UTF-8 (or breaks off); and a run of them."""
    opening, middle, closing = _pairs(_FIRST, _OTHERS), _pairs(_OTHERS, _FIRST), _pairs(_OTHERS, _OTHERS)
    lone = f"[{_LONE}{_LOST}]"
    unit = f"[{opening}](?:[{middle}](?:{lone}[{middle}])*(?:[{closing}]|{lone}{lone}?)|{lone})"
    return re.compile(unit), re.compile(f"(?:{unit})+")


class _Run(NamedTuple):
    """Units side by side that all lost bytes, or all did not, and what they say."""

    start: int
    end: int
    said: str | None


def _utf8_as_gbk(text: str) -> Iterator[Piece]:
    """Nothing where no run is certain: two characters may keep the grammar by chance."""
    runs = list(_runs(text))
    if any(_is_certain(text[run.start : run.end], run.said) for run in runs):
        for run in runs:
            yield Piece(MOJIBAKE, run.start, run.end, run.said if REPLACED not in (run.said or "") else None)


def _runs(text: str) -> Iterator[_Run]:
    unit, several = _grammar()
    for run in several.finditer(text):
        for is_lost, units in groupby(
            unit.finditer(text, *run.span()), lambda each: _said_by(each[0]) is None
        ):
            first, *rest = units
            end = (rest or [first])[-1].end()
            said = None if is_lost else _said_by(text[first.start() : end])
            yield _Run(first.start(), end, said)


def _said_by(run: str) -> str | None:
    """What characters of GBK say, read as UTF-8; None where a byte is lost or it is no Chinese text."""
    lost = any(character in _LOST for character in run)
    return None if lost else _decoded(_bytes_of(run), "utf-8")


def _bytes_of(run: str) -> bytes:
    return b"".join(_LONE_BYTE if each == _LONE else each.encode("gb18030") for each in run)


def _is_certain(run: str, said: str | None) -> bool:
    """Whether a run is mojibake beyond doubt: by its lone byte, its length, or its common characters."""
    return said is not None and (_LONE in run or REPLACED in said or len(run) >= _LONG or _is_common(said))


def _is_common(text: str) -> bool:
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def _decoded(data: bytes, encoding: str) -> str | None:
    """What the bytes say, where that is Chinese text."""
    try:
        said = data.decode(encoding).replace(_BOM, "")
    except UnicodeDecodeError:
        return None
    return said if _CJK.fullmatch(said) else None


# Read as Latin-1 or code page 1252 each byte is a character: ä¸€ã€æ€»ä½“ (UTF-8), ÐÅÏ¢¹«¿ª (GBK).
_BY_1252 = {bytes([byte]).decode("cp1252", "ignore"): bytes([byte]) for byte in range(0x80, 0xA0)}
_NEXT = f"[\x80-\xbf{re.escape(''.join(_BY_1252))}]"
_THREE, _TWO = f"[\xe0-\xef]{_NEXT}{_NEXT}", f"[\xc2-\xdf]{_NEXT}"
_UTF8_AS_LATIN = re.compile(f"(?:{_THREE}|{_TWO})+")
_GBK_AS_LATIN = re.compile("(?:[\xa1-\xfe][\xa1-\xfe]){2,}")
_LETTERS = 2  # so many different ones; a row of one sign, ····, is not text


def _as_latin(text: str) -> Iterator[Piece]:
    """Of runs that overlap the longest comes first: a part of it may fit another encoding by chance."""
    found = list(_latin_runs(text))
    return iter(sorted(found, key=lambda piece: piece.start - piece.end))


def _latin_runs(text: str) -> Iterator[Piece]:
    for found in _UTF8_AS_LATIN.finditer(text):
        said = _decoded(b"".join(map(_latin_byte, found[0])), "utf-8")
        if said is not None:
            yield Piece(MOJIBAKE, *found.span(), said)
    for found in _GBK_AS_LATIN.finditer(text):
        said = _decoded(found[0].encode("latin-1"), "gbk")
        if said is not None and len(set(filter(str.isalpha, found[0]))) >= _LETTERS:
            yield Piece(MOJIBAKE, *found.span(), said)


def _latin_byte(character: str) -> bytes:
    return _BY_1252.get(character) or character.encode("latin-1")
