"""From a manuscript to the bytes of a workbook: one sheet for each grid, one for the text."""

from disclosure_report.blocks import Grid, Manuscript
from disclosure_report.media.package import pack, part
from disclosure_report.media.properties import property_parts
from disclosure_report.media.xlsx.body import grid_rows, text_rows
from disclosure_report.media.xlsx.frame import frame_of


def write(manuscript: Manuscript) -> bytes:
    """The bytes of a workbook; the same manuscript gives the same bytes."""
    grids = [block for block in manuscript.blocks if isinstance(block, Grid)]
    shapes = tuple(grid.shape for grid in grids)
    frame = frame_of(shapes)
    rows = [*(grid_rows(grid, shapes) for grid in grids), text_rows(manuscript.blocks, frame).encode()]
    sheets = [
        part(name, head.encode() + body + tail.encode())
        for (name, head, tail), body in zip(frame.sheets, rows, strict=True)
    ]
    return pack((*frame.parts, *sheets, *property_parts(manuscript.properties)))
