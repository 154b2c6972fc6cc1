"""Markdown: read as any text, written with its own marks."""

from disclosure_report.media.text.markdown import write
from disclosure_report.media.text.read import read


__all__ = ["read", "write"]
