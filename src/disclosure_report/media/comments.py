"""What comments of Word and notes of Excel have in common: who says them, and which characters they hold."""

import re

from disclosure_report.blocks import OBJECT, SHOWN_OBJECT


AUTHOR = "disclosure_report"
INITIALS = "DR"
_UNWRITABLE = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # no XML can hold these


def writable(text: str) -> str:
    """A text that quotes a source, without what no file can hold; a picture has its sign.

    >>> writable("10\\x07"), writable("\\ufffe") == "\\ufffc"
    ('10', True)
    """
    return _UNWRITABLE.sub("", text.replace(OBJECT, SHOWN_OBJECT))
