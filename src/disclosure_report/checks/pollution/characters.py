"""Characters that nobody sees, those for private use, and readings in brackets behind a character."""

import re
from collections.abc import Iterator

from disclosure_report.checks.pollution.rules import INVISIBLE, PINYIN, PRIVATE_USE, Piece


# Zero-width blanks and marks, and a hyphen that breaks words: inside a number they are no part of it.
UNSEEN = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\xad"
_MORE = (
    "\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u2028\u2029"
    "\u202a-\u202e\u2061-\u206f\u3164\ufe00-\ufe0d\uffa0\ufff9-\ufffb\U000e0000-\U000e01ef"
)
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]+")
# Signs and pictures choose a look by a selector and are joined by U+200D: there both belong to the text.
_SIGN = "\u2190-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
_INVISIBLE = re.compile(
    f"(?:(?<![{_SIGN}0-9#*])[\ufe0e\ufe0f]|(?<![{_SIGN}\ufe0f])\u200d"
    f"|[{UNSEEN.replace(chr(0x200D), '')}{_MORE}])+"
)

# Mirrors of a page are often converted to traditional characters, some with the reading of a character in
# brackets behind it: 制發(fā)件數(shù).
_TONES = "āáǎàēéěèêīíǐìōóǒòūúǔùǖǘǚǜ"
READING = re.compile(r"(?<=[\u3400-\u9fff])[(（][a-zà-ÿ\u0101-\u01dc\u0251\u0261]{1,6}[)）]")
# Others have a reading behind each character, without tones: 文(wen)章(zhang). In many brackets no word fits.
_INITIAL = "[zcs]h|[bpmfdtnlgkhjqxrzcsyw]"
_FINAL = (
    "iang|iong|uang|[iu]?ang?|[iu]?eng?|[aeou]i|[ao]u|ong|iao?|uai?|uo|ia|i[eu]|ing?|u[en]|ao|er|[aeiouüv]"
)
_TONELESS = re.compile(rf"(?<=[\u3400-\u9fff])(?:[(（](?:{_INITIAL})?(?:{_FINAL})[)）])+")
_TONE = re.compile(f"[{_TONES}]")
_BRACKETS = re.compile("[(（][a-z\xe0-\u01dc]")
_MANY = 3  # so many readings in one text were not written by a person


def invisible(text: str) -> Iterator[Piece]:
    """Runs of characters that nobody sees; ordinary blanks are none."""
    for found in _INVISIBLE.finditer(text):
        yield Piece(INVISIBLE, *found.span())


def private_use(text: str) -> Iterator[Piece]:
    """Runs of characters for private use: what they show depends on the computer."""
    for found in _PRIVATE.finditer(text):
        yield Piece(PRIVATE_USE, *found.span())


def readings(text: str) -> Iterator[Piece]:
    """Readings in brackets that a conversion left behind.

    A person writes the reading of a rare character, too: 鲊（zhǎ）埠. So one counts behind a traditional
    character, there with its narrow brackets or with another, and each where a text has many.

    >>> [piece.start for piece in readings("制發(fā)件數(shù)")]
    [2, 8]
    """
    if not _BRACKETS.search(text):
        return
    found = [each for each in READING.finditer(text) if _TONE.search(each[0])]
    behind = {each for each in found if _is_traditional(text[each.start() - 1])}
    for each in found:
        if len(found) >= _MANY or (each in behind and (each[0][0] == "(" or len(behind) > 1)):
            yield Piece(PINYIN, *each.span())
    toneless = list(_TONELESS.finditer(text))
    if len(toneless) >= _MANY:
        yield from (Piece(PINYIN, *each.span()) for each in toneless)


def _is_traditional(character: str) -> bool:
    """Whether the character is in Big5 and not in GB 2312; some rare ones are, too."""
    return not _has("gb2312", character) and _has("big5", character)


def _has(encoding: str, character: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
