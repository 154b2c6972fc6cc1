"""Prose against the tables of real published reports: what differs there is known, sentence by sentence."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import disclosure_report as dr
from disclosure_report.layout.recognise.reading import Reading


SHARED = Path(__file__).parent.parent.parent.parent / "shared"
pytestmark = pytest.mark.corpus


def _readings() -> Iterator[tuple[str, Reading]]:
    """Every page of the corpus and the seed; lines that begin with # are about an excerpt, not of it."""
    pages = [*SHARED.glob("corpus/**/*.txt"), *SHARED.glob("corpus/*.html"), *SHARED.glob("seed/*.txt")]
    reports = [page for page in SHARED.glob("corpus/*.md") if page.name != "README.md"]
    for page in sorted((*pages, *reports)):
        lines = page.read_text(encoding="utf-8").split("\n")
        kept = [line for line in lines if page.parent.name != "excerpts" or not line.startswith("# ")]
        yield page.name, dr.read("\n".join(kept).encode(), "html" if page.suffix == ".html" else "text")


def test_no_right_report_of_the_corpus_is_doubted() -> None:
    readings = dict(_readings())
    assert len(readings) > 40
    assert {
        name: [finding.text() for finding in dr.check(reading, select=["W"])]
        for name, reading in readings.items()
        if dr.check(reading, select=["W"])
    } == {}
