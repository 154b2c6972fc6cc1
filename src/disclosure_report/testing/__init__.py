"""Hypothesis strategies and assertions for the tests of your tools and of ours (extra ``[testing]``)."""

from disclosure_report.testing.asserts import assert_consistent, assert_same_report
from disclosure_report.testing.broken import broken_reports
from disclosure_report.testing.published import Published, published
from disclosure_report.testing.series import yearly_series
from disclosure_report.testing.strategies import cells, prose, reports


__all__ = [
    "Published",
    "assert_consistent",
    "assert_same_report",
    "broken_reports",
    "cells",
    "prose",
    "published",
    "reports",
    "yearly_series",
]
