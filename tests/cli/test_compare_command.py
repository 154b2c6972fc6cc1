"""`compare`: two files, and a document of both."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result

import disclosure_report as dr
from disclosure_report.cli.commands import commands


Run = Callable[..., Result]
BROUGHT, CARRIED = "applications.brought_forward.total", "applications.carried_forward.total"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    last = dr.complete(dr.Report.blank("青溪镇", 2024), zeros=True).report
    dr.write(last, "last.docx")
    this = last.replace(year=2025)
    dr.write(this, "this.xlsx")
    dr.write(this.replace({BROUGHT: 3}), "wrong.json")
    dr.write(this.replace(agency="悦来镇"), "other.json")
    Path("notes.txt").write_text("今天天气很好。", encoding="utf-8")
    Path("damaged.docx").write_bytes(b"PK\x03\x04 cut off")

    def run_command(*words: str) -> Result:
        result = CliRunner().invoke(commands, ["compare", *words])
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return run_command


def test_two_years_become_a_document(run: Run) -> None:
    result = run("this.xlsx", "last.docx", "-o", "out.docx")
    assert (result.exit_code, result.output.splitlines()) == (
        0,
        [
            "读取 this.xlsx",
            "单元格 200：读到 200，空白 0，存疑 0",
            "读取 last.docx",
            "单元格 200：读到 200，空白 0，存疑 0",
            "没有问题",
            "写出 out.docx",
        ],
    )
    assert docx.Document("out.docx").paragraphs[0].text.startswith("青溪镇2025年与2024年")
    comparison = dr.compare(dr.read("this.xlsx"), dr.read("last.docx"))
    assert Path("out.docx").read_bytes() == dr.to_bytes(comparison, "docx")


@pytest.mark.usefixtures("chinese_font")
def test_a_chart_is_drawn_where_it_is_asked_for(run: Run) -> None:
    result = run("wrong.json", "last.docx", "-o", "out.docx", "--chart", "--threshold", "never")
    assert (result.exit_code, result.output.splitlines()[-1]) == (0, "写出 out.docx")
    comparison = dr.compare(dr.read("wrong.json"), dr.read("last.docx"))
    assert Path("out.docx").read_bytes() == dr.to_bytes(comparison, "docx", chart=True)
    assert len(docx.Document("out.docx").inline_shapes) == 1


def test_a_chart_without_matplotlib_is_one_line_and_nothing_is_written(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "disclosure_report.media.charts.drawing", None)
    result = run("wrong.json", "last.docx", "-o", "out.docx", "--chart")
    assert result.exit_code == 2
    assert result.output.splitlines()[-1] == (
        'a chart needs matplotlib: pip install "disclosure-report[charts]"'
    )
    assert not Path("out.docx").exists()


@pytest.mark.parametrize(("threshold", "code"), [("error", 1), ("warning", 1), ("never", 0)])
def test_findings_between_the_years_decide_the_exit_code(run: Run, threshold: str, code: int) -> None:
    result = run("wrong.json", "last.docx", "-o", "out.docx", "--threshold", threshold, "--lang", "en")
    assert result.exit_code == code
    assert "Y301" in result.output
    assert result.output.splitlines()[-1] == "wrote out.docx"
    assert "Y301" in docx.Document("out.docx").paragraphs[-1].text


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("last.docx", "this.xlsx", "-o", "out.docx"), "last: is of 2025, not of the year before 2024"),
        (("other.json", "last.docx", "-o", "out.docx"), "last: is of another organ: 青溪镇, not 悦来镇"),
        (("damaged.docx", "last.docx", "-o", "out.docx"), "damaged.docx: is a damaged package"),
        (("this.xlsx", "damaged.docx", "-o", "out.docx"), "damaged.docx: is a damaged package"),
        (("this.xlsx", "none.docx", "-o", "out.docx"), "none.docx: No such file"),
        (("none.docx", "last.docx", "-o", "out.docx"), "none.docx: No such file"),
        (("notes.txt", "last.docx", "-o", "out.docx"), "notes.txt：不是年度报告，什么也没有写"),
        (("this.xlsx", "notes.txt", "-o", "out.docx"), "notes.txt：不是年度报告，什么也没有写"),
        (("this.xlsx", "last.docx", "-o", "out.xlsx"), "out.xlsx: a comparison is a file of docx"),
        (("this.xlsx", "last.docx", "-o", "out.zzz"), "out.zzz: .zzz names no medium"),
        (("this.xlsx", "last.docx", "-o", "none/out.docx"), "none/out.docx: No such file"),
        (("this.xlsx", "last.docx", "-o", "./last.docx"), "./last.docx"),
        (("this.xlsx", "last.docx", "-o", "-"), "标准输出"),
        (("this.xlsx", "last.docx"), "--output"),
        (("this.xlsx", "-o", "out.docx"), "LAST"),
    ],
)
def test_what_cannot_be_compared_is_one_line_and_nothing_is_written(
    run: Run, words: tuple[str, ...], problem: str
) -> None:
    before = {name: Path(name).read_bytes() for name in os.listdir()}
    result = run(*words)
    assert result.exit_code == 2
    assert problem in result.output
    assert problem in result.output.splitlines()[-1]
    assert {name: Path(name).read_bytes() for name in os.listdir()} == before
