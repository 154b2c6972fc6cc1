"""Injected advertising, told by how its words stand together.

A site that was broken into has a brand where an organ's name should be:
区政府金沙湾888娱乐城-【官方注册】@的部署. The text is cut into the words of such brands and lures. Those that
stand side by side make a run, and a run is an advertisement where it has what one of the shapes asks for.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from disclosure_report.checks.pollution import words
from disclosure_report.checks.pollution.rules import ADVERTISING, Piece
from disclosure_report.checks.pollution.tokens import (
    Token,
    has_foreign_latin,
    one_of,
    side_by_side,
    tokens,
    without_commas,
)


# What a run has where it is an advertisement; each of the shapes is enough.
_SHAPES: tuple[dict[str, int], ...] = (
    {"bait": 1},
    {"sure": 1},
    *({"name": 1, kind: 1} for kind in ("lower", "upper", "coined", "number", "domain", "bracket")),
    *({"name": 1, kind: 1} for kind in ("game", "strong", "lure", "field")),
    *({"strong": 1, kind: 1} for kind in ("lower", "upper", "coined", "number", "domain", "bracket")),
    *({"strong": 1, kind: 1} for kind in ("lure", "web")),
    {"strong": 1, "game": 1, "sign": 1},
    {"strong": 2, "comma": 1},
    *({"coined": 1, kind: 1} for kind in ("game", "lure", "bracket", "at")),
    *({"lower": 1, kind: 1} for kind in ("game", "bracket", "at")),
    {"lower": 1, "lure": 1, "field": 1},
    {"lower": 1, "lure": 3},
    {"upper": 1, "bracket": 1},
    {"upper": 1, "game": 2},
    {"upper": 1, "game": 1, "lure": 1},
    {"upper": 1, "lure": 3},
    {"number": 1, "game": 2},
    *({"number": 1, "game": 1, kind: 1} for kind in ("lure", "web", "field", "bracket", "at")),
    *({"domain": 1, kind: 1} for kind in ("game", "bracket", "at")),
    {"domain": 1, "lure": 2},
    {"game": 1, "sign": 1, "bracket": 1},
    {"game": 2, "lure": 2},
    {"indecent": 2},
    {"indecent": 1, "lure": 1},
    {"indecent": 1, "watched": 2},
    {"indecent": 1, "sign": 1, "watched": 1},
)
_LONGEST = 100_000  # characters; no paragraph has more, and a huge one is not to take seconds
_MOST = max(least for shape in _SHAPES for least in shape.values())
_MONEY = frozenset(("sure", "name", "strong", "indecent", "game"))
_ONLY_THERE = _MONEY - {"game"}
_FOREIGN = frozenset(("lower", "upper", "coined", "domain"))
# These open a run; what stands before them, 登录 or 网上, may be the document's.
_OPENS = _MONEY | _FOREIGN | {"bait", "number"}
# These end one, unless it is none without what follows: 网站 or 平台 may be the document's.
_ENDS = _OPENS | {"lure", "bracket", "at", "watched"}

_AGAINST = re.compile(one_of(words.AGAINST))
_FOREIGN_SIGN = re.compile("[A-Za-z0-9@]")
_BEFORE, _BEHIND = 30, 20  # characters of a sentence in which somebody may speak against it
_HOT = 2  # so many words of money make a list
_ORGAN = re.compile(one_of(words.ORGAN))
# What stands behind the words that were written over, by the kind of what was written there.
_PLACE = re.compile(one_of([*words.ORGAN, "县", "镇", "乡", "街道"]))
_REQUESTS = re.compile("申请(?:情况|工作|公开|数量|办理|指南|处理|[，。、；]|$)|(?:政府)?信息公开")
_HAN = re.compile("[\u3400-\u9fff]*")
_LONGEST_NAME = 5  # characters of a brand, where it opens the text
_SET_APART = tuple("“‘\"'《（(【[ \u3000\xa0./@-")  # behind one of these it is named, not glued
_INSTEAD = {**dict.fromkeys(_FOREIGN, _ORGAN), "domain": _PLACE, "strong": _REQUESTS}
_LETTERS = 3  # fewer are an abbreviation


@cache
def _cue() -> re.Pattern[str]:
    return re.compile(one_of(words.CUES))


def advertising(text: str) -> Iterator[Piece]:
    """Each advertisement in the text.

    >>> text = "区政府金沙湾888娱乐城-【官方注册】@的部署"
    >>> [text[piece.start : piece.end] for piece in advertising(text)]
    ['888娱乐城-【官方注册】@']
    >>> list(advertising("可登录APP或点击【下载Word】，拨打12345热线。"))
    []
    """
    if not (_cue().search(text) or has_foreign_latin(text)):
        return
    found = tokens(text[:_LONGEST])
    spans = [(0, len(text))] if _is_list_of_lures(text, found) else _spans(text, found)
    for start, end in spans:
        if not _is_spoken_against(text, start, end):
            yield Piece(ADVERTISING, start, end)


def _is_spoken_against(text: str, start: int, end: int) -> bool:
    """Whether the sentence warns of such things, where the words are Chinese also in what it names."""
    before = (max(start - _BEFORE, 0), start)
    behind = (end, end + _BEHIND)
    spoken = [before, behind] if _FOREIGN_SIGN.search(text, start, end) else [(before[0], behind[1])]
    return any(_AGAINST.search(text, *each) for each in spoken)


def _spans(text: str, found: Sequence[Token]) -> Iterator[tuple[int, int]]:
    for run in side_by_side(found):
        is_list = sum(token.kind in _ONLY_THERE for token in run) >= _HOT
        for part in [run] if is_list else without_commas(run):
            yield from _spans_of(text, part)


def _spans_of(text: str, run: list[Token]) -> Iterator[tuple[int, int]]:
    """What of a run is an advertisement, without what may be the document's around it."""
    opened = _opened(run)
    closed = _closed(opened)
    choices = (closed, opened) if len(closed) < len(opened) else (closed,)
    kept = next((each for each in choices if each and _is_advertisement(each)), None)
    if kept:
        yield _opening_of(text, kept), kept[-1].end
        return
    for token in run:
        if _is_instead_of_an_organ(text, token):
            yield token.start, token.end


def _opened(run: list[Token]) -> list[Token]:
    """From the first word that only an advertisement has; the dash before a bait belongs to it."""
    first = next((n for n, token in enumerate(run) if token.kind in _OPENS), len(run))
    if [token.kind for token in run[max(first - 1, 0) : first + 1]] == ["sign", "bait"]:
        first -= 1
    return run[first:]


def _closed(run: list[Token]) -> list[Token]:
    last = next((n for n in range(len(run), 0, -1) if run[n - 1].kind in _ENDS), 0)
    return run[:last]


def _is_advertisement(run: list[Token]) -> bool:
    kinds = [token.kind for token in run]
    return _has_shape(frozenset((kind, min(kinds.count(kind), _MOST)) for kind in set(kinds)))


@lru_cache(maxsize=4096)
def _has_shape(counts: frozenset[tuple[str, int]]) -> bool:
    found = dict(counts)
    return any(all(found.get(kind, 0) >= least for kind, least in shape.items()) for shape in _SHAPES)


def _opening_of(text: str, run: list[Token]) -> int:
    """Where the run begins: a short name that opens the text is the brand, if nothing else can be meant."""
    start = run[0].start
    is_glued = run[-1].end == len(text) or run[0].kind == "sign"
    return 0 if is_glued and start <= _LONGEST_NAME and _HAN.fullmatch(text, 0, start) else start


def _is_instead_of_an_organ(text: str, token: Token) -> bool:
    """A word that is glued to an organ's own: 青溪县VEXO人民政府, qx88.net县信息公开, 做好老虎机申请工作."""
    behind = _INSTEAD.get(token.kind)
    return (
        behind is not None
        and token.end - token.start >= _LETTERS
        and bool(behind.match(text, token.end))
        and text[token.start - 1 : token.start] not in _SET_APART
    )


# A line of keywords: most of it and of its pieces between separators are lures, and not only everyday words.
_PIECE = re.compile(r"[^_|｜,，、;；\s—-]+")
_LONGEST_LIST, _PIECES = 300, 3
_BETWEEN = frozenset(("sign", "comma"))
_EVERYDAY = frozenset(("game", "web", "field", "watched"))
_LURES = _MONEY | _EVERYDAY | {"lure", "lower", "coined", "number", "domain"}


def _is_list_of_lures(text: str, found: Sequence[Token]) -> bool:
    if len(text) > _LONGEST_LIST or "。" in text:
        return False
    kinds = [
        {token.kind for token in found if piece.start() <= token.start < piece.end()} & _LURES
        for piece in _PIECE.finditer(text)
    ]
    hot = sum(bool(each & _MONEY) for each in kinds)
    most = sum(map(bool, kinds)) * 3 >= len(kinds) * 2
    lures = sum(token.end - token.start for token in found if token.kind not in _BETWEEN)
    is_list = len(kinds) >= _PIECES and hot >= _HOT and most and lures * 2 >= len(text)
    return is_list and any(each - _EVERYDAY for each in kinds)
