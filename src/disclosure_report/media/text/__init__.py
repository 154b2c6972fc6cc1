"""Text: old pages whose tables were lost, and reports as text that reads back equal."""

from disclosure_report.media.text.plain import write
from disclosure_report.media.text.read import read


__all__ = ["read", "write"]
