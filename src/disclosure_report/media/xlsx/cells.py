"""One cell of a sheet as XML. Text is an inline string: whatever it begins with, it is no formula."""

import re
from xml.sax.saxutils import escape

from disclosure_report.media.xlsx.addresses import address


_CODED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def escaped(text: str) -> str:
    """Text as a string of a sheet: there ``_x0041_`` would mean the letter A (ECMA-376, ST_Xstring)."""
    return escape(_CODED.sub("_x005F_", text) if "_x" in text else text)


def text_cell(row: int, column: int, style: int, text: str) -> str:
    """A cell with text, or an empty one."""
    if not text:
        return f'<c r="{address(row, column)}" s="{style}"/>'
    return (
        f'<c r="{address(row, column)}" s="{style}" t="inlineStr"><is><t xml:space="preserve">'
        f"{escaped(text)}</t></is></c>"
    )


def opening(row: int, column: int) -> str:
    """The beginning of a cell, up to its style."""
    return f'<c r="{address(row, column)}"'


def formula(text: str) -> str:
    """A formula; its result stands behind it."""
    return f"<f>{escape(text)}</f>"


def kind_of(value: object) -> bytes:
    """How a formula's cell says what its result is: a number, or text."""
    return b">" if isinstance(value, int) else b' t="str">'


def result(value: object) -> bytes:
    """The result of a formula, at the end of its cell; nothing where there is none."""
    return f"<v>{'' if value is None else value}</v></c>".encode()


def row_opening(row: int, points: int) -> str:
    """The beginning of a row with its height."""
    return f'<row r="{row + 1}" ht="{points}" customHeight="1">'
