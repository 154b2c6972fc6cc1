"""`check --marked`: one file, and its copy with comments."""

import os
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest
from click.testing import CliRunner, Result

import disclosure_report as dr
from disclosure_report.cli.commands import commands


Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, full: dr.Report) -> Run:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    broken = full.replace({"disputes.reconsideration.total": 5432})
    for name in ("in.docx", "in.xlsx", "in.html"):
        dr.write(broken, name)

    def run_command(*words: str) -> Result:
        result = CliRunner().invoke(commands, words)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return run_command


def test_a_word_file_gets_a_copy_with_comments(run: Run) -> None:
    result = run("check", "in.docx", "--marked", "out.docx")
    assert (result.exit_code, result.output.splitlines()[-1]) == (1, "写出 out.docx")
    words = [comment.text for comment in docx.Document("out.docx").comments]
    assert any(text.startswith("【错误 P401】") for text in words)
    assert dr.read("out.docx") == dr.read("in.docx")


def test_a_workbook_gets_a_copy_with_notes_in_the_language_asked_for(run: Run) -> None:
    result = run("check", "in.xlsx", "--marked", "out.xlsx", "--lang", "en")
    assert (result.exit_code, result.output.splitlines()[-1]) == (1, "wrote out.xlsx")
    note = openpyxl.load_workbook("out.xlsx")["四 复议诉讼"]["E4"].comment
    assert note is not None
    assert note.text.startswith("[error P401] ")


def test_what_was_filled_in_or_could_not_be_is_said_too(run: Run) -> None:
    assert run("check", "in.docx", "--blanks", "prove", "--marked", "out.docx").exit_code == 1
    assert len(list(docx.Document("out.docx").comments)) > 0


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("in.docx", "in.xlsx", "--marked", "out.docx"), "--marked"),
        ((".", "--marked", "out.docx"), "--marked"),
        (("in.docx", "--marked", "in.docx"), "in.docx"),
        (("in.docx", "--marked", "./in.docx"), "in.docx"),
        (("in.docx", "--marked", "-"), "标准输出"),
        (("in.docx", "--marked", "out.xlsx"), "target: out.xlsx"),
        (("in.html", "--marked", "out.html"), "reading: was read from html"),
        (("none.docx", "--marked", "out.docx"), "none.docx"),
        (("in.docx", "--marked", "none/out.docx"), "none/out.docx"),
    ],
)
def test_what_cannot_be_meant_is_refused_and_nothing_is_written(
    run: Run, words: tuple[str, ...], problem: str
) -> None:
    before = {name: Path(name).read_bytes() for name in os.listdir()}
    result = run("check", *words)
    assert result.exit_code == 2
    assert problem in result.output
    assert {name: Path(name).read_bytes() for name in os.listdir()} == before


def test_where_another_output_cannot_be_written_there_is_no_copy_either(run: Run) -> None:
    result = run("check", "in.docx", "--marked", "out.docx", "--json", "none/out.json")
    assert result.exit_code == 2
    assert not Path("out.docx").exists()
