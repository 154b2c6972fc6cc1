"""Excel workbooks."""

from disclosure_report.media.xlsx.read import read
from disclosure_report.media.xlsx.write import write


__all__ = ["read", "write"]
