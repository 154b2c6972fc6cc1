"""Readable case files: a page, what is read from it, what is left over, which doubts are written down.

A case lists the findings that it is about, with their lines; findings on rows that the short page does not
have (R303), on parts (R201) and tables (R202) that it leaves out count only where it lists them.
"""

from pathlib import Path
from typing import Any

import pytest

import disclosure_report as dr
from disclosure_report.blocks import Grid
from disclosure_report.model.prose import Prose


CASES = sorted((Path(__file__).parent.parent.parent / "cases" / "text").glob("*.txt"))
UNLISTED = {"R201", "R202", "R303"}


def _sections(path: Path) -> dict[str, list[str]]:
    sections: dict[str, list[str]] = {}
    name = "about"
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("=== "):
            name = line.removeprefix("=== ")
        else:
            sections.setdefault(name, []).append(line)
    return sections


def _shown(report: dr.Report, name: str) -> str:
    value: Any = report
    if name in report.cells():
        value = report[name]
    else:
        for step in name.split("."):
            value = getattr(value, step)
    if isinstance(value, Prose):
        return " / ".join(block.text for block in value)
    if isinstance(value, dr.Form):
        return str(value.value)
    return "" if value is None else str(value)


@pytest.mark.parametrize("path", CASES, ids=lambda path: str(path.stem))
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_case(path: Path, line_end: str, encoding: str) -> None:
    sections = _sections(path)
    page = line_end.join(sections["page"])
    reading = dr.read(page.encode(encoding), "text")
    expected = {
        name: value.strip() for name, _, value in (line.partition(":") for line in sections["report"])
    }
    assert {name: _shown(reading.report, name) for name in expected} == expected
    listed = sections.get("findings", [])
    found = [
        f"{finding.code} {finding.place.text('en')}" if finding.place else finding.code
        for finding in reading.findings
        if finding.code not in UNLISTED or finding.code in listed
    ]
    unlisted = {line for line in listed if line in UNLISTED}
    assert [line for line in found if line.split()[0] not in unlisted] == [
        line for line in listed if line not in unlisted
    ]
    assert unlisted <= {finding.code for finding in reading.findings}
    if "left over" in sections:
        left_over = [block.text for block in reading.left_over if not isinstance(block, Grid)]
        assert left_over == sections["left over"]
