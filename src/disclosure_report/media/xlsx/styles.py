"""How cells look: for each role and kind of a box a style, kept by openpyxl in the workbook."""

from typing import Any, Literal, TypeAlias

from disclosure_report.blocks import Box, Kind, Role, Shape


# What the style of a cell depends on: its role, kind and direction, and whether a person may change it.
Key: TypeAlias = tuple[Role | Literal["title"], Kind | None, bool, bool]

_FONT, _SIZE, _TITLE_SIZE = "宋体", 11, 16
_NUMBER_FORMATS: dict[Kind, str] = {"count": "0", "signed": "+0;-0;0", "amount": "General"}
_LEFT = frozenset({"corner", "label"})
_BOLD = frozenset({"band", "head", "title"})
_GREY, _RED, _DARK_RED = "FFE7E6E6", "FFFFC7CE", "FF9C0006"

_MM_IN_WIDTH = 1.5  # millimetres of a shape to one unit of a column's width
_VALUE_WIDTH = 9.5  # room for eight digits
UNITS_IN_CHARACTER = 2.2  # of column width, for one full-width character
_POINTS_IN_LINE, _POINTS_BESIDE = 15, 9
_HIGHEST = 409  # points, the most that a row can have


def key_of(box: Box, shape: Shape, *, fillable: bool) -> Key:
    """What the style of a box depends on."""
    kind = shape.inputs[box.content].kind if isinstance(box.content, int) else None
    return box.role, kind, box.vertical, fillable and box.role == "value"


# Cells of the sheets without a grid: a head, a line of text, a text that a person may fill in, a number.
HEAD: Key = ("head", None, False, False)
LINE: Key = ("label", None, False, False)
OPEN_LINE: Key = ("label", None, False, True)
OPEN_HEAD: Key = ("head", None, False, True)
NUMBER: Key = ("value", "count", False, False)
MARK: Key = ("value", None, False, False)
TITLE: Key = ("title", None, False, False)


def dress(cell: Any, key: Key, *, fillable: bool) -> None:
    """Give a cell its look."""
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

    role, kind, vertical, is_open = key
    is_title = role == "title"
    line = None if is_title else Side(style="thin")
    cell.font = Font(name=_FONT, size=_TITLE_SIZE if is_title else _SIZE, bold=role in _BOLD)
    cell.border = Border(left=line, right=line, top=line, bottom=line)
    cell.alignment = Alignment(
        horizontal="left" if role in _LEFT else "center",
        vertical="center",
        wrap_text=kind is None,
        shrink_to_fit=kind is not None,  # a number is never shown as ####
        text_rotation=255 if vertical else 0,  # letters upright, one below the other
    )
    cell.number_format = _NUMBER_FORMATS[kind] if kind else "@"
    cell.protection = Protection(locked=not is_open)
    if fillable and role == "total":
        cell.fill = PatternFill("solid", fgColor=_GREY)


def red() -> Any:
    """What makes a cell red."""
    from openpyxl.styles import Font, PatternFill
    from openpyxl.styles.differential import DifferentialStyle

    return DifferentialStyle(
        font=Font(color=_DARK_RED, bold=True), fill=PatternFill(bgColor=_RED, fill_type="solid")
    )


def column_widths(shape: Shape) -> tuple[float, ...]:
    """Widths in the program's unit, about one half-width character; a column of values has room for eight."""
    values = {box.column for box in shape.boxes if isinstance(box.content, int)}
    return tuple(
        max(width / _MM_IN_WIDTH, _VALUE_WIDTH if number in values else 0)
        for number, width in enumerate(shape.columns)
    )


def height(lines: int) -> int:
    """Points for a row of so many lines of text."""
    return min(lines * _POINTS_IN_LINE + _POINTS_BESIDE, _HIGHEST)


def room_of(width: float) -> int:
    """How many full-width characters a line of a column has room for."""
    return max(int(width / UNITS_IN_CHARACTER), 1)


def lines_of(text: str, width: float) -> int:
    """How many lines a text takes in a column of this width, so that nothing is cut."""
    return lines_in(text, room_of(width))


def lines_in(text: str, room: int) -> int:
    """How many lines of so many full-width characters a text takes."""
    if "\n" in text:
        return sum(lines_in(line, room) for line in text.split("\n"))
    return -(-len(text) // room) or 1
