"""Web pages."""

from disclosure_report.media.html.read import read


__all__ = ["read"]
