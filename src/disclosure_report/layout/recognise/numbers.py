"""Numbers match a whole grammar or are not numbers: "1,234件" is not 234, and "12/3" is not 12."""

import re
from collections.abc import Callable
from decimal import Decimal

from attrs import frozen

from disclosure_report.blocks import Kind, Value
from disclosure_report.checks.pollution.characters import UNSEEN
from disclosure_report.layout.recognise.folding import SIMPLER, unread
from disclosure_report.model.values import DIGITS, PROBLEM


_WHOLE = r"(?:\d{1,3}(?:,\d{3})+|\d+)"
GRAMMAR: dict[Kind, tuple[re.Pattern[str], Callable[[str], int | Decimal]]] = {
    "count": (re.compile(_WHOLE, re.ASCII), int),
    "signed": (re.compile(rf"[+-]?{_WHOLE}", re.ASCII), int),
    "amount": (re.compile(rf"[+-]?{_WHOLE}(?:\.\d+)?", re.ASCII), Decimal),
}
KIND_WORDS: dict[Kind, str] = {"count": "非负整数", "signed": "整数", "amount": "金额"}

# Marks that stand for "nothing here". A blank is not zero, and neither is a mark.
# A word stands for a blank inside a cell only: as a line of its own it may be prose.
WORDS_FOR_NOTHING = frozenset({"无"})
BLANK_MARKS = frozenset({"/", "-", "—", "——", "\\"}) | WORDS_FOR_NOTHING
_UNITS = {
    "元": Decimal(1),
    "千元": Decimal(1000),
    "万元": Decimal(10_000),
    "百万元": Decimal(1_000_000),
    "亿元": Decimal(100_000_000),
}
COUNTERS = frozenset("件宗份起条项个")
_MONEY = "|".join(_UNITS)
_UNIT = rf"(?:[{''.join(sorted(COUNTERS))}]|{_MONEY})"
# A doubtful value: a number with a unit, a note or strange signs. "3.危及" and "2021年12月" are none.
_DOUBTFUL = re.compile(rf"[+\-]*\d[\d,./]*(?:\s*{_UNIT}?\s*(?:[（(].*)?)", re.ASCII | re.DOTALL)
_MEASURED = re.compile(
    rf"(?P<number>[+-]?{_WHOLE}(?:\.\d+)?)\s*(?:(?P<unit>{_UNIT})|[（(](?P<in_note>{_MONEY})[）)])?"
    r"\s*(?P<note>[（(][^（()）]*[）)])?",
    re.ASCII,
)
_SAID_UNIT = re.compile(rf"(?<=[（(：:位])\s*(?:人民币)?({_MONEY})(?=\s*[，,；;）)])")
# Brackets that say a unit of money, known or not.
_SAYS_MONEY = re.compile(r"[（(][^（()）]*(?:[元角分￥¥币]|单位)[^（()）]*[）)]")
UNKNOWN_UNIT = "?"
_LONGEST_HEAD = 120
_PAGE = re.compile(r"\s*[-—–－]\s*\d{1,3}\s*[-—–－]\s*", re.ASCII)
_OPENS_LABEL = re.compile(r"\d{1,2}[.、](?!\d)", re.ASCII)
_LONGEST_VALUE, _LONGEST_LINE = 80, 10_000


# Full-width forms and signs of minus alone: a wider folding would make 12 of "1²" and 1 of "①".
_MINUS = dict.fromkeys(map(ord, "−–"), "-")
_DIGITS_WIDTH: dict[int, str | None] = (
    {ord(each): chr(ord(each) - 0xFEE0) for each in "０１２３４５６７８９＋－，．"}
    | _MINUS
    | dict.fromkeys(map(ord, UNSEEN))
)
_WIDTH = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | _DIGITS_WIDTH


def unspaced(text: str) -> str:
    """The text with full-width forms folded, without unseen characters and outer white space.

    >>> unspaced(" －１２\u200b")
    '-12'
    """
    return (text if text.isascii() else text.translate(_WIDTH)).strip()


def is_blank_mark(text: str) -> bool:
    """Whether the text stands for a blank.

    >>> is_blank_mark(" — "), is_blank_mark("0")
    (True, False)
    """
    plain = unspaced(text)
    return not plain or plain in BLANK_MARKS


def is_value_like(text: str) -> bool:
    """Whether the text may stand where a value belongs: a number, a doubtful number, or a blank mark.

    >>> is_value_like("12/3"), is_value_like("22（其中修订16件）"), is_value_like("/")
    (True, True, True)
    >>> is_value_like("3.其他"), is_value_like("2021年12月"), is_value_like("无")
    (False, False, False)
    """
    if text.isdecimal() and text.isascii() and len(text) <= DIGITS:
        return True  # most values are
    plain = unspaced(text) if len(text) < _LONGEST_LINE else text
    if len(plain) > _LONGEST_VALUE:
        return False
    if is_blank_mark(plain):
        return plain not in WORDS_FOR_NOTHING
    return bool(_DOUBTFUL.fullmatch(plain)) and not _OPENS_LABEL.match(plain)


def is_page_number(text: str) -> bool:
    """Whether a line is the number of a page.

    >>> is_page_number("- 3 -"), is_page_number("-3"), is_page_number("3")
    (True, False, False)
    """
    return len(text) < _LONGEST_VALUE and bool(_PAGE.fullmatch(text))


def unit_of(head: str) -> str:
    """The unit of money that a head says in brackets, where it says one; a question mark for an unknown one.

    >>> unit_of("采购总金额（单位：万元）"), unit_of("采购总金额(元)"), unit_of("采购总金额")
    ('万元', '元', '')
    >>> unit_of("本年收费金额（单位：美元）"), unit_of("采购总金额（万元、元）")
    ('?', '?')
    """
    if len(head) > _LONGEST_HEAD:
        return ""
    head = unread(head).translate(SIMPLER)
    found = set(_SAID_UNIT.findall(head))
    return str(found.pop()) if len(found) == 1 else UNKNOWN_UNIT if _SAYS_MONEY.search(head) else ""


@frozen
class Measured:
    """A number with what stands behind it: a unit that was *converted*, a *note* in brackets."""

    value: int | Decimal
    converted: str = ""
    note: str = ""


def measured(text: str, kind: Kind, unit: str, head: str = "") -> Measured | None:
    """The number that a text says in *unit*, with its own unit or a note in brackets behind it; or None.

    *head* is the unit of a number that says none.

    >>> measured("22（其中修订16件）", "count", "件")
    Measured(value=22, converted='', note='（其中修订16件）')
    >>> measured("160.5964万元", "amount", "元").value
    Decimal('1605964')
    >>> measured("3元", "count", "件"), measured("12/3", "count", "件")
    (None, None)
    """
    plain = text.translate(_DIGITS_WIDTH).strip()
    found = _MEASURED.fullmatch(plain) if len(plain) <= _LONGEST_VALUE else None
    if found is None:
        return None
    value, said = number(found["number"], kind), found["unit"] or found["in_note"] or head
    if value is None or said == UNKNOWN_UNIT or (said in COUNTERS if kind == "amount" else said in _UNITS):
        return None
    if said in {"", unit} or said in COUNTERS:
        return Measured(value, note=found["note"] or "")
    exact = _short(Decimal(value) * _UNITS[said] / _UNITS[unit])
    return None if PROBLEM[kind](exact) else Measured(exact, said, found["note"] or "")


def _short(amount: Decimal) -> Decimal:
    """The amount without the zeros that a conversion leaves at its end: they are no digits of the page's."""
    return Decimal(int(amount)) if amount == amount.to_integral_value() else amount.normalize()


def number(text: str, kind: Kind) -> Value:
    """The number that the whole text is, or None.

    >>> number(" １,234 ", "count"), number("12/3", "count"), number("+22", "signed")
    (1234, None, 22)
    >>> number("①", "count"), number("1²", "count")
    (None, None)
    >>> number("59237.2449", "amount"), number("--253", "signed")
    (Decimal('59237.2449'), None)
    """
    if len(text) <= DIGITS and text.isascii() and text.isdecimal():
        return Decimal(text) if kind == "amount" else int(text)  # most are, and need no grammar
    grammar, make = GRAMMAR[kind]
    plain = unspaced(text)
    if len(plain) > 32 or not grammar.fullmatch(plain):  # noqa: PLR2004  longer than any number that a cell holds
        return None
    value = make(plain.replace(",", ""))
    return None if PROBLEM[kind](value) else value
