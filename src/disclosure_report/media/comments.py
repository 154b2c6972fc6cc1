"""What comments of Word and notes of Excel have in common: who says them, and which characters they hold."""

from disclosure_report.blocks import OBJECT, SHOWN_OBJECT, UNWRITABLE


AUTHOR = "disclosure_report"
INITIALS = "DR"


def writable(text: str) -> str:
    """A text that quotes a source, without what no file can hold; a picture has its sign.

    >>> writable("10\\x07"), writable("\\ufffe") == "\\ufffc"
    ('10', True)
    """
    return UNWRITABLE.sub("", text.replace(OBJECT, SHOWN_OBJECT))
