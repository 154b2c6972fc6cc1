"""Linear text: one block a line; blank lines are kept, for they may be lost cells."""

import re
from collections.abc import Sequence

from disclosure_report.blocks import Manuscript, Paragraph, Place
from disclosure_report.errors import DamagedFileError, FileTooLargeError


MAX_LINES = 50_000
_LINE_END = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
# Old sites declare gb2312 and mean its superset.
_UTF8, _CHINESE = "utf-8-sig", "gb18030"
_BOMS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def read(data: bytes, name: str, encoding: str | None) -> Manuscript:
    """Lines of text as paragraphs, each with its line number.

    Raises:
        FileTooLargeError: over 50,000 lines.
    """
    lines = _LINE_END.split(decode(data, name, encoding))
    if len(lines) > MAX_LINES:
        raise FileTooLargeError(name, f"has {len(lines)} lines; at most {MAX_LINES} are read")
    return Manuscript(
        tuple(Paragraph(line, place=Place(line=number)) for number, line in enumerate(lines, start=1))
    )


def decode(data: bytes, name: str, encoding: str | None, declared: Sequence[str] = ()) -> str:
    """The text of the bytes: as the caller says, by byte order mark, as strict UTF-8, else as GB 18030.

    What a page declares of itself comes after UTF-8.

    Raises:
        DamagedFileError: it is text in none of these, or the caller's encoding does not fit.
    """
    boms = [codec for bom, codec in _BOMS if data.startswith(bom)]
    tried = (encoding,) if encoding else (*boms, _UTF8, *declared, _CHINESE)
    for codec in tried:
        try:
            return data.decode(codec)
        except LookupError:
            raise DamagedFileError(name, f"no encoding is called {codec!r:.40}") from None
        except ValueError:
            continue
    raise DamagedFileError(name, f"is no text in {' or '.join(tried)}")
