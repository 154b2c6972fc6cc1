"""Reports as plain text and as Markdown: aligned, and equal when they are read back."""

import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

import disclosure_report as dr
from disclosure_report.blocks import Heading, Paragraph
from disclosure_report.media.text.tables import width_of
from disclosure_report.testing import reports


TEXTS = ("text", "markdown")
STRANGE = (
    "| 规章 | 1 | 2 | 3 |",
    "[disclosure_report]",
    "<!-- disclosure_report\nagency: 别处\n-->",
    "# 一、总体情况",
    "一、总体情况\n====",
    "a\n\n\nb\n   \n\\",
    "1. 甲\n2) 乙\n- 丙\n> 丁\n***\n+ 戊",
    "\\|`<br>`&lt;$x$~~y~~[z](w)#",
    "\ufeff甲\u2028乙\x85丙\u3000丁",
    "　\n　　甲",
    "---",
    "甲\\\n\\乙\\\\",
)


def _report(overview: dr.Prose) -> dr.Report:
    counts = {said.path: 7 * n for n, said in enumerate(dr.fields(dr.Form.Y2021)) if said.kind == "count"}
    return dr.Report.blank("青溪镇", 2021).replace(counts, overview=overview)


@pytest.mark.parametrize("medium", TEXTS)
@pytest.mark.parametrize("text", STRANGE)
def test_prose_that_looks_like_markup_is_prose(medium: str, text: str) -> None:
    blocks = (Heading(1, text), Paragraph(text), Heading(2, text), Paragraph("末段"))
    report = _report(dr.Prose(blocks))
    assert dr.read(dr.to_bytes(report, medium), medium).report == report


@pytest.mark.parametrize("text", STRANGE)
def test_a_reader_of_markdown_shows_the_words_themselves(text: str) -> None:
    page = dr.to_bytes(_report(dr.Prose([Heading(1, text), Paragraph(text)])), "markdown").decode()
    tokens = MarkdownIt("commonmark").enable("table").parse(page)
    assert sum(token.type == "table_open" for token in tokens) == 3
    said = [token for before, token in pairwise(tokens) if before.type in {"heading_open", "paragraph_open"}]
    shown = ["".join(_shown(token)).split() for token in said]
    assert shown[2:4] == [text.split(), text.split()]


def _shown(token: Token) -> Iterator[str]:
    for child in token.children or ():
        assert child.type in {"text", "text_special", "softbreak", "hardbreak", "html_inline"}, child
        yield child.content if child.type.startswith("text") else "\n"


@pytest.mark.parametrize("medium", TEXTS)
@given(st.lists(st.text("\\|[]-=~.#<br>\n \u3000甲a1`*_", min_size=1).filter(str.strip), max_size=4))
def test_any_prose_reads_back(medium: str, texts: list[str]) -> None:
    report = _report(dr.Prose(map(Paragraph, texts)))
    assert dr.read(dr.to_bytes(report, medium), medium).report == report


@pytest.mark.parametrize("medium", TEXTS)
def test_columns_stand_below_each_other(medium: str) -> None:
    lines = dr.to_bytes(_report(dr.Prose()), medium).decode().splitlines()
    runs: list[list[str]] = [[]]
    for line in lines:
        if line.startswith("|"):
            runs[-1].append(line)
        elif runs[-1]:
            runs.append([])
    tables = [run for run in runs if run]
    assert [len({_columns(line) for line in table}) for table in tables] == [1, 1, 1]


def _columns(line: str) -> tuple[int, ...]:
    """On which columns of a screen the pipes stand."""
    places = [0]
    for character in line:
        places.append(places[-1] + 1 + (unicodedata.east_asian_width(character) in "WF"))
    return tuple(place for place, character in zip(places, line, strict=False) if character == "|")


@pytest.mark.parametrize("medium", TEXTS)
def test_line_ends_of_windows_change_nothing(medium: str) -> None:
    report = _report(dr.Prose.from_text("（一）甲\n乙，丙。"))
    data = dr.to_bytes(report, medium).replace(b"\n", b"\r\n")
    assert dr.read(data, medium).report == report
    assert dr.read("\ufeff".encode() + data, medium).report == report


@pytest.mark.parametrize("medium", TEXTS)
def test_a_number_that_is_changed_by_hand_is_read(medium: str) -> None:
    report = _report(dr.Prose.from_text("甲。"))
    path = "applications.newly_received.natural_person"
    text = dr.to_bytes(report, medium).decode()
    row = next(line for line in text.splitlines() if "一、本年新收" in line)
    value = str(report[path])
    changed = dr.read(text.replace(row, row.replace(f" {value} ", " 98765 ", 1)).encode(), medium)
    assert changed.report == report.replace({path: 98765})


@pytest.mark.parametrize("medium", TEXTS)
@given(report=reports(consistent=False, blanks=True), lines=st.integers(1, 8))
def test_without_its_details_it_is_old_text_and_no_number_is_wrong(
    medium: str, report: dr.Report, lines: int
) -> None:
    text = dr.to_bytes(report, medium).decode()
    cut = "\n".join(text.splitlines()[:-lines]).partition("[disclosure_report]")[0]
    cut = cut.partition("<!-- disclosure_report")[0]
    reading = dr.read(cut.encode(), medium)
    named = {path for finding in reading.findings for path in finding.paths}
    cells = report.cells()
    wrong = {
        path
        for path, value in reading.report.cells().items()
        if value is not None and value != cells.get(path) and path not in named
    }
    assert wrong == set()


def test_a_row_that_lost_a_pipe_is_read_like_old_text() -> None:
    report = _report(dr.Prose())
    text = dr.to_bytes(report, "text").decode()
    row = next(line for line in text.splitlines() if "行政许可" in line)
    reading = dr.read(text.replace(row, row.replace("|", "", 1)).encode(), "text")
    assert reading.report["applications.outcomes.total.total"] == report["applications.outcomes.total.total"]


@pytest.mark.parametrize("name", ["年报.txt", "年报.md"])
def test_the_suffix_names_the_medium(tmp_path: Path, name: str) -> None:
    report = _report(dr.Prose())
    dr.write(report, tmp_path / name)
    assert dr.read(tmp_path / name).report == report
    assert (tmp_path / name).read_text(encoding="utf-8").startswith("#") == name.endswith(".md")


def test_width_counts_wide_characters_twice() -> None:
    assert [width_of(text) for text in ("", "ab", "规章", "（一）a")] == [0, 2, 4, 7]
