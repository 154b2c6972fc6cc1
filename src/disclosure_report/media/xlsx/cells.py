"""One cell of a sheet as XML. Text is an inline string: whatever it begins with, it is no formula."""

import re
from collections.abc import Mapping
from itertools import count
from xml.sax.saxutils import escape

from disclosure_report.media.xlsx.addresses import Cell, address


_SPECIAL = re.compile("[&<>]")
_CODED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def escaped(text: str) -> str:
    """Text as a string of a sheet: there ``_x0041_`` would mean the letter A (ECMA-376, ST_Xstring)."""
    if "_x" in text:
        text = _CODED.sub("_x005F_", text)
    return escape(text) if _SPECIAL.search(text) else text


def text_cell(row: int, column: int, style: int, text: str, words: Mapping[str, int]) -> str:
    """A cell with text, or an empty one; *words* has the numbers of texts that the workbook keeps once."""
    if text in words:
        return f'<c r="{address(row, column)}" s="{style}" t="s"><v>{words[text]}</v></c>'
    return opening(row, column) + text_end(style, text)


def text_end(style: int, text: str) -> str:
    """The rest of a cell with text, or of an empty one, from its style on."""
    if not text:
        return f' s="{style}"/>'
    return f' s="{style}" t="inlineStr"><is><t xml:space="preserve">{escaped(text)}</t></is></c>'


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


def shared_formulas(texts: Mapping[Cell, str]) -> dict[Cell, str]:
    """The formula of each cell; those that go on down a column, each a row further, are written once.

    >>> shared_formulas({(0, 0): "B1+C1", (1, 0): "B2+C2"})[1, 0]
    '<f t="shared" si="0"/>'
    """
    from openpyxl.formula.translate import Translator

    found: dict[Cell, str] = {}
    numbers = count()
    for row, column in sorted(texts, key=lambda cell: cell[::-1]):
        if (row, column) in found:
            continue
        moving = Translator(f"={texts[row, column]}", address(row, column))
        last = row
        while texts.get((last + 1, column)) == moving.translate_formula(address(last + 1, column))[1:]:
            last += 1
        if last == row:
            found[row, column] = formula(texts[row, column])
            continue
        number, area = next(numbers), f"{address(row, column)}:{address(last, column)}"
        said = escape(texts[row, column])
        found[row, column] = f'<f t="shared" ref="{area}" si="{number}">{said}</f>'
        found.update({(n, column): f'<f t="shared" si="{number}"/>' for n in range(row + 1, last + 1)})
    return found
