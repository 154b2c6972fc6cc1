"""A page as it is pasted from Word into a site: styles on every cell, paragraph and span."""

from collections.abc import Iterator
from html import escape

import disclosure_report as dr
from disclosure_report.blocks import Grid
from disclosure_report.layout.compose import compose


_SPAN = (
    '<span style="font-family: 宋体; color: rgb(0, 0, 0); letter-spacing: 0px; font-size: 14px;">'
    '<span lang="EN-US" style="font-family: 宋体; font-size: 14px;">{}<o:p></o:p></span></span>'
)
_PARAGRAPH = (
    '<p class="MsoNormal" style="margin-top: 0px; margin-bottom: 0px; padding: 0px; text-align: center; '
    'line-height: 28px; mso-line-height-rule: exactly; mso-pagination: widow-orphan;">' + _SPAN + "</p>"
)
_CELL = (
    '<td width="62" valign="center" rowspan="{}" colspan="{}" style="padding: 0px 7px; border-width: 1px; '
    "border-style: solid; border-color: windowtext; mso-border-alt: 0.5000pt solid windowtext; "
    'word-break: break-all; background: rgb(255, 255, 255);">{}</td>\n'
)
_LINKS = 60


def pasted_page(report: dr.Report) -> bytes:
    """The page, with the navigation and the foot of a site around it: about 200 KB."""
    links = "".join(
        f'<li><a href="/zwgk/{n}.html" target="_blank">政务公开栏目{n}</a></li>\n' for n in range(_LINKS)
    )
    body = "\n".join(_blocks(report))
    return (
        '<html><head><meta charset="utf-8"><title>年度报告</title></head><body>'
        f'<div class="nav"><ul>{links}</ul></div><div class="content">{body}</div>'
        '<div class="foot"><p>主办：青溪镇人民政府</p></div></body></html>'
    ).encode()


def _blocks(report: dr.Report) -> Iterator[str]:
    for block in compose(report).blocks:
        if isinstance(block, Grid):
            yield _table(block)
        else:
            yield _PARAGRAPH.format(escape(block.text))


def _table(grid: Grid) -> str:
    rows = ["<table class=MsoNormalTable border=1 cellspacing=0 cellpadding=0><tbody>"]
    for row in range(grid.shape.rows):
        rows.append("<tr>")
        for box in (each for each in grid.shape.boxes if each.row == row):
            value = grid.values[box.content] if isinstance(box.content, int) else box.content
            text = _PARAGRAPH.format("" if value is None else value)
            rows.append(_CELL.format(box.rowspan, box.colspan, text))
        rows.append("</tr>")
    return "".join([*rows, "</tbody></table>"])
