"""Word documents."""

from disclosure_report.media.docx.read import read
from disclosure_report.media.docx.write import write


__all__ = ["read", "write"]
