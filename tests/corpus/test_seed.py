"""The page that the project began from, verbatim."""

import json
from pathlib import Path

import pytest

import disclosure_report as dr
from disclosure_report.blocks import Grid


SEED = Path(__file__).parent.parent.parent.parent / "shared" / "seed"
pytestmark = pytest.mark.corpus


def test_the_seed_reads_as_a_careful_person_reads_it() -> None:
    expected = json.loads((SEED / "yuelai-2021.expected.json").read_text(encoding="utf-8"))
    reading = dr.read(SEED / "yuelai-2021.txt")
    report = reading.report
    assert (report.agency, report.year, report.applications.form) == ("悦来镇", 2021, dr.Form.Y2021)
    cells = report.cells()
    zeros = {path for path in cells if path.startswith(("proactive_disclosure.", "disputes."))}
    assert {cells[path] for path in zeros} == {0}
    doubts = {f.place.line: f for f in reading.findings if f.code == "R301" and f.place}
    for row in expected["part3_rows"]:
        doubt = doubts.pop(row["line"], None)
        assert (doubt is None) == (row["missing_cells"] == 0)
        if doubt:
            assert {cells[path] for path in doubt.paths} == {None}
            assert f"只留下{row['zeros']}个" in doubt.text()
            assert doubt.text().count("0、") == max(row["zeros"] - 1, 0)
    assert not doubts
    complete_rows = [path for path, value in cells.items() if path.startswith("applications") and value == 0]
    assert len(complete_rows) == 3 * 7


def test_no_part_of_the_seed_is_lost_and_no_furniture_is_in_it() -> None:
    reading = dr.read(SEED / "yuelai-2021.txt")
    page = (SEED / "yuelai-2021.txt").read_text(encoding="utf-8").split("\n")
    start = page.index("一、总体情况") + 1
    overview = [line.strip() for line in page[start : page.index("二、主动公开政府信息情况")] if line.strip()]
    start = page.index("五、存在的主要问题及改进情况") + 1
    problems = [line.strip() for line in page[start : page.index("六、其他需要报告的事项")] if line.strip()]
    assert [block.text for block in reading.report.overview] == overview
    assert [block.text for block in reading.report.problems_and_improvements] == problems
    assert reading.report.other_matters.text == "无。"
    assert len(reading.report.preamble) == 0
    left_over = [block.text for block in reading.left_over if not isinstance(block, Grid)]
    assert left_over == [line for line in page[:8] if line.strip() and "年度报告" not in line]


def test_most_blanks_are_proved_and_zeros_make_every_relation_hold() -> None:
    report = dr.read(SEED / "yuelai-2021.txt").report
    blank = sum(value is None for value in report.cells().values())
    proved = dr.complete(report)
    assert len(proved.changes) > blank / 2
    assert {change.after for change in proved.changes} == {0}
    declared = dr.complete(report, zeros=True).report
    assert [each.status for each in dr.evaluate(declared)] == ["satisfied"] * 42
