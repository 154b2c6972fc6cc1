"""A page as it is pasted from Word into a site: every cell in a paragraph, a span and styles of its own."""

from collections.abc import Iterator
from html import escape

import disclosure_report as dr
from disclosure_report.blocks import Grid
from disclosure_report.layout.compose import compose


_PARAGRAPH = (
    '<p class="MsoNormal" align="center" style="text-align:center;line-height:20.0pt;mso-line-height-rule:exactly">'
    '<span lang="EN-US" style="font-size:12.0pt;font-family:&quot;Times New Roman&quot;,serif;color:black">{}'
    "<o:p></o:p></span></p>"
)
_CELL = (
    '<td width="62" rowspan="{}" colspan="{}" style="width:46.8pt;border:solid windowtext 1.0pt;border-left:none;'
    'mso-border-alt:solid windowtext .5pt;padding:0cm 5.4pt 0cm 5.4pt;height:21.3pt">{}</td>\n'
)


def pasted_page(report: dr.Report, size: int = 200_000) -> bytes:
    """The page, with as much of the site around it as makes *size* bytes."""
    body = "\n".join(_blocks(report))
    head = '<html><head><meta charset="utf-8"><title>年度报告</title></head><body><div class="nav"><ul>\n'
    middle = f'</ul></div><div class="content">{body}</div><div class="foot">\n'
    item = '<li><a href="/zwgk/{0}.html" target="_blank" title="栏目{0}">政务公开栏目{0}</a></li>\n'
    around = size - len((head + middle).encode())
    items = [item.format(number) for number in range(max(around, 0) // len(item.format(1000).encode()))]
    return f"{head}{''.join(items)}{middle}</div></body></html>".encode()


def _blocks(report: dr.Report) -> Iterator[str]:
    for block in compose(report).blocks:
        if not isinstance(block, Grid):
            yield _PARAGRAPH.format(escape(block.text))
            continue
        yield '<table class="MsoNormalTable" border="1" cellspacing="0" cellpadding="0">'
        for row in range(block.shape.rows):
            yield "<tr>"
            for box in block.shape.boxes:
                if box.row == row:
                    value = block.values[box.content] if isinstance(box.content, int) else box.content
                    yield _CELL.format(box.rowspan, box.colspan, _PARAGRAPH.format("" if value is None else value))
            yield "</tr>"
        yield "</table>"
