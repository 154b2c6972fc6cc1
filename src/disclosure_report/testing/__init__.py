"""Hypothesis strategies for reports, for your tests and ours (extra ``[testing]``)."""

from disclosure_report.testing.strategies import cells, prose, reports


__all__ = ["cells", "prose", "reports"]
