"""Bounds of strategies, checked where a strategy is defined; and the values within them."""

from decimal import Decimal

from hypothesis import strategies as st

from disclosure_report.blocks import Kind, Value
from disclosure_report.errors import InvalidValueError
from disclosure_report.model.forms import Form


MAX_COUNT = 99_999_999  # a city's eight digits
LARGEST = 10**12  # of a count: a total has some 126 addends and fifteen digits
_SIZES = (0, 9, 999, MAX_COUNT)  # a village, a township, a county, a city
_PLACES = 6  # of an amount of money


def at_least(name: str, value: object, least: int) -> int:
    """The bound; one that nothing can meet is refused.

    Raises:
        InvalidValueError: the bound is no whole number, or too small.
    """
    if isinstance(value, bool) or not isinstance(value, int) or value < least:
        raise InvalidValueError(name, f"is a whole number of at least {least}, not {value!r:.40}")
    return value


def count_bound(value: object, least: int = 0) -> None:
    """Refuse a largest count that is none, or whose totals no cell could hold.

    Raises:
        InvalidValueError: *max_count* is no whole number, too small, or over 10**12.
    """
    if at_least("max_count", value, least) > LARGEST:
        raise InvalidValueError("max_count", f"is at most {LARGEST}, so that totals fit in fifteen digits")


def known_form(form: object) -> None:
    """Refuse what is no form.

    Raises:
        InvalidValueError: neither a form nor None.
    """
    if form is not None and not isinstance(form, Form):
        raise InvalidValueError("form", f"is a Form or None, not {form!r:.40}")


def sizes(max_count: int) -> st.SearchStrategy[int]:
    """How large the counts of a report may be: a village's, a township's, a county's or a city's."""
    return st.sampled_from(sorted({*(min(size, max_count) for size in _SIZES), max_count}))


def values_up_to(largest: int) -> dict[Kind, st.SearchStrategy[Value]]:
    """Values of each kind; most counts are zeros or small."""
    counts = st.one_of(st.just(0), st.integers(0, min(9, largest)), st.integers(0, largest))
    return {
        "count": counts,
        "signed": st.integers(-largest, largest),
        "amount": st.decimals(0, largest, places=_PLACES).map(_plain),
    }


def _plain(amount: Decimal) -> Decimal:
    """The amount without zeros at its end, as a page prints it."""
    return amount.normalize() + Decimal(0)
