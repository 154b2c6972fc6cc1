"""`blank` with a roster: a form for each office, with what goes on from last year."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

import disclosure_report as dr
from disclosure_report.cli.commands import commands


Run = Callable[..., Result]
BROUGHT, CARRIED = "applications.brought_forward.total", "applications.carried_forward.total"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    roster = "机关,机关代码,文件名\n青溪镇,Q1,\n悦来镇,,02\n白石镇,,\n"
    Path("名册.csv").write_text(roster, encoding="utf-8-sig", newline="\r\n")
    Path("last").mkdir()
    last = dr.complete(dr.Report.blank("青溪镇", 2025), zeros=True).report
    dr.write(last.replace({CARRIED: 4}), "last/a.docx")
    dr.write(last.replace({CARRIED: 5}, agency="悦来镇"), "last/b.docx")
    dr.write(last.replace({CARRIED: 6}, agency="悦来镇"), "last/c.docx")
    dr.write(last.replace(agency="白石镇", year=2024), "last/d.docx")

    def run_command(*words: str) -> Result:
        result = CliRunner().invoke(commands, ["blank", *words])
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return run_command


def test_each_office_gets_a_form_with_what_goes_on_from_last_year(run: Run) -> None:
    result = run("名册.csv", "forms", "--year", "2026", "--previous", "last")
    carried = "四、结转下年度继续办理 / 总计"
    assert (result.exit_code, result.output.splitlines()) == (
        0,
        [
            "悦来镇: 交了2份，有1个单元格不同，都留空，另外逐格列出：b.docx、c.docx",
            f"悦来镇: {carried}：各文件不同，留空：5（b.docx）；6（c.docx）",
            "d.docx: 是2024年的报告，不是2025年的，没有计入",
            "forms：写出 3，没有变化 0，删除 0",
            "表格 3，其中 2 份带上年结转",
        ],
    )
    readings = {name: dr.read(f"forms/{name}.xlsx").report for name in ("青溪镇", "02", "白石镇")}
    assert [report.agency for report in readings.values()] == ["青溪镇", "悦来镇", "白石镇"]
    assert [report.agency_id for report in readings.values()] == ["Q1", None, None]
    # What of two reports is right is not known, so that nothing is carried from that cell.
    brought = "applications.brought_forward.natural_person"
    assert [report[brought] for report in readings.values()] == [0, 0, None]
    assert {report.year for report in readings.values()} == {2026}
    assert dr.to_bytes(readings["白石镇"], "xlsx", fillable=True) == Path("forms/白石镇.xlsx").read_bytes()


def test_a_form_that_is_being_filled_in_is_not_written_over(run: Run) -> None:
    run("名册.csv", "forms", "--year", "2026")
    book = openpyxl.load_workbook("forms/青溪镇.xlsx")
    book.save("forms/青溪镇.xlsx")
    there = Path("forms/青溪镇.xlsx").read_bytes()
    again = run("名册.csv", "forms", "--year", "2026")
    assert (again.exit_code, "写出 0，没有变化 2" in again.output) == (0, True)
    assert "青溪镇.xlsx：写出后被人改过，保留不动" in again.output
    result = run("名册.csv", "forms", "--year", "2027", "--lang", "en")
    assert result.exit_code == 2
    assert "青溪镇.xlsx: not written by this program, or changed since, and kept" in result.output
    assert Path("forms/青溪镇.xlsx").read_bytes() == there
    assert dr.read("forms/白石镇.xlsx").report.year == 2027


def test_forms_of_another_roster_stay(run: Run) -> None:
    run("名册.csv", "forms", "--year", "2026")
    Path("b.csv").write_text("agency\n清河镇\n", encoding="utf-8")
    assert "写出 1" in run("b.csv", "forms", "--year", "2026").output
    assert len([*Path("forms").glob("*.xlsx")]) == 4


def test_lines_that_cannot_be_used_are_told_and_the_rest_goes_on(run: Run) -> None:
    Path("名册.csv").write_bytes("机关,类型\n青溪镇,乡镇\n../x,\n,乡镇\n".encode("gbk"))
    result = run("名册.csv", "forms", "--year", "2026")
    assert (result.exit_code, [path.name for path in Path("forms").glob("*.xlsx")]) == (2, ["青溪镇.xlsx"])
    assert "名册.csv 第3行：“../x”不能作文件名" in result.output
    assert "名册.csv 第4行：名册这一行没有机关名称，或有任何文件都不能保存的字符，未采用" in result.output


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("名册.csv", "forms"), "请用 --year 给出年份"),
        (("名册.csv", "forms", "--year", "2026", "--agency", "青溪镇"), "--agency 不能和名册一起用"),
        (("a.xlsx", "b.xlsx", "c.xlsx"), "请给出一个表格文件，或者名册和文件夹"),
        (("名册.csv", "名册.csv", "--year", "2026"), "不能覆盖"),
        (("no.csv", "forms", "--year", "2026"), "no.csv: No such file or directory"),
        (("名册.csv", "forms", "--year", "2000"), "2000"),
        (("last/a.docx", "forms", "--year", "2026"), "last/a.docx: "),
    ],
)
def test_what_cannot_be_done_is_one_line(run: Run, words: tuple[str, ...], message: str) -> None:
    result = run(*words)
    assert (result.exit_code, message in result.output) == (2, True), result.output
    assert not Path("forms").exists()
