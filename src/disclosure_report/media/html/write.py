"""From a manuscript to the page that an agency puts on its site: one file, no script, reads back equal."""

from collections.abc import Iterator
from html import escape

from disclosure_report.blocks import Block, Grid, Heading, Manuscript
from disclosure_report.media.html.own import DETAIL, GENERATOR, HEADINGS
from disclosure_report.media.html.tables_out import table_of


# Lines and spaces of a paragraph are kept as they are; a wide table moves inside its own frame. Paper has no
# frame that moves: there long numbers break, or the browser cuts off the last columns.
STYLE = """
:root { color-scheme: light; }
body { margin: 0 auto; padding: 1rem; max-width: 60rem; font: 1rem/1.8 "FangSong", "仿宋", "Songti SC", serif;
  color: #000; background: #fff; }
h1 { font-size: 1.6rem; text-align: center; }
h2 { font-size: 1.2rem; font-family: "SimHei", "黑体", "Heiti SC", sans-serif; }
h3, h4 { font-size: 1rem; }
h1, h2, h3, h4, p { white-space: pre-wrap; overflow-wrap: anywhere; }
p { margin: .5rem 0; text-indent: 2em; }
.wide { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; width: 100%; font-size: .8rem; line-height: 1.4; }
caption { text-align: left; font-weight: bold; padding: .25rem 0; }
th, td { border: 1px solid #000; padding: .2rem .3rem; font-weight: normal; }
td.value, td.total { text-align: center; font-variant-numeric: tabular-nums; }
th[scope^="row"] { text-align: left; }
th.vertical { writing-mode: vertical-rl; text-align: center; }
@page { size: A4; margin: 20mm; }
@media print { body { max-width: none; padding: 0; }
  h2, h3, h4, caption { break-after: avoid; }
  .wide { overflow: visible; padding-right: 1px; }
  thead { display: table-header-group; } tr { break-inside: avoid; } table { font-size: 7pt; }
  .long td { overflow-wrap: anywhere; } }
"""
_HEADINGS = tuple(HEADINGS)


def write(manuscript: Manuscript) -> bytes:
    """The bytes of a page; the same manuscript gives the same bytes."""
    properties = manuscript.properties
    details = "".join(
        f'<meta name="{DETAIL}{escape(each.name)}" content="{_attribute(each.text)}">\n'
        for each in properties.details
        if each.text
    )
    head = (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="generator" content="{GENERATOR}">\n{details}'
        f"<title>{escape(properties.title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>"
    )
    return b"\n".join([head.encode(), *_body(manuscript.blocks), b"</main>\n</body>\n</html>\n"])


def _body(blocks: tuple[Block, ...]) -> Iterator[bytes]:
    tables = 0
    above: list[int] = []
    for block in blocks:
        if isinstance(block, Grid):
            tables += 1
            yield table_of(block, tables)
        elif isinstance(block, Heading):
            above = [*(level for level in above if level < block.level), block.level]
            yield _heading(block, len(above))
        else:
            yield f"<p>{escape(block.text, quote=False)}</p>".encode()


def _heading(block: Heading, depth: int) -> bytes:
    """The tag keeps the heading's own level; who listens to the page hears no level left out."""
    tag = _HEADINGS[block.level]
    level = "" if depth == block.level + 1 else f' aria-level="{depth}"'
    return f"<{tag}{level}>{escape(block.text, quote=False)}</{tag}>".encode()


def _attribute(text: str) -> str:
    return escape(text).replace("\n", "&#10;").replace("\t", "&#9;")
