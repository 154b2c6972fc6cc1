"""The one detector: everything in a text that does not belong there."""

import re
from collections.abc import Callable, Iterator

from disclosure_report.checks.pollution.advertising import advertising
from disclosure_report.checks.pollution.characters import invisible, private_use, readings
from disclosure_report.checks.pollution.furniture import furniture, may_be_furniture
from disclosure_report.checks.pollution.mojibake import mojibake
from disclosure_report.checks.pollution.rules import Piece
from disclosure_report.checks.pollution.templates import placeholders


# Where two overlap, the earlier says more.
_KINDS: tuple[Callable[[str], Iterator[Piece]], ...] = (
    mojibake,
    advertising,
    furniture,
    placeholders,
    readings,
    invisible,
    private_use,
)
# Clean prose is of the characters of GB 2312, and has none of these: Latin letters and the marks of programs,
# letters with tones, and characters that are rare in reports and stand in advertisements and notes.
_RARE = re.compile(
    r"[A-Za-z@{}$<>&_|×Ｘ＿\[【\xa1-\u02af€\ufffd赌博彩娱棋葡尼濠赢鱼雷湾虎妻裸淫欧皇澳投球码锟此填享]"
)
_PHRASES = ("待补", "体育")


def pieces(text: str) -> tuple[Piece, ...]:
    """The pieces of a text that do not belong there, in their order; none overlaps another.

    >>> text = "共發(fā)布405件，XX镇{{ name }}"
    >>> [(piece.rule.code, text[piece.start : piece.end]) for piece in pieces(text)]
    [('X103', '(fā)'), ('X104', 'XX'), ('X104', '{{ name }}')]
    """
    return tuple(sorted(_found(text), key=lambda piece: piece.start)) if _is_suspect(text) else ()


def _is_suspect(text: str) -> bool:
    """Whether it is worth to look closer; most texts are told clean by three runs over their characters."""
    if _RARE.search(text) or may_be_furniture(text) or any(phrase in text for phrase in _PHRASES):
        return True
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        return True
    return False


def _found(text: str) -> Iterator[Piece]:
    taken = bytearray(len(text))
    for kind in _KINDS:
        for piece in kind(text):
            if taken.find(1, piece.start, piece.end) < 0:
                taken[piece.start : piece.end] = b"\1" * (piece.end - piece.start)
                yield piece
