"""Tables cut out of a document's XML, so that a table whose markup is known need not be parsed again."""

import re
from typing import Any
from xml.sax.saxutils import quoteattr

from attrs import frozen

from disclosure_report.media.archive import NoXMLError, root_of
from disclosure_report.media.docx.runs import TBL


# Anything but tags and text: comments and CDATA, instructions, numbered characters, line ends that XML would
# change, another encoding. The last byte of each is rare, and is looked for first.
_INEXACT = (b"<!", b"<?", b"&#", b"\r", b"\0")
# What no text may hold: control characters, two code points, what may end CDATA.
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n")
_FORBIDDEN = ("\ufffe", "\uffff", "]]>")
_ENTITY = re.compile("&(?!(?:amp|lt|gt|quot|apos);)")
_DECLARED = re.compile(r"""\sxmlns[^\s=]*\s*=\s*["']""")
_ENCODING = re.compile(rb"""<\?xml[^>?]*encoding=["']utf-8["'][^>?]*\?>\s*""", re.IGNORECASE)


@frozen
class Markup:
    """A table's XML, and the declarations of its prefixes where they stand further up in the file."""

    xml: str
    declarations: str = ""


def parsed(data: bytes) -> tuple[Any, dict[Any, Markup]]:
    """The root of a document; and the XML of each table that was cut out, by the empty element left for it.

    Tables are cut out only where that is exact: all prefixes are declared at the root, nothing but tags,
    text and the five named entities stands in the file, and no table stands in another. Else the whole file
    is parsed.
    """
    head = _ENCODING.match(data)
    body = data[head.end() if head else 0 :]
    pieces = _pieces(body)
    if pieces is None:
        return root_of(data), {}
    rest = "<w:tbl/>".join(behind for behind, _ in pieces)
    try:
        root = root_of(rest.encode())
    except NoXMLError:  # a table with attributes stood in a table, and was cut in two
        return root_of(data), {}
    tables = list(root.iter(TBL))
    if len(tables) != len(pieces) - 1 or len(_DECLARED.findall(rest)) != len(root.nsmap):
        return root_of(data), {}
    said = "".join(
        f" xmlns{':' if name else ''}{name or ''}={quoteattr(uri)}" for name, uri in root.nsmap.items()
    )
    return root, {table: Markup(xml, said) for table, (_, xml) in zip(tables, pieces[1:], strict=True)}


def _pieces(body: bytes) -> list[tuple[str, str]] | None:
    """What stands behind each table, with the table before it; None where cutting is not exact."""
    strange = any(sign[-1:] in body and sign in body for sign in _INEXACT)
    if strange or len(body.translate(None, _CONTROLS)) != len(body):
        return None
    try:
        text = body.decode()
    except UnicodeDecodeError:
        return None
    if any(sign in text for sign in _FORBIDDEN) or ("&" in text and _ENTITY.search(text)):
        return None
    first, *others = text.split("<w:tbl>")
    pieces = [(first, "")]
    for other in others:
        inner, closing, rest = other.partition("</w:tbl>")
        if not closing:
            return None
        pieces.append((rest, f"<w:tbl>{inner}{closing}"))
    return pieces
