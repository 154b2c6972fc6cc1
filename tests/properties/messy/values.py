"""Mess in the values: marks for a blank, signs, separators, widths, units and notes."""

import re
from collections.abc import Callable
from decimal import Decimal

from .page import SPLIT, Cell, Dice, Page, shown


BLANK_MARKS = ("/", "-", "—", "——", "\\", "无", "\xa0", " \xa0 ", "\u3000", SPLIT, "／", "－")
AROUND = (" ", "  ", "\xa0", "\u3000", "\n")
MINUS = ("-", "−", "－", "–")
UNSEEN = ("", "\u200b", "\ufeff", "\xad", "\u200e")
COUNTERS = ("件", "项", "个", "宗", " 件")
NOTES = ("（其中修订16件）", "(含上年结转2件)", "（均为线上申请）")
TEN_THOUSAND = Decimal(10_000)
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_LONG = re.compile(r"(?<![\d.])\d{4,}")


def _numbers(page: Page) -> list[Cell]:
    return [cell for cell in page.values() if cell.words]


def _of_kind(page: Page, *kinds: str) -> list[Cell]:
    return [cell for cell in _numbers(page) if page.field_of(cell).kind in kinds]


def _each(cells: list[Cell], dice: Dice, change: Callable[[Cell], str]) -> None:
    for cell in dice.some(cells):
        cell.words = change(cell)


def blank_marks(page: Page, dice: Dice) -> None:
    """A mark, a blank or an empty paragraph where a cell is blank."""
    _each([cell for cell in page.values() if not cell.words], dice, lambda _: dice.one(BLANK_MARKS))


def plus_signs(page: Page, dice: Dice) -> None:
    """A sign before what is more than last year."""
    rising = [cell for cell in _of_kind(page, "signed") if not cell.words.startswith("-")]
    _each(rising, dice, lambda cell: "+" + cell.words)


def thousands(page: Page, dice: Dice) -> None:
    """Separators of thousands."""
    _each(
        _numbers(page), dice, lambda cell: _LONG.sub(lambda found: f"{int(found[0]):,}", cell.words, count=1)
    )


def counted(page: Page, dice: Dice) -> None:
    """What is counted, behind a count."""
    _each(_of_kind(page, "count", "signed"), dice, lambda cell: cell.words + dice.one(COUNTERS))


def money(page: Page, dice: Dice) -> None:
    """The unit behind an amount, the form's or the other."""
    for cell in dice.some(_of_kind(page, "amount")):
        value, unit = Decimal(cell.words), page.field_of(cell).unit
        other = value * TEN_THOUSAND if unit == "万元" else value / TEN_THOUSAND
        number, said = dice.one(((value, unit), (other, "元" if unit == "万元" else "万元")))
        cell.words = shown(number.normalize()) + said


def noted(page: Page, dice: Dice) -> None:
    """A note in brackets behind a number."""
    _each(_numbers(page), dice, lambda cell: cell.words + dice.one(NOTES))


def full_width(page: Page, dice: Dice) -> None:
    """Digits of full width."""
    _each(_numbers(page), dice, lambda cell: cell.words.translate(FULL_WIDTH))


def unseen(page: Page, dice: Dice) -> None:
    """Characters that nobody sees, and signs of minus that look like it."""
    for cell in dice.some(_numbers(page)):
        words = cell.words.replace("-", dice.one(MINUS))
        cell.words = dice.one((dice.one(UNSEEN) + words, words + dice.one(UNSEEN)))


def blanks_around(page: Page, dice: Dice) -> None:
    """Blanks before or behind a number."""
    _each(
        _numbers(page),
        dice,
        lambda cell: dice.one(AROUND) * dice.number(0, 2) + cell.words + dice.one(AROUND),
    )
