"""Real pages: the advertisements of the first page are found, and nothing else anywhere."""

from pathlib import Path

import pytest

import disclosure_report as dr
from disclosure_report.checks.pollution.detect import pieces


SHARED = Path(__file__).parent.parent.parent.parent / "shared"
pytestmark = pytest.mark.corpus
PAGES = [*sorted((SHARED / "corpus").glob("*.txt")), *sorted((SHARED / "corpus").glob("*.html"))]
EXCERPTS = sorted((SHARED / "corpus" / "excerpts").glob("*.txt"))


def test_the_four_advertisements_of_the_seed_are_found_and_taken_out() -> None:
    page = SHARED / "seed" / "yuelai-2021.txt"
    lines = page.read_text(encoding="utf-8").split("\n")
    found = [
        line[each.start : each.end] for line in lines for each in pieces(line) if each.rule.code == "X101"
    ]
    assert len(found) == 4
    assert len(set(found)) == 1
    revision = dr.clean(dr.read(page).report)
    assert len(revision.changes) == 3
    assert found[0] not in dr.to_json(revision.report)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.name))
def test_nothing_on_clean_pages(page: Path) -> None:
    assert dr.check(dr.read(page), select=["X"]) == ()


@pytest.mark.parametrize("page", EXCERPTS, ids=lambda page: str(page.name))
def test_no_advertisement_in_a_table(page: Path) -> None:
    lines = [line for line in page.read_text(encoding="utf-8").split("\n") if not line.startswith("# ")]
    assert not [line for line in lines for each in pieces(line) if each.rule.code == "X101"]
