"""`collect`: a folder of files by a roster becomes lists, reports and a total, again and again."""

import csv
import io
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random

import openpyxl
import pytest
from click.testing import CliRunner, Result
from county import fill, report_of
from openpyxl.comments import Comment

import disclosure_report as dr
from disclosure_report.cli.commands import commands


Run = Callable[..., Result]
UPHELD, TOTAL = "disputes.reconsideration.upheld", "disputes.reconsideration.total"
RESULTS = [
    "报告/悦来镇.docx",
    "报告/青溪.docx",
    "数据.csv",
    "汇总.docx",
    "汇总.xlsx",
    "汇总明细.xlsx",
    "问题清单.xlsx",
]


def _whole(agency: str, cases: int = 1, year: int = 2026) -> dr.Report:
    """A report of which nothing is to be said."""
    report = report_of(agency, year, Random(cases))
    nothing = {path: 0 for path in report.cells() if path.startswith("disputes.reconsideration.")}
    return report.replace({**nothing, UPHELD: cases, TOTAL: cases})


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    Path("名册.csv").write_bytes("机关,文件名,上级\n青溪镇,青溪,云岭县\n悦来镇,,云岭县\n".encode("gbk"))
    Path("in/sub").mkdir(parents=True)
    dr.write(_whole("青溪镇", 2), "in/sub/a.docx")
    dr.write(_whole("悦来镇", 3), "in/悦来镇.xlsx")

    def run_command(*words: str) -> Result:
        result = CliRunner().invoke(commands, words)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return run_command


def _files(folder: str = "out") -> list[str]:
    found = (path for path in Path(folder).rglob("*") if path.is_file() and not path.name.startswith("."))
    return sorted(path.relative_to(folder).as_posix() for path in found)


def _written(name: str) -> tuple[int, int]:
    """Which file it is, and when it was written."""
    found = Path("out", name).stat()
    return found.st_ino, found.st_mtime_ns


def _list() -> list[dict[str, object]]:
    sheet = openpyxl.load_workbook("out/问题清单.xlsx").worksheets[0]
    heads, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, heads), row, strict=True)) for row in rows]


def test_a_folder_becomes_lists_reports_and_a_total(run: Run) -> None:
    result = run("collect", "名册.csv", "in", "-o", "out")
    assert (result.exit_code, [" ".join(line.split()) for line in result.output.splitlines()]) == (
        0,
        [
            "机关 状态 文件 读到 空白 存疑 错误 警告 提示",
            "青溪镇 已计入 sub/a.docx 200 0 0 0 0 0",
            "悦来镇 已计入 悦来镇.xlsx 200 0 0 0 0 0",
            "2026年，名册 2：已计入 2，没有计入 0，没有收到 0；文件 2",
            "汇总：200 个单元格有数，0 个空白",
            "out：写出 7，没有变化 0，删除 0",
        ],
    )
    assert _files() == RESULTS
    assert _list() == []
    assert dr.read("out/汇总.xlsx").report == dr.read("out/汇总.docx").report
    assert dr.read("out/汇总.docx").report[UPHELD] == 5
    assert dr.read("out/汇总.docx").report.full_title == "云岭县2026年政府信息公开工作年度报告"
    assert dr.read("out/报告/青溪.docx").report == _whole("青溪镇", 2)


def test_the_total_can_be_traced_to_its_parts(run: Run) -> None:
    run("collect", "名册.csv", "in", "-o", "out")
    book = openpyxl.load_workbook("out/汇总明细.xlsx")
    assert [len([*sheet.rows]) for sheet in book.worksheets] == [11, 176, 16]
    rows = [*book.worksheets[2].iter_rows(values_only=True)]
    assert rows[0] == ("单元格", "合计", "空白份数", "青溪镇", "悦来镇")
    assert rows[1] == ("行政复议 / 结果维持", 5, 0, 2, 3)
    for sheet in book.worksheets:
        for _, total, blanks, *parts in list(sheet.iter_rows(values_only=True))[1:]:
            assert (total, blanks) == (sum(map(float, map(str, parts))), 0)
    tidy = [*csv.DictReader(io.StringIO(Path("out/数据.csv").read_text(encoding="utf-8-sig")))]
    assert len(tidy) == 400
    [row] = [row for row in tidy if row["path"] == UPHELD and row["agency"] == "悦来镇"]
    assert (row["file"], row["value"], row["place"]) == ("悦来镇.xlsx", "3", "四 复议诉讼!A4")


def test_running_again_changes_what_changed(run: Run) -> None:
    run("collect", "名册.csv", "in", "-o", "out")
    before = {name: _written(name) for name in _files()}
    assert "写出 0，没有变化 7" in run("collect", "名册.csv", "in", "-o", "out").output
    assert {name: _written(name) for name in _files()} == before
    dr.write(_whole("悦来镇", 4), "in/悦来镇.xlsx")
    assert "写出 5，没有变化 2" in run("collect", "名册.csv", "in", "-o", "out").output
    same = {name for name in _files() if _written(name) == before[name]}
    assert same == {"报告/青溪.docx", "问题清单.xlsx"}
    Path("in/悦来镇.xlsx").unlink()
    assert "删除 1" in run("collect", "名册.csv", "in", "-o", "out").output
    assert "报告/悦来镇.docx" not in _files()


def test_what_was_filled_in_in_the_list_stays_while_the_finding_does(run: Run) -> None:
    for name in ("青溪镇", "悦来镇"):
        dr.write(_whole(name).replace({TOTAL: 9}), f"in/{name}.xlsx")
    Path("in/sub/a.docx").unlink()
    assert run("collect", "名册.csv", "in", "-o", "out").exit_code == 1
    book = openpyxl.load_workbook("out/问题清单.xlsx")
    sheet = book.worksheets[0]
    for row in (2, 3):
        sheet.cell(row, 13).value, sheet.cell(row, 14).value = "情况属实", f"第{row}行"
    book.save("out/问题清单.xlsx")
    dr.write(_whole("青溪镇"), "in/青溪镇.xlsx")
    run("collect", "名册.csv", "in", "-o", "out")
    assert [(row["机关"], row["代码"], row["处理情况"], row["说明"]) for row in _list()] == [
        ("悦来镇", "P401", "情况属实", "第3行")
    ]


def _remark(row: int, text: object) -> None:
    """Somebody writes into the list."""
    book = openpyxl.load_workbook("out/问题清单.xlsx")
    book.worksheets[0].cell(row, 14).value = text  # type: ignore[assignment]
    book.save("out/问题清单.xlsx")


def _sheet(title: str) -> list[tuple[object, ...]]:
    return [*openpyxl.load_workbook("out/问题清单.xlsx")[title].iter_rows(min_row=2, values_only=True)]


def test_what_was_filled_in_is_never_lost(run: Run) -> None:
    collect = "collect", "名册.csv", "in", "-o", "out"
    dr.write(_whole("悦来镇").replace({TOTAL: 9}), "in/悦来镇.xlsx")
    run(*collect)
    _remark(2, "已电话核实")
    run(*collect, "--select", "A")
    assert (_list(), _sheet("以前的说明")[0][13]) == ([], "已电话核实")
    run(*collect)
    assert [row["说明"] for row in _list()] == ["已电话核实"]
    assert "以前的说明" not in openpyxl.load_workbook("out/问题清单.xlsx").sheetnames
    # Where the file lies makes no other finding of it.
    Path("in/new").mkdir()
    Path("in/悦来镇.xlsx").rename("in/new/悦来镇.xlsx")
    run(*collect)
    assert [(row["文件"], row["说明"]) for row in _list()] == [("new/悦来镇.xlsx", "已电话核实")]
    run(*collect, "--lang", "en")
    assert [row["说明"] for row in _list()] == ["已电话核实"]
    assert Path("out/findings.xlsx").exists()


@pytest.mark.parametrize(
    ("typed", "kept"), [("=1+1", "=1+1"), (date(2027, 1, 5), "2027-01-05"), (3, "3"), ("@青溪", "@青溪")]
)
def test_what_was_typed_stays_as_text(run: Run, typed: object, kept: str) -> None:
    dr.write(_whole("悦来镇").replace({TOTAL: 9}), "in/悦来镇.xlsx")
    run("collect", "名册.csv", "in", "-o", "out")
    _remark(2, typed)
    run("collect", "名册.csv", "in", "-o", "out")
    cell = openpyxl.load_workbook("out/问题清单.xlsx").worksheets[0].cell(2, 14)
    assert (cell.value, cell.data_type) == (kept, "s")


def test_each_of_two_findings_that_are_alike_keeps_its_own_remark(run: Run) -> None:
    Path("in/悦来镇.xlsx").unlink()
    for name in ("悦来镇1.doc", "悦来镇2.doc"):
        Path("in", name).write_bytes(b"old")
    collect = "collect", "名册.csv", "in", "-o", "out"
    run(*collect)
    for row, text in ((2, "第一份"), (3, "第二份")):
        _remark(row, text)
    run(*collect)
    assert [(row["文件"], row["说明"]) for row in _list()[:2]] == [
        ("悦来镇1.doc", "第一份"),
        ("悦来镇2.doc", "第二份"),
    ]
    Path("in/悦来镇1.doc").rename("in/悦来镇0.doc")
    run(*collect)
    assert [(row["文件"], row["说明"]) for row in _list()[:2]] == [
        ("悦来镇0.doc", "第一份"),
        ("悦来镇2.doc", "第二份"),
    ]
    Path("in/悦来镇0.doc").unlink()
    run(*collect)
    assert [row["说明"] for row in _list()[:1]] == ["第二份"]
    assert [row[13] for row in _sheet("以前的说明")] == ["第一份"]


def test_a_line_of_ones_own_stays(run: Run) -> None:
    run("collect", "名册.csv", "in", "-o", "out")
    book = openpyxl.load_workbook("out/问题清单.xlsx")
    book.worksheets[0].cell(3, 9).value = "等县里通知"
    book.worksheets[0].cell(4, 14).value = "只有说明"
    book.save("out/问题清单.xlsx")
    for _ in range(2):
        run("collect", "名册.csv", "in", "-o", "out")
        kept = [(row[8], row[13]) for row in _sheet("以前的说明")]
        assert kept == [("等县里通知", None), (None, "只有说明")]


def _another_book() -> None:
    book = openpyxl.Workbook()
    book.create_sheet("数据").append(["mine"])
    book.save("out/问题清单.xlsx")


def _another_sheet() -> None:
    book = openpyxl.load_workbook("out/问题清单.xlsx")
    book.create_sheet("我的").append(["mine"])
    book.save("out/问题清单.xlsx")


def _another_column() -> None:
    book = openpyxl.load_workbook("out/问题清单.xlsx")
    book.worksheets[0].cell(1, 15).value = "说明"
    book.save("out/问题清单.xlsx")


def _another_column_of_offices() -> None:
    book = openpyxl.load_workbook("out/问题清单.xlsx")
    book.worksheets[1].cell(1, 10).value = "联系人"
    book.save("out/问题清单.xlsx")


def _a_note() -> None:
    book = openpyxl.load_workbook("out/问题清单.xlsx")
    book.worksheets[0]["A1"].comment = Comment("mine", "me")
    book.save("out/问题清单.xlsx")


def _no_book() -> None:
    Path("out/问题清单.xlsx").write_bytes(b"PK no workbook")


CHANGES = [_another_book, _another_sheet, _another_column, _another_column_of_offices, _a_note, _no_book]


@pytest.mark.parametrize("change", CHANGES)
def test_a_list_that_holds_more_than_remarks_is_left_alone(run: Run, change: Callable[[], None]) -> None:
    run("collect", "名册.csv", "in", "-o", "out")
    change()
    there = Path("out/问题清单.xlsx").read_bytes()
    result = run("collect", "名册.csv", "in", "-o", "out")
    assert (result.exit_code, "问题清单.xlsx：没有写出" in result.output) == (2, True)
    assert Path("out/问题清单.xlsx").read_bytes() == there


def test_a_report_that_was_changed_by_hand_is_kept(run: Run) -> None:
    run("collect", "名册.csv", "in", "-o", "out")
    Path("out/报告/青溪.docx").write_bytes(b"by hand")
    dr.write(_whole("青溪镇", 3), "in/sub/a.docx")
    result = run("collect", "名册.csv", "in", "-o", "out", "--lang", "zh")
    assert result.exit_code == 2
    assert "报告/青溪.docx：不是本程序写出的，或写出后被人改过，没有覆盖或删除" in result.output
    assert Path("out/报告/青溪.docx").read_bytes() == b"by hand"
    assert dr.read("out/汇总.docx").report[UPHELD] == 6


def test_what_was_changed_by_hand_is_told_also_where_nothing_is_new(run: Run) -> None:
    run("collect", "名册.csv", "in", "-o", "out")
    Path("out/报告/青溪.docx").write_bytes(b"by hand")
    result = run("collect", "名册.csv", "in", "-o", "out")
    assert (result.exit_code, "报告/青溪.docx：写出后被人改过，保留不动" in result.output) == (0, True)
    Path("in/sub/a.docx").unlink()
    result = run("collect", "名册.csv", "in", "-o", "out")
    assert (result.exit_code, "报告/青溪.docx：不是本程序写出的" in result.output) == (2, True)
    assert Path("out/报告/青溪.docx").read_bytes() == b"by hand"


@pytest.mark.parametrize("words", [("--year", "3000"), ("--lang", "en")])
def test_a_wrong_word_removes_no_results(run: Run, words: tuple[str, ...]) -> None:
    run("collect", "名册.csv", "in", "-o", "out")
    there = _files()
    run("collect", "名册.csv", "in", "-o", "out", *words)
    assert {*there} <= {*_files()}


def test_everything_that_is_wrong_is_said_and_the_rest_goes_on(run: Run) -> None:
    Path("名册.csv").write_text("机关\n青溪镇\n悦来镇\n../x\n白石镇\n青溪镇\n", encoding="utf-8")
    Path("in/白石镇.docx").write_bytes(b"PK\x03\x04 cut off")
    dr.write(_whole("清河镇"), "in/b.docx")
    Path("in/~$a.docx").write_bytes(b"lock")
    result = run("collect", "名册.csv", "in", "-o", "out", "--lang", "en")
    assert result.exit_code == 2, result.output
    lines = result.output.splitlines()

    assert "名册.csv, line 4: '../x' cannot be the name of a file; the line is left out" in result.output
    assert any(line.startswith("名册.csv, line 6: 青溪镇 stands more than once") for line in lines)
    assert any(
        line.startswith("b.docx: of which office of the roster this is cannot be told") for line in lines
    )
    assert "2026, roster 3: 2 counted, 1 not, 0 sent nothing; 4 files" in lines
    sheet = openpyxl.load_workbook("out/findings.xlsx").worksheets[0]
    told = [(row[1], row[2], row[5]) for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert told == [
        ("白石镇.docx", "白石镇", "A308"),
        ("b.docx", "(of no office)", "A305"),
        (None, "(total)", "A316"),
    ]
    assert len(_files()) == 7


def test_the_results_may_lie_in_the_folder_and_are_not_read(run: Run) -> None:
    for _ in range(2):
        assert "文件 2" in run("collect", "名册.csv", "in", "-o", "in/out").output
    Path("in/last").mkdir()
    dr.write(_whole("青溪镇", 2, 2025), "in/last/a.docx")
    result = run("collect", "名册.csv", "in", "-o", "in/out", "--previous", "in/last", "--select", "a,r")
    assert "文件 2" in result.output
    assert result.exit_code == 0
    outside = run("collect", "名册.csv", "in", "-o", ".")
    assert "文件 3" in outside.output  # what lies in in/last is read now
    assert run("collect", "名册.csv", "in", "-o", "in").exit_code == 2


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("no.csv", "in", "-o", "out"), "no.csv: No such file or directory"),
        (("in/sub/a.docx", "in", "-o", "out"), "in/sub/a.docx: "),
        (("名册.csv", "no", "-o", "out"), "no: Not a directory"),
        (("名册.csv", "in", "-o", "out", "--previous", "no"), "no: Not a directory"),
        (("名册.csv", "in", "-o", "in"), "结果要写到另一个文件夹：in"),
        (("名册.csv", "in", "-o", "名册.csv"), "名册.csv"),
        (("名册.csv", "in", "-o", "out", "--year", "3"), "year: a year is an int from 2008"),
        (("名册.csv", "in", "-o", "out", "--select", "Q"), "select: no code begins with 'Q'"),
        (("名册.csv", "in", "-o", "out", "--baseline", "no.toml"), "no.toml: No such file"),
        (("名册.csv", "in"), "--output"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_nothing_is_written(
    run: Run, words: tuple[str, ...], message: str
) -> None:
    result = run("collect", *words)
    assert (result.exit_code, message in result.output) == (2, True), result.output
    assert not Path("out").exists()


def test_files_of_a_kind_that_is_not_read_are_listed(run: Run) -> None:
    Path("in/悦来镇.xlsx").unlink()
    for name in ("悦来镇.doc", "悦来镇.xls", "悦来镇.pdf", "附件.zip"):
        Path("in", name).write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 100)
    for name in ("Thumbs.db", "desktop.ini", ".DS_Store", "~$a.docx"):
        Path("in", name).write_bytes(b"of the system")
    result = run("collect", "名册.csv", "in", "-o", "out")
    assert result.exit_code == 2
    told = [(row["文件"], row["机关"], row["代码"]) for row in _list()]
    assert told[:4] == [
        ("悦来镇.doc", "悦来镇", "A308"),
        ("悦来镇.pdf", "悦来镇", "A308"),
        ("悦来镇.xls", "悦来镇", "A308"),
        ("附件.zip", "（不在名册中）", "A308"),
    ]
    assert [code for *_, code in told[4:]] == ["A316"]
    assert "没有计入 1" in result.output
    # Which findings are told changes neither what is shown nor what has failed.
    chosen = run("collect", "名册.csv", "in", "-o", "out", "--select", "P")
    assert (chosen.exit_code, "没有计入 1" in chosen.output) == (2, True)


def test_results_of_an_earlier_run_are_not_read(run: Run) -> None:
    run("collect", "名册.csv", "in", "-o", "in/结果1月")
    Path("in/悦来镇.xlsx").unlink()
    result = run("collect", "名册.csv", "in", "-o", "out")
    assert "in/结果1月：是以前的结果，没有读取" in result.output
    assert [row["代码"] for row in _list()] == ["A301", "A316"]


def test_forms_that_are_filled_in_where_they_lie_are_read(run: Run) -> None:
    run("blank", "名册.csv", "in", "--year", "2026")
    Path("in/sub/a.docx").unlink()
    result = run("collect", "名册.csv", "in", "-o", "out")
    assert "没有收到 0" in result.output


@pytest.mark.parametrize("folder", ["报告", "报告/sub"])
def test_reports_are_not_written_among_what_is_read(run: Run, folder: str) -> None:
    Path("in").rename("报告")
    there = sorted(str(path) for path in Path("报告").rglob("*"))
    result = run("collect", "名册.csv", folder, "-o", ".")
    assert (result.exit_code, "结果要写到另一个文件夹" in result.output) == (2, True)
    assert sorted(str(path) for path in Path("报告").rglob("*")) == there


def test_doubts_about_last_years_files_are_told(run: Run) -> None:
    Path("last").mkdir()
    dr.write(_whole("清河镇", 2, 2025), "last/a.docx")
    result = run("collect", "名册.csv", "in", "-o", "out", "--previous", "last", "--lang", "en")
    assert "a.docx: of which office of the roster this is cannot be told" in result.output
    assert result.exit_code == 0


def test_an_empty_folder_is_told(run: Run) -> None:
    Path("empty").mkdir()
    result = run("collect", "名册.csv", "empty", "-o", "out")
    assert result.exit_code == 2
    assert "文件夹中没有可以读取的文件" in result.output
    assert "没有收到 2" in result.output
    assert _files() == ["数据.csv", "问题清单.xlsx"]


def test_names_that_look_like_formulas_stay_text(run: Run) -> None:
    Path("名册.csv").write_text("机关,文件名\n=1+1,x\n", encoding="utf-8")
    dr.write(_whole("青溪镇").replace(agency="=1+1"), "in/sub/a.docx")
    run("collect", "名册.csv", "in", "-o", "out")
    sheet = openpyxl.load_workbook("out/问题清单.xlsx").worksheets[1]
    assert (sheet.cell(2, 1).value, sheet.cell(2, 1).data_type) == ("=1+1", "s")
    heads = openpyxl.load_workbook("out/汇总明细.xlsx").worksheets[0]
    assert (heads.cell(1, 4).value, heads.cell(1, 4).data_type) == ("=1+1", "s")
    assert "'=1+1" in Path("out/数据.csv").read_text(encoding="utf-8-sig")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_a_file_whose_name_is_no_text_does_no_harm(run: Run) -> None:
    Path("in/sub/a.docx").rename(os.fsdecode(b"in/\xff.docx"))
    result = run("collect", "名册.csv", "in", "-o", "out")
    assert result.exit_code == 0, result.output
    assert _files() == RESULTS


def test_forms_filled_in_come_back(run: Run) -> None:
    result = run("blank", "名册.csv", "forms", "--year", "2026")
    assert (result.exit_code, _files("forms")) == (0, ["悦来镇.xlsx", "青溪.xlsx"])
    Path("in/sub/a.docx").unlink()
    report = _whole("青溪镇", 7)
    Path("in/青溪.xlsx").write_bytes(fill(Path("forms/青溪.xlsx").read_bytes(), report, totals=True))
    assert run("collect", "名册.csv", "in", "-o", "out").exit_code == 0
    assert dr.read("out/报告/青溪.docx").report == report
