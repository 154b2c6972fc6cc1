"""A workbook around its sheets: which there are, what names point to, texts and dates they refer to."""

import posixpath
import re
from collections.abc import Iterator
from typing import Any

from attrs import frozen

from disclosure_report.errors import DamagedFileError
from disclosure_report.media.archive import LimitError, Package, root_of
from disclosure_report.media.looks import raised, struck
from disclosure_report.media.xlsx.addresses import Cell, position
from disclosure_report.media.xlsx.formats import Looks, looks_of


_CODED = re.compile("_x([0-9A-Fa-f]{4})_")
_REFERENCE = re.compile(r"(?:'((?:[^']|'')+)'|([^'!]+))!(.+)")
LONGEST = 32_767
_MAIN = "xl/workbook.xml"


@frozen
class SheetPart:
    """A sheet: its name, its part, and whether it is hidden."""

    name: str
    part: str
    is_hidden: bool


@frozen
class Book:
    """What sheets share. *names* has what each name points to: a sheet and a cell.

    *looks* says what its styles do to the numbers in them.
    """

    file: str
    sheets: tuple[SheetPart, ...]
    names: dict[str, tuple[str, Cell]]
    strings: tuple[str, ...]
    looks: Looks
    since_1904: bool


def local(element: Any) -> str:
    """The name of an element without its namespace: both of OOXML's are read."""
    return str(element.tag).rpartition("}")[2]


def below(parent: Any, *path: str) -> Iterator[Any]:
    """The elements at the end of a path of names."""
    for child in parent:
        if local(child) == path[0]:
            yield from below(child, *path[1:]) if path[1:] else (child,)


def book_of(package: Package) -> Book:
    """The workbook of a package.

    Raises:
        DamagedFileError: it has none.
    """
    if _MAIN not in package:
        raise DamagedFileError(package.name, f"is no Excel workbook: it has no part {_MAIN}")
    root = package.xml(_MAIN)
    parts = _relations(package)
    sheets = []
    for sheet in below(root, "sheets", "sheet"):
        reference = next((v for k, v in sheet.attrib.items() if k.endswith("}id")), "")
        kind, part = parts.get(reference, ("", ""))
        if kind == "worksheet" and part in package:
            hidden = sheet.get("state", "visible") != "visible"
            sheets.append(SheetPart(sheet.get("name", ""), part, hidden))
    if len({sheet.name for sheet in sheets}) < len(sheets):
        raise DamagedFileError(package.name, "two of its sheets have the same name")
    since_1904 = any(each.get("date1904") in {"1", "true"} for each in below(root, "workbookPr"))
    strings, looks = _strings(package, parts), _looks(package, parts)
    return Book(package.name, tuple(sheets), dict(_names(root)), strings, looks, since_1904)


def _relations(package: Package) -> dict[str, tuple[str, str]]:
    """Kind and part of each relationship of the workbook that stays inside the package."""
    part = "xl/_rels/workbook.xml.rels"
    if part not in package:
        return {}
    return {
        each.get("Id", ""): (
            each.get("Type", "").rpartition("/")[2],
            posixpath.normpath(posixpath.join("/xl", each.get("Target", ""))).lstrip("/"),
        )
        for each in package.xml(part)
        if each.get("TargetMode") != "External"
    }


def _names(root: Any) -> Iterator[tuple[str, tuple[str, Cell]]]:
    """Names of one cell, of the whole workbook."""
    for each in below(root, "definedNames", "definedName"):
        found = _REFERENCE.fullmatch((each.text or "").strip())
        cell = position(found[3]) if found else None
        if found and cell and each.get("localSheetId") is None:
            yield each.get("name", ""), ((found[1] or found[2]).replace("''", "'"), cell)


def _part(parts: dict[str, tuple[str, str]], kind: str, package: Package) -> str | None:
    return next((part for found, part in parts.values() if found == kind and part in package), None)


def _strings(package: Package, parts: dict[str, tuple[str, str]]) -> tuple[str, ...]:
    part = _part(parts, "sharedStrings", package)
    return package.derived(part, _texts) if part else ()


def _texts(data: bytes) -> tuple[str, ...]:
    return tuple(text_of(each) for each in root_of(data))


def text_of(item: Any) -> str:
    """The text of a string, of all its runs, without reading aids."""
    pieces = [each.text or "" for each in below(item, "t")]
    for run in below(item, "r"):
        text = "".join(each.text or "" for each in below(run, "t"))
        for look in below(run, "rPr", "vertAlign"):
            text = raised(text, look.get("val"))
        is_struck = any(look.get("val") not in {"0", "false"} for look in below(run, "rPr", "strike"))
        pieces.append(struck(text) if is_struck else text)
    text = "".join(pieces)
    if "_x" in text:
        text = _CODED.sub(lambda found: chr(int(found[1], 16)), text)
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if len(text) > LONGEST:
        raise LimitError(f"has a text of more than {LONGEST} characters, the most that a cell holds")
    return text


def _looks(package: Package, parts: dict[str, tuple[str, str]]) -> Looks:
    """What the styles do to the numbers in them."""
    from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format

    part = _part(parts, "styles", package)
    if part is None:
        return Looks()
    root = package.xml(part)
    codes = dict(BUILTIN_FORMATS)
    codes.update(
        (int(each.get("numFmtId")[:9]), each.get("formatCode", ""))
        for each in below(root, "numFmts", "numFmt")
        if each.get("numFmtId", "").isdecimal()
    )
    styles = [(each.get("numFmtId", "0"), each.get("fontId", "")) for each in below(root, "cellXfs", "xf")]
    return looks_of(codes, styles, below(root, "fonts", "font"), is_date_format)
