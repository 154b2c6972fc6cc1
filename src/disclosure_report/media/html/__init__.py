"""Web pages."""

from disclosure_report.media.html.read import read
from disclosure_report.media.html.write import write


__all__ = ["read", "write"]
