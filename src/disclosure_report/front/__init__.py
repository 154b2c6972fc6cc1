"""The front door: what users import, a module for each thing that they do."""

from disclosure_report.front.checking import check
from disclosure_report.front.combining import aggregate, reconcile, reconcile_levels
from disclosure_report.front.comparing import compare
from disclosure_report.front.marking import mark
from disclosure_report.front.reading import read
from disclosure_report.front.tidy import Row, rows
from disclosure_report.front.writing import to_bytes, write


__all__ = [
    "Row",
    "aggregate",
    "check",
    "compare",
    "mark",
    "read",
    "reconcile",
    "reconcile_levels",
    "rows",
    "to_bytes",
    "write",
]
