"""The command line as a user meets it: exit codes, files, no traceback."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import disclosure_report as dr
from disclosure_report.checks.catalogue import CATALOGUE
from disclosure_report.cli.commands import commands


Run = Callable[..., Result]
PAGE = "青溪镇2021年政府信息公开工作年度报告\n一、总体情况\n好。\n"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")

    def run_command(*words: str) -> Result:
        result = CliRunner().invoke(commands, words)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return run_command


def test_demo_shows_three_steps_and_writes_three_files(run: Run, tmp_path: Path) -> None:
    result = run("demo")
    assert result.exit_code == 0
    assert [word for word in ("第一步", "第二步", "第三步") if word in result.output] == [
        "第一步",
        "第二步",
        "第三步",
    ]
    folder = tmp_path / "disclosure-report-demo"
    assert sorted(os.listdir(folder)) == ["report.docx", "report.json", "report.xlsx"]
    report = dr.read(folder / "report.json").report
    assert dr.check(report) == ()
    assert run("demo", "--lang", "en").exit_code == 0


def test_convert_writes_what_each_suffix_says(run: Run, full: dr.Report, tmp_path: Path) -> None:
    dr.write(full, tmp_path / "in.json")
    result = run("convert", "in.json", "a.docx", "a.xlsx", "a.json")
    assert result.exit_code == 0, result.output
    assert (tmp_path / "a.docx").read_bytes() == dr.to_bytes(full, "docx")
    assert dr.read(tmp_path / "a.json").report == full


def test_convert_writes_nothing_unless_all_can_be_made(run: Run, tmp_path: Path) -> None:
    result = run("convert", "page.txt", "a.docx", "a.zzz")
    assert (result.exit_code, os.listdir(tmp_path)) == (2, ["page.txt"])
    assert "a.zzz" in result.output


def test_convert_writes_nothing_for_what_is_no_report(run: Run, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("今天天气很好。", encoding="utf-8")
    result = run("convert", "other.txt", "a.docx")
    assert result.exit_code == 2
    assert not (tmp_path / "a.docx").exists()


@pytest.mark.parametrize(
    "words", [("convert", "in.xlsx", "./in.xlsx"), ("blank", "./in.xlsx", "--previous", "in.xlsx")]
)
def test_the_file_that_is_read_is_not_written_over(
    words: tuple[str, ...], run: Run, full: dr.Report, tmp_path: Path
) -> None:
    dr.write(full, tmp_path / "in.xlsx")
    before = (tmp_path / "in.xlsx").read_bytes()
    assert run(*words).exit_code == 2
    assert (tmp_path / "in.xlsx").read_bytes() == before


def test_convert_to_a_folder_that_is_not_there(run: Run) -> None:
    result = run("convert", "page.txt", "nowhere/a.docx", "--threshold", "never")
    assert result.exit_code == 2
    assert "nowhere" in result.output


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["page.txt"], 1),
        (["page.txt", "--threshold", "error"], 1),
        (["page.txt", "--threshold", "never"], 0),
        (["nope.txt"], 2),
        (["page.txt", "nope.txt"], 2),
        (["."], 1),
        (["nowhere/"], 2),
        ([], 2),
        (["page.txt", "--blanks", "zero"], 1),
        (["page.txt", "--medium", "word"], 2),
        (["page.txt", "--year", "x"], 2),
    ],
)
def test_check_exits_with(words: list[str], code: int, run: Run) -> None:
    assert run("check", *words).exit_code == code


def test_check_of_a_report_in_order_exits_with_0(run: Run, full: dr.Report, tmp_path: Path) -> None:
    dr.write(full, tmp_path / "a.json")
    result = run("check", "a.json")
    assert (result.exit_code, "没有问题" in result.output) == (0, True)


def test_a_file_that_cannot_be_read_does_not_end_the_others(
    run: Run, full: dr.Report, tmp_path: Path
) -> None:
    dr.write(full, tmp_path / "a.json")
    result = run("check", "nope.txt", "a.json")
    assert result.exit_code == 2
    assert result.output.startswith("nope.txt: ")
    assert result.output.endswith("文件 2：年度报告 1，不是年度报告 0，不能读取 1\n")


@pytest.mark.parametrize(("blanks", "filled"), [("keep", 0), ("prove", 0), ("zero", 200)])
def test_blanks(blanks: str, filled: int, run: Run, tmp_path: Path) -> None:
    run("convert", "page.txt", "a.json", "--blanks", blanks)
    cells = dr.read(tmp_path / "a.json").report.cells()
    assert sum(value is not None for value in cells.values()) == filled


def test_read_shows_cells_and_findings_in_english(run: Run) -> None:
    result = run("read", "page.txt", "--lang", "en")
    assert result.exit_code == 1
    assert "no such table" in result.output
    assert "part not found" in result.output


def test_what_the_caller_knows(run: Run, tmp_path: Path) -> None:
    run("convert", "page.txt", "a.json", "--agency", "清溪镇", "--year", "2020")
    document = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert (document["agency"], document["year"], document["applications"]["form"]) == ("清溪镇", 2020, 2019)


def test_a_terminal_without_chinese_gets_no_traceback(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PYTHONUTF8": "0"}
    command = [sys.executable, "-m", "disclosure_report", "demo"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_missing_extra_names_the_install(tmp_path: Path) -> None:
    code = "import sys; sys.modules['click'] = None; from disclosure_report.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode != 0
    assert done.stderr.strip() == 'click is missing: pip install "disclosure-report[cli]"'


@pytest.mark.parametrize("name", ["[red]a.txt", "a[", "a[/b].txt"])
def test_a_file_name_is_never_markup(name: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text(PAGE, encoding="utf-8")
    result = run("check", name, "--medium", "text")
    assert result.exit_code == 1
    assert name in result.output


def test_convert_leaves_no_file_when_one_cannot_be_written(run: Run, tmp_path: Path) -> None:
    result = run("convert", "page.txt", "a.docx", "nowhere/b.docx")
    assert result.exit_code == 2
    assert "nowhere" in result.output
    assert os.listdir(tmp_path) == ["page.txt"]


@pytest.mark.parametrize("encoding", ["undefined", "no-such", "a\0b"])
def test_an_encoding_that_cannot_be_used(encoding: str, run: Run) -> None:
    assert run("read", "page.txt", "--encoding", encoding).exit_code == 2


def test_what_is_no_report_exits_with_2(run: Run, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("今天天气很好。", encoding="utf-8")
    assert [run(command, "other.txt").exit_code for command in ("read", "check")] == [2, 2]


def test_blank_makes_a_form_to_fill_in(run: Run, tmp_path: Path) -> None:
    result = run("blank", "form.xlsx", "--agency", "青溪镇", "--year", "2022")
    assert (result.exit_code, result.output) == (0, "写出 form.xlsx\n")
    assert dr.read(tmp_path / "form.xlsx").report == dr.Report.blank("青溪镇", 2022)
    assert run("blank", "old.xlsx", "--form", "2019").exit_code == 0
    assert dr.read(tmp_path / "old.xlsx").report == dr.Report.blank(None, None, dr.Form.Y2019)


def test_blank_carries_over_what_last_year_left(run: Run, full: dr.Report, tmp_path: Path) -> None:
    path = "applications.{}_forward.natural_person"
    dr.write(full.replace({path.format("carried"): 3}), tmp_path / "last.docx")
    assert run("blank", "form.xlsx", "--previous", "last.docx").exit_code == 0
    report = dr.read(tmp_path / "form.xlsx").report
    assert (report.agency, report.year) == (full.agency, 2022)
    assert report[path.format("brought")] == 3
    assert report["applications.newly_received.natural_person"] is None


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["form.xlsx"], "a blank report needs a year or a form"),
        (["form.docx", "--year", "2022"], "a form to fill in is a file of xlsx"),
        (["form.xlsx", "--previous", "missing.docx"], "missing.docx"),
        (["form.xlsx", "--previous", "prose.txt"], "不是年度报告"),
    ],
)
def test_blank_says_what_it_lacks(words: list[str], said: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "prose.txt").write_text("一段文字。", encoding="utf-8")
    result = run("blank", *words)
    assert result.exit_code == 2
    assert said in result.output
    assert not (tmp_path / words[0]).exists()


def test_explain_prints_the_page_of_a_code(run: Run) -> None:
    done = run("explain", "p303")
    assert done.exit_code == 0
    assert done.output.startswith("P303  错误  新收加结转不等于办理加结转\n")
    assert "怎样处理" in done.output
    assert (
        "  >>> [finding.code for finding in dr.check(report, select=[\"P\"])]\n  ['P303', 'P303']\n"
        in done.output
    )
    english = run("explain", "P303", "--lang", "en").output
    assert english.startswith("P303  error  Received and brought forward do not balance\n")
    assert "What to do" in english
    assert "怎样处理" not in english


def test_explain_lists_codes_that_begin_so(run: Run) -> None:
    assert [line[:4] for line in run("explain", "P3").output.splitlines()] == ["P301", "P302", "P303"]
    assert len(run("explain").output.splitlines()) == len(CATALOGUE)


def test_explain_of_no_code_is_wrong_usage(run: Run) -> None:
    done = run("explain", "P303", "X9")
    assert done.exit_code == 2
    assert "没有这个代码：X9" in done.output
    assert "新收" not in done.output
