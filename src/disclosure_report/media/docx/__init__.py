"""Word documents."""

from disclosure_report.media.docx.write import write


__all__ = ["write"]
