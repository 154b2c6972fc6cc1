"""What every writer of grids needs: a value as text."""

from decimal import Decimal

from disclosure_report.blocks import Value


def text_of(value: Value) -> str:
    """A value as it is printed: nothing for a blank, plain digits for an amount.

    >>> text_of(None), text_of(0), text_of(Decimal("1E+3"))
    ('', '0', '1000')
    """
    if value is None:
        return ""
    return format(value, "f") if isinstance(value, Decimal) else str(value)
