"""How often each code is raised over real reports: the docs keep the table, so that a change shows."""

import re
from pathlib import Path

import pytest

import corpus


TABLE = Path(__file__).parent.parent.parent / "docs" / "reference" / "real-reports.md"
pytestmark = pytest.mark.corpus


def test_the_docs_have_the_table_of_codes_over_real_reports() -> None:
    """Where the change is meant, `python benchmarks/corpus.py --codes` prints the new table."""
    rows = re.findall(r"^\| ([A-Z]\d{3}) \|.*\| (\d+) \| (\d+) \|$", TABLE.read_text("utf-8"), re.MULTILINE)
    assert {code: (int(count), int(pages)) for code, count, pages in rows} == corpus.codes()
