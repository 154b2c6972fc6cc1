"""From a page under construction to its bytes."""

from collections.abc import Iterable
from html import escape
from itertools import cycle

from .page import BREAK, SEAM, SPLIT, Cell, Line, Look, Page, Table


_OF_WORD = (
    'lang=EN-US style="font-size:12.0pt;mso-bidi-font-size:10.5pt;mso-hansi-font-family:&quot;仿宋&quot;"'
)
# What stands around the pieces of a word that is torn, one after the other.
_SPANS = (("<span>", "</span>"), ("<span style='color:#000'>", "</span>"))
_FONTS = (
    (f"<span {_OF_WORD}>", "</span>"),
    ("<font face=宋体><font size=3>", "</font></font>"),
    (f"<b style='mso-bidi-font-weight:normal'><span {_OF_WORD}>", "</span></b>"),
)
_WORD_TABLE = "mso-border-alt:solid windowtext .5pt;mso-padding-alt:0cm 5.4pt 0cm 5.4pt"
_HIDDEN_CELL = "<td style='display:none'>31</td>"
_HIDDEN_ROW = "<tr style='display: none'><td>行政许可</td><td>31</td><td>32</td></tr>"
_UNCLOSED = frozenset({"p", "td", "th", "tr", "li", "tbody", "thead", "tfoot"})


def rendered(page: Page) -> bytes:
    """The bytes of the page."""
    titles = [number for number, block in enumerate(page.blocks) if block in page.lines("title")]
    blocks = [_block(block, page.look) for block in page.blocks]
    blocks.insert(titles[-1] + 1, "".join(page.inside))
    body = [*page.before, *blocks, *page.behind]
    text = "".join([*_head(page), *(opened for opened, _ in page.wraps), *body])
    text += "".join([*(closed for _, closed in reversed(page.wraps)), "\n</body></html>\n"])
    if page.line_end != "\n":
        text = text.replace("\n", page.line_end)
    return page.bom + text.encode(page.encoding)


def _head(page: Page) -> Iterable[str]:
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={page.charset}">'
    yield "<!DOCTYPE html>\n<html>\n<head>\n"
    yield from (meta, *page.head, "\n</head>\n<body>\n")


def element(look: Look, tag: str, inside: str, **attributes: object) -> str:
    """An element as this page writes its tags."""
    name = tag.upper() if look.upper else tag
    said = "".join(_attribute(look, key, str(value)) for key, value in attributes.items() if value != 1)
    closing = "" if look.unclosed and tag in _UNCLOSED else f"</{name}>"
    gap = "\n  " if look.indented and tag in {"td", "tr", "p"} else ""
    return f"<{name}{said}>{gap}{inside}{gap}{closing}\n" if gap else f"<{name}{said}>{inside}{closing}"


def _attribute(look: Look, name: str, value: str) -> str:
    quote = "" if look.unquoted and " " not in value else '"'
    return f" {name}={quote}{value}{quote}"


def _block(block: Line | Table, look: Look) -> str:
    if isinstance(block, Table):
        return _table(block, look)
    return element(look, block.tag, _marked(block.words, look, f"</{block.tag}><{block.tag}>")) + "\n"


def _table(table: Table, look: Look) -> str:
    inside, group = "", ""
    for row in range(table.rows):
        if row in table.groups:
            inside += f"</{group}>" * bool(group and not look.unclosed) + f"<{table.groups[row]}>"
            group = table.groups[row]
        cells = "".join(_td(cell, look) for cell in table.row(row))
        inside += element(look, "tr", _HIDDEN_CELL * (row in table.hidden) + cells)
        inside += _HIDDEN_ROW * (row in table.hidden)
    inside += f"</{group}>" * bool(group)
    inside = f"<form method=post>{inside}</form>" if look.form else inside
    return element(look, "table", inside, border=2, style=_WORD_TABLE) + "\n"


def _td(cell: Cell, look: Look) -> str:
    inside = _marked(cell.words, look, "</p><p>")
    if look.word or SPLIT in cell.words:
        inside = element(look, "p", inside + "<o:p></o:p>" * look.word)
    return element(look, look.cell, inside, rowspan=cell.height, colspan=cell.width)


def _marked(words: str, look: Look, split: str) -> str:
    """Words with their marks as mark-up."""
    text = escape(words, quote=False).replace("\xa0", "&nbsp;")
    if look.word or SEAM in text:
        around = cycle(_FONTS if look.word else _SPANS)
        text = "".join(_wrapped(piece, *each) for piece, each in zip(text.split(SEAM), around, strict=False))
    return text.replace(BREAK, "<br />").replace(SPLIT, split)


def _wrapped(piece: str, opening: str, closing: str) -> str:
    """A piece of a word in its element, which ends and begins again where a paragraph does."""
    return opening + piece.replace(SPLIT, closing + SPLIT + opening) + closing
