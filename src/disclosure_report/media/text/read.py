"""Linear text: one block a line; blank lines are kept: they may be lost cells. Our own reads back equal."""

import re

from disclosure_report.blocks import Manuscript, Paragraph, Place
from disclosure_report.errors import FileTooLargeError
from disclosure_report.media.text import markdown, plain
from disclosure_report.media.text.decode import decode
from disclosure_report.media.text.own import read_own


MAX_LINES = 50_000
# A form feed ends a page of what was printed to text; it stands in front of the next line.
_LINE_END = re.compile("(?:\r\n|[\r\n\x85\u2028\u2029])\f?|\f")


def read(data: bytes, name: str, encoding: str | None) -> Manuscript:
    """Lines of text as paragraphs, each with its line number; what this library wrote as it was.

    Raises:
        DamagedFileError: text in no encoding that is known.
        FileTooLargeError: over 50,000 lines.
    """
    text = decode(data, name, encoding)
    own = next(filter(None, (read_own(text, syntax) for syntax in (plain.SYNTAX, markdown.SYNTAX))), None)
    if own is not None:
        return own
    lines = _LINE_END.split(text)
    if len(lines) > MAX_LINES:
        raise FileTooLargeError(name, f"has {len(lines)} lines; at most {MAX_LINES} are read")
    return Manuscript(
        tuple(Paragraph(line, place=Place(line=number)) for number, line in enumerate(lines, start=1))
    )
