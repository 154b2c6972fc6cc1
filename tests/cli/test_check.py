"""The command `check`: folders, codes, a baseline, last year's report, lists for programs and offices."""

import json
import os
import sys
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import openpyxl
import pytest
from click.testing import CliRunner, Result

import disclosure_report as dr
from disclosure_report.cli.commands import commands
from disclosure_report.media.xlsx import listing


TOTAL = "disputes.reconsideration.total"
FEE = "proactive_disclosure.administrative_fees.amount"
BROUGHT = "applications.brought_forward.natural_person"
Run = Callable[..., Result]
SCHEMA = json.loads(files("disclosure_report").joinpath("findings.schema.json").read_text(encoding="utf-8"))


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    return lambda *words: CliRunner().invoke(commands, ["check", *words], catch_exceptions=False)


@pytest.fixture
def folder(full: dr.Report, tmp_path: Path) -> Path:
    """A right report, a wrong one, one that is a damaged file, and a page that is no report."""
    place = tmp_path / "all"
    place.mkdir()
    dr.write(full, place / "right.docx")
    dr.write(full.replace({TOTAL: 5, FEE: Decimal("0.5")}, agency="=白石镇"), place / "wrong.xlsx")
    (place / "cut.docx").write_bytes(b"PK\x03\x04")
    (place / "weather.txt").write_text("明天有雨。", encoding="utf-8")
    return place


def _codes(result: Result) -> list[str]:
    words = [line.split() for line in result.output.splitlines()]
    return [line[1] for line in words if len(line) > 2 and line[0] in {"error", "warning", "hint"}]


def test_a_folder_has_its_findings_by_file_and_a_table(run: Run, folder: Path) -> None:
    done = run("all", "--lang", "en")
    assert done.exit_code == 2
    lines = done.output.splitlines()
    cut = next(line for line in lines if line.startswith(str(Path("all", "cut.docx"))))
    assert "damaged" in cut
    assert _codes(done) == ["P401", "R101"] or _codes(done) == ["R101", "P401"]
    assert lines[-1] == "files 4: 2 annual reports, 1 others, 1 unreadable"
    table = [line.split() for line in lines[-4:-1]]
    assert [row[0].rpartition("/")[2] for row in table] == ["right.docx", "weather.txt", "wrong.xlsx"]
    assert table[0][-3:] == ["0", "0", "0"]
    assert table[2][-3:] == ["1", "0", "0"]


def test_codes_are_chosen_by_their_beginnings(run: Run, folder: Path) -> None:
    name = str(folder / "wrong.xlsx")
    assert _codes(run(name, "--lang", "en", "--select", "p,b1")) == ["P401"]
    assert (
        run(name, "--ignore", "P4").exit_code == run(name, "--select", "B", "--select", "R1").exit_code == 0
    )
    refused = run(name, "--select", "Z")
    assert (refused.exit_code, refused.output) == (2, "select: no code begins with 'Z'\n")


def test_a_baseline_is_written_refused_without_reasons_and_then_keeps_quiet(run: Run, folder: Path) -> None:
    name = str(folder / "wrong.xlsx")
    assert run(name, "--write-baseline", "known.toml").exit_code == 1
    refused = run(name, "--baseline", "known.toml")
    assert (refused.exit_code, "entry 1 (P401) has no reason" in refused.output) == (2, True)
    text = Path("known.toml").read_text(encoding="utf-8")
    Path("known.toml").write_text(text.replace('reason = ""', 'reason = "已核实。"'), encoding="utf-8")
    quiet = run(
        "all/wrong.xlsx", "--baseline", "known.toml", "--write-baseline", "known.toml", "--lang", "en"
    )
    assert (quiet.exit_code, "nothing to report" in quiet.output) == (0, True)
    assert "已核实。" in Path("known.toml").read_text(encoding="utf-8")


def test_last_years_report_is_compared_with_one_file_alone(run: Run, full: dr.Report, tmp_path: Path) -> None:
    dr.write(full.replace(year=2020), tmp_path / "last.json")
    dr.write(full.replace(year=2019), tmp_path / "older.json")
    dr.write(full.replace({BROUGHT: 2}), tmp_path / "this.json")
    found = run("this.json", "--previous", "last.json", "--lang", "en", "--select", "Y")
    assert _codes(found) == ["Y301"]
    for words in (("this.json", "last.json"), (".",)):
        refused = run(*words, "--previous", "last.json", "--lang", "en")
        assert (refused.exit_code, "one file alone" in refused.output) == (2, True)
    for name, problem in (("older.json", "is of 2019"), ("nope.json", "nope.json: No such file")):
        refused = run("this.json", "--previous", name)
        assert (refused.exit_code, problem in refused.output) == (2, True)
    (tmp_path / "weather.txt").write_text("明天有雨。", encoding="utf-8")
    assert "is no annual report" in run("this.json", "--previous", "weather.txt").output


def test_a_deadline_is_looked_at_where_the_kind_is_given(run: Run, full: dr.Report, tmp_path: Path) -> None:
    dr.write(full.replace(publication_date=date(2022, 2, 1)), tmp_path / "a.json")
    assert run("a.json", "--threshold", "hint").exit_code == 0
    assert _codes(run("a.json", "--kind", "department", "--lang", "en")) == ["T104"]


def test_json_is_as_its_schema_says_and_has_every_file(run: Run, folder: Path, tmp_path: Path) -> None:
    done = run("all", "--json", "out.json", "--lang", "en")
    assert done.output.endswith("wrote out.json\n")
    document = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(document, SCHEMA)
    by_name = {Path(entry["file"]).name: entry for entry in document["files"]}
    assert list(by_name) == ["cut.docx", "right.docx", "weather.txt", "wrong.xlsx"]
    [finding] = by_name["wrong.xlsx"]["findings"]
    reading = dr.read(folder / "wrong.xlsx")
    [expected] = dr.check(reading)
    assert (finding["code"], finding["expected"], finding["found"], finding["difference"]) == (
        "P401",
        3,
        5,
        2,
    )
    assert (finding["text"], finding["paths"]) == (expected.text("en"), list(expected.paths))
    assert finding["place"] == str(expected.place)
    assert by_name["right.docx"]["findings"] == []
    assert by_name["cut.docx"]["error"]


def test_an_office_gets_a_list_to_work_through(run: Run, folder: Path, tmp_path: Path) -> None:
    assert run("all", "--xlsx", "out.xlsx").output.endswith("写出 out.xlsx\n")
    sheet: Any = openpyxl.load_workbook(tmp_path / "out.xlsx").active
    heads = [cell.value for cell in sheet[1]]
    assert heads[:4] == ["序号", "文件", "机关", "年份"]
    assert heads[-2:] == ["处理情况", "说明"]
    rows = [dict(zip(heads, (cell.value for cell in row), strict=True)) for row in sheet.iter_rows(min_row=2)]
    assert [(row["序号"], Path(row["文件"]).name, row["代码"]) for row in rows] == [
        (1, "cut.docx", None),
        (2, "weather.txt", "R101"),
        (3, "wrong.xlsx", "P401"),
    ]
    assert (rows[2]["机关"], rows[2]["应为"], rows[2]["实为"]) == ("=白石镇", 3, 5)
    assert sheet.cell(4, 3).data_type == "s"
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:N4")
    assert [row["处理情况"] for row in rows] == [None] * 3
    [choice] = sheet.data_validations.dataValidation
    assert (choice.formula1, str(choice.sqref)) == ('"已改正,情况属实,待处理"', "M2:M4")


def test_the_same_findings_give_the_same_list(run: Run, folder: Path, tmp_path: Path) -> None:
    run("all", "--xlsx", "one.xlsx")
    run("all", "--xlsx", "two.xlsx")
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()


def test_a_list_of_nothing_has_its_heads(run: Run, folder: Path, tmp_path: Path) -> None:
    assert run("all/right.docx", "--xlsx", "out.xlsx").exit_code == 0
    sheet: Any = openpyxl.load_workbook(tmp_path / "out.xlsx").active
    assert (sheet.max_row, sheet.data_validations.dataValidation) == (1, [])


def _list(rows: list[tuple[str | None]]) -> bytes:
    return listing.write_lists([listing.ListSheet("表", [listing.Column("=甲", 10)], rows)])


def test_a_list_is_refused_beyond_what_a_sheet_holds_and_texts_are_made_to_fit(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    data = _list([("=1+1",), ("a\x01b",), ("长" * 40_000,), (None,)])
    (tmp_path / "a.xlsx").write_bytes(data)
    sheet: Any = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    values = [row[0].value for row in sheet.iter_rows(min_row=2)]
    assert values == ["=1+1", "a\N{REPLACEMENT CHARACTER}b", "长" * 32_767, None]
    monkeypatch.setattr(listing, "MOST_ROWS", 1)
    with pytest.raises(dr.DisclosureReportError, match="holds 1 rows, not 2"):
        _list([("a",), ("b",)])


@pytest.mark.parametrize("option", ["--json", "--xlsx", "--write-baseline"])
def test_no_file_that_is_checked_is_overwritten(option: str, run: Run, folder: Path) -> None:
    before = (folder / "wrong.xlsx").read_bytes()
    assert run("all/wrong.xlsx", option, str(folder / "wrong.xlsx")).exit_code == 2
    assert run("all/wrong.xlsx", option, "-").exit_code == 2
    assert (folder / "wrong.xlsx").read_bytes() == before
    missing = run("all/wrong.xlsx", option, str(folder / "none" / "out"))
    assert missing.exit_code == 2
    assert sorted(each.name for each in folder.iterdir()) == [
        *("cut.docx", "right.docx", "weather.txt", "wrong.xlsx")
    ]


@pytest.mark.parametrize("option", ["--json", "--xlsx", "--write-baseline", "--marked"])
def test_last_years_report_and_the_baseline_are_not_written_over(
    option: str, run: Run, full: dr.Report, tmp_path: Path
) -> None:
    dr.write(full, "this.docx")
    dr.write(full.replace(year=(full.year or 0) - 1), "last.docx")
    Path("known.toml").write_text("# nothing yet\n", encoding="utf-8")
    before = {each.name: each.read_bytes() for each in tmp_path.iterdir()}
    result = run("this.docx", "--previous", "last.docx", option, str(tmp_path / "last.docx"))
    assert (result.exit_code, "last.docx" in result.output) == (2, True)
    if option != "--write-baseline":
        assert run("this.docx", "--baseline", "known.toml", option, "./known.toml").exit_code == 2
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == before


def test_a_baseline_may_grow_where_it_stands(run: Run, blank: dr.Report) -> None:
    dr.write(blank, "this.docx")
    Path("known.toml").write_text("# nothing yet\n", encoding="utf-8")
    assert run("this.docx", "--baseline", "known.toml", "--write-baseline", "known.toml").exit_code == 1
    assert "[[known]]" in Path("known.toml").read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no names of files that are no text")
def test_a_name_that_is_no_text_reads_back_from_json(run: Run, folder: Path, tmp_path: Path) -> None:
    name = os.fsdecode("all/错\udcff.txt".encode(errors="surrogateescape"))
    Path(name).write_text("明天有雨。", encoding="utf-8")
    assert run("all", "--json", "out.json").exit_code == 2
    found = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert name in [each["file"] for each in found["files"]]


@pytest.mark.skipif(sys.platform == "win32", reason="no such names there")
def test_a_name_is_shown_in_one_line_and_as_it_is(run: Run, full: dr.Report, tmp_path: Path) -> None:
    dr.write(full, tmp_path / "a:100:\x1b[31m\nb.docx")
    result = run("a:100:\x1b[31m\nb.docx", "--json", "c:100:\x1b.json")
    assert "a:100: [31m b.docx" in result.output
    assert "写出 c:100: .json" in result.output
    assert "\x1b" not in result.output


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        (("--select", "B103,R201"), {"R201"}),
        (("--select", "B103"), {"B103"}),
        (("--ignore", "R", "--select", "B103,R"), {"B103"}),
    ],
)
def test_a_missing_part_is_said_by_the_code_that_is_asked_for(
    words: tuple[str, ...], codes: set[str], run: Run
) -> None:
    Path("page.txt").write_text(
        "青溪镇2025年政府信息公开工作年度报告\n一、总体情况\n好。\n", encoding="utf-8"
    )
    run("page.txt", *words, "--json", "out.json")
    [said] = json.loads(Path("out.json").read_text(encoding="utf-8"))["files"]
    assert {finding["code"] for finding in said["findings"]} == codes
