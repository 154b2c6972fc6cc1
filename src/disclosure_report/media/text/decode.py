"""Bytes of text: as the caller says, by byte order mark, as UTF-8, else as GB 18030."""

from collections.abc import Sequence

from disclosure_report.blocks import REPLACED
from disclosure_report.errors import DamagedFileError


# Old sites declare gb2312 and mean its superset.
_UTF8, _CHINESE = "utf-8-sig", "gb18030"
_MANY = 200  # one character in so many may be wrong
_BOMS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def decode(data: bytes, name: str, encoding: str | None, declared: Sequence[str] = ()) -> str:
    """The text of the bytes: as the caller says, by byte order mark, as strict UTF-8, else as GB 18030.

    What a page declares of itself comes after UTF-8. Sites cut texts by bytes: where a few bytes are not of
    the encoding, U+FFFD stands for them.

    Raises:
        DamagedFileError: it is text in none of these, or the caller's encoding does not fit.
    """
    boms = [codec for bom, codec in _BOMS if data.startswith(bom)]
    chinese = () if "utf-8" in declared else (_CHINESE,)
    tried = (encoding,) if encoding else (*boms, _UTF8, *declared, *chinese)
    for codec in tried:
        try:
            return data.decode(codec)
        except LookupError:
            raise DamagedFileError(name, f"no encoding is called {codec!r:.40}") from None
        except ValueError:
            continue
    mended = None if encoding else _mended(data, [_UTF8, *declared, *chinese])
    if mended is None:
        raise DamagedFileError(name, f"is no text in {' or '.join(tried)}")
    return mended


def _mended(data: bytes, codecs: Sequence[str]) -> str | None:
    """The text in the encoding in which fewest bytes are wrong, where they are few."""
    texts = [data.decode(codec, "replace") for codec in codecs]
    best = min(texts, key=lambda text: text.count(REPLACED))
    return best if best.count(REPLACED) * _MANY <= len(best) else None
