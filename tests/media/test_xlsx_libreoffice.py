"""LibreOffice, made to compute again, agrees with every value that was written; what it saves reads back.

A planted wrong value must come back mended, or this would prove nothing.
"""

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

import openpyxl
import pytest

import disclosure_report as dr
from disclosure_report.layout.shapes import shape_of
from disclosure_report.media.xlsx.formulas import wrong_cell


pytestmark = pytest.mark.libreoffice

# LibreOffice keeps the values of other programs unless it is told to compute them again.
RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item
oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode"
oor:op="fuse"><value>0</value></prop></item></oor:items>"""
HARD = "=1+1", "@SUM(A1)", "'引号", "<b>&amp;", "a\tb\nc", "😀\u0301", "全年公开126条。" * 30


def _report(seed: int) -> dr.Report:
    """Zeros and eight digits, blanks, broken relations, hard text; the third is in order."""
    random = Random(seed)
    report = dr.complete(dr.Report.blank("青溪镇", (2019, 2021)[seed % 2]), zeros=True).report
    values: dict[str, Any] = {}
    for said in dr.fields(report.applications.form):
        if seed != IN_ORDER and random.random() < 0.3:
            if said.kind == "amount":
                values[said.path] = Decimal(random.randrange(10**12)) / 10**6
            elif not said.is_total:
                low = -99 if said.kind == "signed" else 0
                values[said.path] = random.choice([random.randrange(low, 100), 12_345_678])
        elif random.random() < seed % 3 * 0.05:
            values[said.path] = None
    totals = {said.path: None for said in dr.fields(report.applications.form) if said.is_total}
    report = dr.complete(report.replace({**totals, **values})).report
    if seed % 4 == 0:
        wrong = random.choice([path for path in totals if report[path] is not None])
        report = report.replace({wrong: 77})
    return report.replace(
        overview=dr.Prose.from_text("\n".join(HARD)), preamble=dr.Prose.from_text(HARD[seed % 7])
    )


IN_ORDER = 3
CASES = [(seed, fillable) for seed in range(5) for fillable in (False, True)]


def _planted(data: bytes) -> bytes:
    """Each number that a formula gives is made wrong."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(made, "w") as copy:
        for name in package.namelist():
            copy.writestr(name, re.sub(rb"</f><v>\d+</v>", b"</f><v>4711</v>", package.read(name)))
    return made.getvalue()


def _beside(cell: str) -> str:
    """Where the rule of a cell is computed."""
    return f"{cell[0] * 2}{60 + int(cell[1:])}"


def _with_rules(report: dr.Report, changes: dict[str, Any]) -> bytes:
    """The form after some typing, with the rules that turn cells red as formulas beside the tables."""
    book = openpyxl.load_workbook(io.BytesIO(dr.to_bytes(report, "xlsx", fillable=True)))
    for title in TITLES:
        sheet: Any = book[title]
        rules = [rule for where in sheet.conditional_formatting for rule in where.rules]
        for row, rule in enumerate(rules, start=1):
            sheet.cell(row, RULES).value = f"={rule.formula[0]}"
    for cell, value in changes.items():
        book[TITLES[1]][cell].value = value
        book[TITLES[1]][_beside(cell)].value = f"={wrong_cell('count', cell)}"
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


RULES = 40
# What somebody types or pastes past the validation, and whether it turns red.
TYPED = {
    "D4": -3,
    "E4": 1.5,
    "F4": "三",
    "G4": 5,
    "H4": None,
    "I4": 0,
    "E5": 1e20,
    "F5": 1e-20,
    "G5": -0.5,
}
RED = {"D4", "E4", "F4", "E5", "F5", "G5"}
TITLES = ("二 主动公开", "三 申请", "四 复议诉讼")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Workbooks as they were written, and below ``saved`` as LibreOffice saves them."""
    made = tmp_path_factory.mktemp("recalculated")
    for seed, fillable in CASES:
        (made / f"{seed}-{fillable}.xlsx").write_bytes(dr.to_bytes(_report(seed), "xlsx", fillable=fillable))
    (made / "planted.xlsx").write_bytes(_planted(dr.to_bytes(_report(0), "xlsx", fillable=True)))
    for seed in range(5):
        (made / f"rules-{seed}.xlsx").write_bytes(_with_rules(_report(seed), {}))
    (made / "typed.xlsx").write_bytes(_with_rules(_report(1), TYPED))
    (made / "profile/user").mkdir(parents=True)
    (made / "profile/user/registrymodifications.xcu").write_text(RECALCULATE)
    names = sorted(str(path) for path in made.glob("*.xlsx"))
    command = ["soffice", f"-env:UserInstallation=file://{made}/profile", "--headless"]
    kinds = (("xlsx:Calc MS Excel 2007 XML", "saved", names), ("pdf", "printed", names[:4]))
    for kind, target, sources in kinds:
        subprocess.run(
            [*command, "--convert-to", kind, "--outdir", str(made / target), *sources],
            check=True,
            capture_output=True,
            timeout=280,
        )
    yield made
    shutil.rmtree(made, ignore_errors=True)


def _values(path: Path) -> dict[tuple[str, str], Any]:
    book = openpyxl.load_workbook(path, data_only=True)
    return {
        (sheet.title, cell.coordinate): cell.value
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value not in {None, ""}
    }


@pytest.mark.parametrize(("seed", "fillable"), CASES)
def test_every_cell_agrees(seed: int, fillable: bool, folder: Path) -> None:
    name = f"{seed}-{fillable}.xlsx"
    assert _values(folder / "saved" / name) == _values(folder / name)


def test_a_planted_wrong_value_comes_back_mended(folder: Path) -> None:
    assert 4711 in _values(folder / "planted.xlsx").values()
    assert _values(folder / "saved/planted.xlsx") == _values(folder / "0-True.xlsx")


@pytest.mark.parametrize(("seed", "fillable"), CASES)
def test_what_it_saves_reads_back_equal(seed: int, fillable: bool, folder: Path) -> None:
    name = f"{seed}-{fillable}.xlsx"
    written, saved = dr.read(folder / name), dr.read(folder / "saved" / name)
    assert saved.report == written.report
    assert saved.findings == written.findings == ()
    assert fillable or written.report == _report(seed)


@pytest.mark.parametrize("seed", range(5))
def test_a_relation_is_red_where_it_is_broken_and_only_there(seed: int, folder: Path) -> None:
    path = folder / f"saved/rules-{seed}.xlsx"
    book = openpyxl.load_workbook(path, data_only=True)
    evaluated = dr.evaluate(dr.read(path).report)
    shapes = [shape_of(compiled) for compiled, _ in _report(seed).tables()]
    red = [
        book[shape.title].cell(row, RULES).value for shape in shapes for row in range(1, len(shape.sums) + 1)
    ]
    assert red == [each.status == "violated" for each in evaluated]
    is_complete = None not in dr.read(path).report.cells().values()
    is_right = all(each.status == "satisfied" for each in evaluated)
    assert (book["勾稽检查"]["A1"].value == "可以上报") == (is_complete and is_right) == (seed == IN_ORDER)


def test_what_no_cell_takes_is_red_and_holds_the_form_back(folder: Path) -> None:
    book = openpyxl.load_workbook(folder / "saved/typed.xlsx", data_only=True)
    assert {cell for cell in TYPED if book[TITLES[1]][_beside(cell)].value is True} == RED
    first = book["勾稽检查"]["A1"].value
    assert "有 7 格填写有误" in first  # the total of the one that is too large is one too
    assert "还有 " in first


def test_no_number_is_cut_on_paper(folder: Path) -> None:
    for pdf in (folder / "printed").glob("*.pdf"):
        text = subprocess.run(
            ["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True
        ).stdout.decode()
        assert "#" not in text
        seed = int(pdf.name[0])
        numbers = {str(value) for value in _report(seed).cells().values() if value is not None}
        assert not {number for number in numbers if number not in text}
