"""What a cell may hold: a count, a signed count, an amount, or None for a blank.

Every number has at most fifteen significant digits: what a spreadsheet holds without rounding.
A longer one is refused, never rounded.
"""

from collections.abc import Callable
from decimal import Decimal
from typing import Any, cast

from disclosure_report.blocks import Kind


DIGITS = 15
_LIMIT = 10**DIGITS


def _no_count(value: object) -> str | None:
    if type(value) is int and 0 <= value < _LIMIT:
        return None
    if type(value) is not int:
        return f"a count is an int or None, not {_kind_of(value)}"
    return _too_long(abs(value)) or f"a count is not negative, found {value}"


def _no_signed(value: object) -> str | None:
    if type(value) is not int:
        return f"a change is an int or None, not {_kind_of(value)}"
    return _too_long(abs(value))


def _no_amount(value: object) -> str | None:
    if type(value) is not Decimal:
        return f"an amount is a decimal.Decimal or None, not {_kind_of(value)}"
    if not value.is_finite():
        return f"an amount is a finite number, not {value}"
    _, digits, exponent = value.as_tuple()
    written = len(digits) + max(0, cast("int", exponent))
    if written > DIGITS or cast("int", exponent) < -DIGITS:
        return f"an amount has at most {DIGITS} digits, found {value!s:.60}"
    return None


def _too_long(value: int) -> str | None:
    return f"a number has at most {DIGITS} digits" if value >= _LIMIT else None


def _kind_of(value: object) -> str:
    return f"{type(value).__name__} {value!r:.60}"


# What is wrong with a value, by the kind of its cell; None where nothing is.
PROBLEM: dict[Kind, Callable[[object], str | None]] = {
    "count": _no_count,
    "signed": _no_signed,
    "amount": _no_amount,
}


def plain(value: Any) -> Any:
    """An attrs converter: equal amounts are written alike, without an exponent or zeros at the end."""
    return value if PROBLEM["amount"](value) else shortest(value)


def shortest(value: Decimal) -> Decimal:
    """The same number, without an exponent or zeros at the end."""
    text = format(value, "f")
    return Decimal(text.rstrip("0").rstrip(".") if "." in text else text) or Decimal(0)
