"""From a manuscript to the bytes of a workbook: the guide, a sheet for each grid, the text, the checks."""

from functools import lru_cache
from itertools import accumulate
from xml.sax.saxutils import escape

from attrs import evolve

from disclosure_report.blocks import Detail, Grid, Manuscript, Shape
from disclosure_report.errors import InvalidValueError
from disclosure_report.media.package import pack, part
from disclosure_report.media.properties import property_parts
from disclosure_report.media.xlsx.body import grid_rows
from disclosure_report.media.xlsx.checks import check_rows
from disclosure_report.media.xlsx.frame import frame_of
from disclosure_report.media.xlsx.inputs import LONGEST_PROMPT, open_slots
from disclosure_report.media.xlsx.plan import Plan
from disclosure_report.media.xlsx.text import guide_rows, text_rows


_QUOTED = {'"': "&quot;", "\n": "&#10;"}
_LEVEL = 3  # of zlib: half the time of level 6 for what is in sheets, and 8 % more bytes
_LONGEST_HEADER = 200  # a header holds 255 characters, with what stands around the title


def write(manuscript: Manuscript, *, fillable: bool = False) -> bytes:
    """The bytes of a workbook; the same manuscript gives the same bytes."""
    if not isinstance(fillable, bool):
        raise InvalidValueError("fillable", f"is True or False, not {fillable!r:.60}")
    grids = [block for block in manuscript.blocks if isinstance(block, Grid)]
    properties = manuscript.properties
    labelled = tuple(evolve(each, text="") for each in properties.details if each.label)
    plan = _plan(tuple(grid.shape for grid in grids), labelled, fillable)
    frame = frame_of(plan)
    filled = [grid_rows(grid, plan) for grid in grids]
    rows = (
        guide_rows(properties.details, frame),
        *(each.rows for each in filled),
        text_rows(manuscript.blocks, frame),
        check_rows(filled, plan),
    )
    title = _header(properties.title)
    hints = ([], *(_hints(grid) if fillable else [] for grid in grids), [], [])
    sheets = [
        part(sheet.name, b"".join((sheet.head, body, sheet.tail.filled([title, *said]))), _LEVEL)
        for sheet, body, said in zip(frame.sheets, rows, hints, strict=True)
    ]
    return pack((*frame.parts, *sheets, *property_parts(properties)))


@lru_cache(maxsize=16)
def _plan(shapes: tuple[Shape, ...], details: tuple[Detail, ...], fillable: bool) -> Plan:  # noqa: FBT001  a key
    """The same object for the same plan: what is kept for it is found at once."""
    return Plan(shapes, details, fillable)


def _header(title: str) -> bytes:
    """The title as the header of a page has it: there an ampersand opens a code."""
    pieces = ["&&" if sign == "&" else sign for sign in title]
    units = list(accumulate(len(piece.encode("utf-16-le")) // 2 for piece in pieces))
    fitting = sum(each <= _LONGEST_HEADER for each in units)
    return escape("".join(pieces[:fitting]) + ("…" if fitting < len(pieces) else "")).encode()


def _hints(grid: Grid) -> list[bytes]:
    """The hint of each cell to fill in, as the end of its prompt."""
    said = dict(grid.hints)
    return [
        escape(f"\n{said[slot]}"[: LONGEST_PROMPT - len(grid.shape.inputs[slot].prompt)], _QUOTED).encode()
        if slot in said
        else b""
        for slot in open_slots(grid.shape)
    ]
