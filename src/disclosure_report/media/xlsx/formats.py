"""What the style of a cell does to its number: its format may show something else, or strike it."""

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import Any

from attrs import field, frozen

from disclosure_report.media.looks import struck


_SECTION = re.compile(r"((?:\"[^\"]*\"|\\.|[^;])*)(?:;|\Z)")
_QUOTED = re.compile(r"\"([^\"]*)\"|\\(.)")
_UNSAID = re.compile(r"\[[^\]]*\]|_.|\*.")  # colours, conditions, room and filling: no words
_SCALED = re.compile(r"%|[0#?],+(?:[^0#?,]|$)")  # percent, and thousands left out
_PLACES = re.compile(r"(?:General|[0#?@])(?:General|E[+-]|[0#?@.,/ ])*", re.IGNORECASE)
_SIGNS = frozenset(" +-()¥￥$€")  # beside a number they say nothing new
_OFF = frozenset({"0", "false"})


@frozen
class Looks:
    """The styles of a workbook by number: *formats* that do not show a number alone, *struck* letters."""

    formats: dict[int, str] = field(factory=dict)
    struck: frozenset[int] = frozenset()

    def dressed(self, text: str, style: str) -> str:
        """A text in a style's letters."""
        return struck(text) if style.isdecimal() and int(style[:9]) in self.struck else text

    def code(self, style: str) -> str | None:
        """The format of a style that does not show the number alone."""
        return self.formats.get(int(style[:9])) if style.isdecimal() else None


def looks_of(
    codes: dict[int, str], styles: Iterable[tuple[str, str]], fonts: Iterable[Any], is_date: Any
) -> Looks:
    """The looks of *styles*, each the numbers of its format and font; *is_date* tells formats of dates."""
    lines = [number for number, font in enumerate(fonts) if _is_struck(font)]
    formats: dict[int, str] = {}
    crossed: set[int] = set()
    for number, (code_number, font) in enumerate(styles):
        code = codes.get(int(code_number[:9]), "General") if code_number.isdecimal() else "General"
        if is_date(code) or any(shown("1", sign, code) != "1" for sign in (1, 0, -1)):
            formats[number] = code
        if font.isdecimal() and int(font[:9]) in lines:
            crossed.add(number)
    return Looks(formats, frozenset(crossed))


def _is_struck(font: Any) -> bool:
    return any(str(each.tag).rpartition("}")[2] == "strike" and each.get("val") not in _OFF for each in font)


def sign_of(number: str) -> int:
    """Whether a number is above, at or below zero."""
    try:
        value = Decimal(number)
    except InvalidOperation:
        return 1
    return (value > 0) - (value < 0)


def shown(number: str, sign: int, code: str) -> str:
    """A number as its format shows it beside words; with the format in brackets where it shows another.

    >>> shown("12", 1, '#,##0_ ;[Red]-#,##0'), shown("12", 1, '0"件"'), shown("12", 1, '"约"0')
    ('12', '12件', '约12')
    >>> shown("12", 1, ";;;"), shown("12", 1, '0"0"'), shown("0", 0, "0;-0;;@")
    ('12 [;;;]', '12 [0"0"]', '0 [0;-0;;@]')
    """
    sections = [found[1] for found in _SECTION.finditer(code) if found[0]]
    which = {1: 0, -1: 1, 0: 2}[sign]
    section = sections[which if which < len(sections) else 0] if sections else ""
    plain = _UNSAID.sub("", _QUOTED.sub("", section))
    places = _PLACES.search(plain)
    if places is None or _SCALED.search(plain):
        return f"{number} [{code}]"
    words = _UNSAID.sub("", _QUOTED.sub(lambda found: found[1] or found[2] or "", section))
    before, _, behind = words.partition(places[0])
    before, behind = (part.strip("".join(_SIGNS)) for part in (before, behind))
    if any(each.isdigit() for each in before + behind):
        return f"{number} [{code}]"
    return f"{before}{number}{behind}"
