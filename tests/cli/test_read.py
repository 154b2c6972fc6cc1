"""`disclosure-report read` with many files: a line each, tidy rows, and nothing half written."""

import csv
import json
import os
import shutil
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

import disclosure_report as dr
from disclosure_report.cli import demo, loading, reading, tidy
from disclosure_report.cli.commands import commands
from disclosure_report.errors import DamagedFileError
from disclosure_report.media.registry import MEDIA


class Done(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Done]
PAGE = "青溪镇2021年政府信息公开工作年度报告\n一、总体情况\n好。\n"
COLUMNS = [
    *("file", "agency", "year", "form", "path", "group", "labels", "value", "text", "place"),
    *("absent", "findings"),
]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COLUMNS", raising=False)

    def run_command(*words: str) -> Done:
        with pytest.raises(SystemExit) as raised:
            commands(["read", *words], prog_name="disclosure-report")
        assert isinstance(raised.value.code, int)
        return Done(raised.value.code, *capsys.readouterr())

    return run_command


@pytest.fixture
def folder(full: dr.Report, tmp_path: Path) -> Path:
    """A report in order, one with lost cells, one that is cut off, a page that is no report."""
    place = tmp_path / "all"
    (place / "new" / "er").mkdir(parents=True)
    amount = "proactive_disclosure.administrative_fees.amount"
    dr.write(full.replace({amount: Decimal("160.596")}), place / "new" / "er" / "good.docx")
    shutil.copy(Path(demo.__file__).with_name(demo.PAGE), place / "lost.txt")
    (place / "cut.docx").write_bytes((place / "new" / "er" / "good.docx").read_bytes()[:900])
    (place / "new" / "weather.txt").write_text("今天天气很好。", encoding="utf-8")
    return place


def table(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def document(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def in_folder(*names: str) -> str:
    return str(Path("all", *names))


def test_many_files_have_a_line_each_and_what_cannot_be_read_has_one_with_the_reason(
    run: Run, folder: Path
) -> None:
    done = run("all", "nope.txt", "--lang", "en")
    assert done.code == 2
    assert [line.split() for line in done.out.splitlines()] == [
        "file agency year read blank doubt errors warnings hints".split(),
        [in_folder("lost.txt"), *"青溪镇 2021 46 154 154 0 22 1".split()],
        [in_folder("new", "er", "good.docx"), *"青溪镇 2021 200 0 0 0 0 0".split()],
        [in_folder("new", "weather.txt"), *"(no report) 1 0 0".split()],
        "files 5: 2 annual reports, 1 others, 2 unreadable".split(),
    ]
    cut, nope = done.err.splitlines()
    assert cut.startswith(in_folder("cut.docx: is a damaged package"))
    assert nope == "nope.txt: No such file or directory"


def test_a_folder_gives_what_some_medium_reads_without_hidden_files_and_lock_files(
    run: Run, tmp_path: Path
) -> None:
    suffixes = {suffix: medium.reads for medium in MEDIA for suffix in medium.suffixes}
    others = ("B.TXT", ".a.txt", "~$a.docx", ".git/a.txt", "a", "a.zzz", "a.docx.d/c.txt")
    for name in (*(f"a{suffix}" for suffix in suffixes), *others):
        (tmp_path / "all" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "all" / name).write_text(PAGE, encoding="utf-8")
    assert run("all", "--json", "out.json").code == 2
    found = [entry["file"] for entry in document(tmp_path / "out.json")["files"]]
    expected = [Path("all", f"a{suffix}") for suffix, reads in suffixes.items() if reads]
    assert found == [str(path) for path in sorted([*expected, Path("all/B.TXT"), Path("all/a.docx.d/c.txt")])]


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes are POSIX")
def test_links_in_a_circle_end_and_each_file_is_read_once(run: Run, folder: Path, tmp_path: Path) -> None:
    (folder / "again").symlink_to(folder)
    (folder / "new" / "up").symlink_to("..")
    (folder / "self.txt").symlink_to("self.txt")
    (folder / "gone.txt").symlink_to("nowhere")
    (folder / "z.txt").symlink_to("lost.txt")
    (folder / "elsewhere").symlink_to(tmp_path / "other")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "linked.txt").write_text(PAGE, encoding="utf-8")
    os.mkfifo(folder / "pipe.txt")
    done = run("all", "all", "all/new", "all/lost.txt", "--json", "out.json")
    assert [entry["file"] for entry in document(tmp_path / "out.json")["files"]] == [
        f"all/{name}"
        for name in (
            *("cut.docx", "elsewhere/linked.txt", "gone.txt", "lost.txt"),
            *("new/er/good.docx", "new/weather.txt", "self.txt"),
        )
    ]
    assert [line.partition(":")[0] for line in done.err.splitlines()] == [
        *("all/cut.docx", "all/gone.txt", "all/self.txt")
    ]


def test_csv_has_a_row_a_cell(run: Run, folder: Path, tmp_path: Path) -> None:
    assert run("all", "--csv", "out.csv").code == 2
    expected = []
    for name in (in_folder("lost.txt"), in_folder("new", "er", "good.docx")):
        found = dr.read(name)
        for row in dr.rows(found):
            codes = [finding.code for finding in found.findings if row.path in finding.paths]
            expected.append((name, *row, found.sources[row.path].absent, " ".join(dict.fromkeys(codes))))
    cells = [["" if value is None else str(value) for value in row] for row in expected]
    assert table(tmp_path / "out.csv") == [COLUMNS, *cells]
    data = (tmp_path / "out.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbffile,agency,")
    assert data.count(b"\r\n") == data.count(b"\n") == 401
    first = dict(zip(COLUMNS, cells[14], strict=True))
    assert (first["value"], first["absent"], first["findings"]) == ("", "uncertain", "R301")


def test_json_has_the_same_rows_and_every_file(run: Run, folder: Path, tmp_path: Path) -> None:
    done = run("all", "--json", "out.json", "--csv", "out.csv", "--lang", "en")
    assert done.out.splitlines()[-2:] == ["wrote out.csv", "wrote out.json"]
    found = document(tmp_path / "out.json")
    assert list(found) == ["rows", "files"]
    assert [list(row) for row in found["rows"]] == [COLUMNS] * 400
    as_text = [["" if value is None else str(value) for value in row.values()] for row in found["rows"]]
    assert as_text == table(tmp_path / "out.csv")[1:]
    values = {row["path"]: row["value"] for row in found["rows"] if row["file"].endswith("good.docx")}
    assert values["proactive_disclosure.administrative_fees.amount"] == "160.596"
    assert values["applications.newly_received.natural_person"] == 7
    assert [row["value"] for row in found["rows"] if row["absent"]] == [None] * 154
    cut, lost, good, weather = found["files"]
    assert cut == dict.fromkeys(good) | {
        "file": in_folder("cut.docx"),
        "findings": [],
        "error": cut["error"],
    }
    assert cut["error"].startswith("is a damaged package")
    assert good == {
        "file": in_folder("new", "er", "good.docx"),
        "agency": "青溪镇",
        "year": 2021,
        "is_report": True,
        "summary": {"cells": 200, "read": 200, "filled": 0, "blank": 0, "doubtful": 0},
        "findings": [],
        "error": None,
    }
    assert (weather["is_report"], weather["error"], weather["findings"][0]["code"]) == (False, None, "R101")
    finding = dr.read(in_folder("lost.txt")).findings[0]
    assert lost["findings"][0] == {
        "code": "R301",
        "severity": "warning",
        "place": "line 110",
        "text": finding.text("en"),
        "paths": list(finding.paths),
        "span": None,
        "expected": None,
        "found": None,
        "difference": None,
        "suggestions": [],
    }


@pytest.mark.parametrize(("blanks", "filled"), [("keep", 0), ("prove", 133), ("zero", 154)])
def test_blanks_are_written_as_asked_and_the_rows_still_tell_what_was_read(
    blanks: str, filled: int, run: Run, folder: Path, tmp_path: Path
) -> None:
    run("all", "--json", "out.json", "--blanks", blanks)
    found = document(tmp_path / "out.json")
    lost = [row for row in found["rows"] if row["file"].endswith("lost.txt")]
    assert [entry["summary"] for entry in found["files"]][1] == {
        "cells": 200,
        "read": 46,
        "filled": filled,
        "blank": 154 - filled,
        "doubtful": 154,
    }
    assert sum(row["value"] is not None for row in lost) == 46 + filled
    assert sum(row["absent"] is not None for row in lost) == 154


def test_a_column_tells_what_was_filled_in(run: Run, folder: Path) -> None:
    done = run("all", "--lang", "en", "--blanks", "zero")
    assert [line.split() for line in done.out.splitlines()[:2]] == [
        "file agency year read filled blank doubt errors warnings hints".split(),
        [in_folder("lost.txt"), *"青溪镇 2021 46 154 0 154 0 22 1".split()],
    ]


def test_one_file_is_shown_in_full_and_written(run: Run, folder: Path, tmp_path: Path) -> None:
    done = run("all/lost.txt", "--csv", "out.csv", "--lang", "en")
    assert (done.code, done.err) == (1, "")
    assert "column uncertain" in done.out
    assert "cells 200: 46 read, 154 blank, 154 in doubt" in done.out
    assert done.out.endswith("\nwrote out.csv\n")
    assert len(table(tmp_path / "out.csv")) == 201
    assert not run("all/lost.txt").out.startswith("文件")


# Excel takes what begins so for a formula, as text of a cell, name of an organ or of a file.
@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"])
def test_no_text_becomes_a_formula(begin: str) -> None:
    assert tidy._cell(f'{begin}HYPERLINK("x")') == f'\'{begin}HYPERLINK("x")'


@pytest.mark.parametrize("value", [-5, Decimal("-1.50"), None, 0, "青溪镇", "'=1", " =1", ""])
def test_numbers_and_other_texts_are_not_touched(value: object) -> None:
    assert tidy._cell(value) == (value if not isinstance(value, Decimal) else "-1.50")


@given(st.text())
def test_an_apostrophe_is_all_that_is_added(text: str) -> None:
    written = tidy._cell(text)
    assert written[:1] not in tidy.FORMULA_STARTS or not text
    assert written.removeprefix("'") == text.removeprefix("'")


def test_the_apostrophe_stands_in_csv_alone(run: Run, full: dr.Report, tmp_path: Path) -> None:
    dr.write(full.replace(agency="=cmd|'/c calc'!A1"), tmp_path / "=1+1.json")
    blank = full.replace({"applications.newly_received.natural_person": None})
    page = dr.to_bytes(blank, "html").decode()
    (tmp_path / "a.html").write_text(page.replace('"value"></td>', '"value">@SUM(1)</td>'), encoding="utf-8")
    assert run("=1+1.json", "a.html", "--csv", "out.csv", "--json", "out.json").code == 1
    rows = table(tmp_path / "out.csv")
    found = document(tmp_path / "out.json")
    assert {tuple(row[:2]) for row in rows[1:201]} == {("'=1+1.json", "'=cmd|'/c calc'!A1")}
    assert (found["files"][0]["file"], found["files"][0]["agency"]) == ("=1+1.json", "=cmd|'/c calc'!A1")
    assert "'@SUM(1)" in [row[8] for row in rows]
    assert "@SUM(1)" in [row["text"] for row in found["rows"]]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["all/new/er"], 0),
        (["all/new/er", "all/lost.txt"], 1),
        (["all/new/er", "all/lost.txt", "--threshold", "error"], 0),
        (["all/lost.txt", "all/lost.txt", "--threshold", "never"], 0),
        (["all/new/er", "all/cut.docx"], 2),
        (["all/new/er", "all/new/weather.txt", "--threshold", "never"], 2),
        (["all/new/er", "nope"], 2),
        (["nope", "nope"], 2),
        (["all/new/er", "--year", "1900"], 2),
        (["all/new/er", "--medium", "word"], 2),
        ([""], 2),
        (["a\0b", "all/new/er"], 2),
        ([], 2),
    ],
)
def test_exit_codes(words: list[str], code: int, run: Run, folder: Path) -> None:
    assert run(*words).code == code


@pytest.mark.parametrize(
    "name",
    ["报告 (1)_青溪镇.docx", "报告[终稿].DOCX", "[red]a.docx", "a & b%20.docx", "a.docx.docx"],
)
def test_names_as_they_come_from_windows(name: str, run: Run, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "in" / "新建文件夹 (2)").mkdir(parents=True)
    path = tmp_path / "in" / "新建文件夹 (2)" / name
    shutil.copy(folder / "new" / "er" / "good.docx", path)
    done = run(str(tmp_path / "in"), "--csv", "out.csv", "--json", "out.json")
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines()[1].startswith(str(path))
    assert {row[0] for row in table(tmp_path / "out.csv")[1:]} == {str(path)}
    assert document(tmp_path / "out.json")["files"][0]["file"] == str(path)


@pytest.mark.skipif(sys.platform == "win32", reason="such names are POSIX")
@pytest.mark.parametrize("name", ["C:\\报告\\a.docx", "a\nb.docx", "a\x1b[31mb.docx", '"a,b".docx'])
def test_names_that_windows_cannot_have(name: str, run: Run, folder: Path, tmp_path: Path) -> None:
    shutil.copy(folder / "new" / "er" / "good.docx", folder / name)
    (folder / f"x{name}").write_bytes(b"cut")
    done = run("all", "--csv", "out.csv", "--json", "out.json")
    assert (len(done.out.splitlines()), len(done.err.splitlines())) == (8, 2)
    assert "\x1b" not in done.out + done.err
    assert f"all/{name}" in {row[0] for row in table(tmp_path / "out.csv")}
    assert f"all/{name}" in {entry["file"] for entry in document(tmp_path / "out.json")["files"]}


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="names of files are text there")
def test_names_that_are_no_text(run: Run, folder: Path, tmp_path: Path) -> None:
    shutil.copy(folder / "new" / "er" / "good.docx", folder / "\udcff.docx")
    run("all/new", "all/\udcff.docx", "--csv", "out.csv", "--json", "out.json")
    assert table(tmp_path / "out.csv")[-1][0] == "all/\\udcff.docx"
    assert document(tmp_path / "out.json")["files"][-1]["file"] == "all/\udcff.docx"


def test_a_folder_without_a_file_that_can_be_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty" / "deep").mkdir(parents=True)
    (tmp_path / "empty" / "a.pdf").write_bytes(b"%PDF-1.4")
    done = run("empty", "--csv", "out.csv", "--lang", "en")
    assert (done.code, done.out) == (2, "")
    reason, written = done.err.splitlines()
    assert reason.startswith("empty: the folder has no file that can be read (.docx .xlsx ")
    assert written == "no annual report was read; out.csv was not written"
    assert os.listdir(tmp_path) == ["empty"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is closed to root")
def test_a_folder_that_is_closed_does_not_end_the_others(run: Run, folder: Path, tmp_path: Path) -> None:
    (folder / "closed").mkdir(mode=0)
    done = run("all", "--json", "out.json")
    assert "all/closed: Permission denied" in done.err.splitlines()
    assert len(document(tmp_path / "out.json")["rows"]) == 400


@pytest.mark.parametrize("words", [["all/new/weather.txt"], ["all/cut.docx", "all/new/weather.txt"]])
def test_nothing_is_written_where_no_report_was_read(
    words: list[str], run: Run, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "out.json").write_text("old")
    done = run(*words, "--csv", "out.csv", "--json", "out.json")
    assert done.code == 2
    assert done.err.splitlines()[-2:] == [f"没有读到年度报告，未写 out.{kind}" for kind in ("csv", "json")]
    assert (tmp_path / "out.json").read_text() == "old"
    assert sorted(os.listdir(tmp_path)) == ["all", "out.json"]


@pytest.mark.parametrize("target", ["nowhere/out.json", "all", "a\0b"])
def test_a_target_that_cannot_be_written_is_told_before_anything_is_read(
    target: str, run: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "load", lambda *_: pytest.fail("was read"))
    done = run("all/new", "--csv", "out.csv", "--json", target)
    assert (done.code, done.out) == (2, "")
    assert len(done.err.splitlines()) == 1
    assert os.listdir(tmp_path) == ["all"]


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_what_ends_in_the_middle_leaves_nothing_half_written(
    error: BaseException, run: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(self: object) -> None:
        raise error

    (tmp_path / "out.csv").write_text("old")
    monkeypatch.setattr(tidy._Json, "end", fail)
    done = run("all", "--csv", "out.csv", "--json", "out.json")
    assert done.code != 0
    assert done.out == ""
    assert (tmp_path / "out.csv").read_text() == "old"
    assert sorted(os.listdir(tmp_path)) == ["all", "out.csv"]


def test_what_was_written_is_not_read_the_next_time(run: Run, folder: Path) -> None:
    words = ("all/new", "--json", "all/new/out.json", "--csv", "all/new/out.csv")
    first = run(*words)
    data = (folder / "new" / "out.json").read_bytes()
    assert run(*words) == first
    assert (folder / "new" / "out.json").read_bytes() == data


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["all/lost.txt", "--csv", "all/../all/lost.txt"], "it cannot be written"),
        (["all", "--csv", "out", "--json", "./out"], "it cannot be written"),
        (["all", "--json", "-"], "standard output is not written"),
    ],
)
def test_targets_that_are_refused(
    words: list[str], said: str, run: Run, folder: Path, tmp_path: Path
) -> None:
    before = (folder / "lost.txt").read_bytes()
    done = run(*words, "--lang", "en")
    assert (done.code, said in done.err) == (2, True)
    assert (folder / "lost.txt").read_bytes() == before
    assert os.listdir(tmp_path) == ["all"]


def test_what_nobody_foresaw_does_not_end_the_others(
    run: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def load(file: str, settings: Any) -> loading.Loaded:
        if file.endswith("cut.docx"):
            raise KeyError("two\nlines")
        return original(file, settings)

    original = loading.load
    monkeypatch.setattr(loading, "load", load)
    done = run("all", "--json", "out.json")
    assert done.err == f"{in_folder('cut.docx')}: KeyError: 'two\\nlines'\n"
    assert len(document(tmp_path / "out.json")["rows"]) == 400


def test_a_reason_is_one_line() -> None:
    error = DamagedFileError("a\nb.docx", "one\r\ntwo\x1b[31m\u2028three")
    assert loading.one_line(loading.message(error)) == "a b.docx: one two [31m three"


@pytest.mark.parametrize(("columns", "name"), [("80", "报告2.docx"), ("60", ".docx")])
def test_a_line_fits_the_terminal_and_keeps_both_ends_of_a_name(
    columns: str, name: str, run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = "青溪镇2021年政府信息公开工作年度报告"
    for end in (f"{long}.docx", f"{long}2.docx"):
        shutil.copy(folder / "new" / "er" / "good.docx", folder / end)
    monkeypatch.setenv("COLUMNS", columns)
    lines = run("all").out.splitlines()
    assert len(lines) == 7
    assert max(map(width_of, lines[:-1])) <= int(columns)
    assert sum("…" in line for line in lines) >= 2
    assert any(line.split()[0].endswith(name) for line in lines)


def width_of(line: str) -> int:
    from rich.cells import cell_len

    return cell_len(line)


def test_lines_for_other_programs_are_not_cut(run: Run, folder: Path) -> None:
    long = "青溪镇人民政府" * 10
    shutil.copy(folder / "new" / "er" / "good.docx", folder / f"{long}.docx")
    assert any(line.startswith(in_folder(f"{long}.docx")) for line in run("all").out.splitlines())
