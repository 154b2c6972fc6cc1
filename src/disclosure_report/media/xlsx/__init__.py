"""Excel workbooks."""

from disclosure_report.media.xlsx.write import write


__all__ = ["write"]
