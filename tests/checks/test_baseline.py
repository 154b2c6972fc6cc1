"""A baseline of known findings: read, written, applied; each entry has a reason."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import disclosure_report as dr
from disclosure_report.checks.baseline import Baseline, Known
from disclosure_report.errors import DamagedFileError
from disclosure_report.testing import broken_reports


ROW = "proactive_disclosure.normative_documents."
ENTRY = """[[known]]
agency = "青溪镇"
year = 2025
code = "B103"
paths = ["overview"]
text = "一、总体情况：没有文字"
reason = "另行报送。"
"""


def _two_years(now: int) -> tuple[dr.Report, dr.Report]:
    last = dr.Report.blank("青溪镇", 2024).replace({ROW + "in_force": 8})
    cells = {ROW + "issued": 2, ROW + "repealed": 1, ROW + "in_force": now}
    return dr.Report.blank("青溪镇", 2025).replace(cells), last


def test_a_known_finding_is_left_out_and_told_again_when_its_numbers_change(tmp_path: Path) -> None:
    this, last = _two_years(7)
    found = dr.check(this, last, select=["Y"])
    baseline = Baseline(tuple(Known.of(each, this, "两件文件划转县局。") for each in found))
    path = tmp_path / "known.toml"
    path.write_text(baseline.text(), encoding="utf-8", newline="\r\n")
    assert [finding.code for finding in found] == ["Y201"]
    assert dr.check(this, last, select=["Y"], baseline=path) == ()
    assert len(dr.check(this, last, baseline=path)) == len(dr.check(this, last)) - 1
    other, _ = _two_years(6)
    assert [finding.code for finding in dr.check(other, last, select=["Y"], baseline=path)] == ["Y201"]
    renamed = this.replace(agency="白石镇")
    assert [finding.code for finding in dr.check(renamed, last, select=["Y2"], baseline=path)] == ["Y201"]


@given(broken_reports(), st.text(min_size=1).filter(str.strip))
def test_what_was_written_reads_back_equal(broken: tuple[dr.Report, object], reason: str) -> None:
    report, _ = broken
    found = dr.check(report)
    baseline = Baseline(tuple(Known.of(each, report, reason) for each in found))
    assert Baseline.read(baseline.text().encode()) == baseline
    assert all(baseline.knows(finding, report) for finding in found)
    assert dr.check(report, baseline=baseline.text().encode()) == ()
    assert list(baseline.new(found, report)) == []
    assert baseline.grown(baseline.entries) == baseline


def test_new_findings_are_added_once_without_a_reason_and_refused_until_they_have_one() -> None:
    report = dr.Report.blank("青溪镇", 2025)
    found = dr.check(report, select=["B103"])
    known = Baseline((Known.of(found[0], report, "另行报送。"),))
    grown = known.grown(known.new([*found, *found], report))
    assert [entry.reason for entry in grown.entries] == ["另行报送。", "", ""]
    with pytest.raises(DamagedFileError, match=r"entry 2 \(B103\) has no reason"):
        Baseline.read(grown.text().encode())


def test_an_empty_baseline_knows_nothing(blank: dr.Report) -> None:
    assert Baseline.read(Baseline().text().encode()) == Baseline()
    assert Baseline.read(b"# nothing yet\n") == Baseline()
    assert dr.check(blank, baseline=b"# nothing yet\n") == dr.check(blank)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"\xff\xfe", "is no baseline"),
        (b"known = [", "is no baseline"),
        (b"known = " + b"[" * 100_000, "is no baseline"),
        (ENTRY.replace("2025", "9" * 5000).encode(), "is no baseline"),
        (b"[other]\n", "[[known]] and nothing else"),
        (b"known = 3\n", "[[known]] and nothing else"),
        (b"known = [3]\n", "entry 1 has other fields"),
        (ENTRY.replace("year = 2025\n", "").encode(), "entry 1 has other fields than agency, year, code"),
        ((ENTRY + "more = 1\n").encode(), "entry 1 has other fields"),
        (ENTRY.replace("2025", '"2025"').encode(), "entry 1: year is no int"),
        (ENTRY.replace("2025", "true").encode(), "entry 1: year is no int"),
        (ENTRY.replace('["overview"]', '"overview"').encode(), "entry 1: paths is no list"),
        (ENTRY.replace('["overview"]', "[3]").encode(), "entry 1: paths holds what is no str"),
        ((ENTRY + ENTRY.replace("另行报送。", " ")).encode(), "entry 2 (B103) has no reason"),
    ],
)
def test_what_is_no_baseline_is_refused_with_its_entry(data: bytes, problem: str, tmp_path: Path) -> None:
    path = tmp_path / "known.toml"
    path.write_bytes(data)
    with pytest.raises(DamagedFileError, match=re.escape(problem)) as raised:
        dr.check(dr.Report.blank("青溪镇", 2025), baseline=path)
    assert str(path) in str(raised.value)


def test_the_entry_of_these_tests_is_right(blank: dr.Report) -> None:
    report = blank.replace(year=2025)
    assert len(dr.check(report, baseline=ENTRY.encode())) == len(dr.check(report)) - 1
