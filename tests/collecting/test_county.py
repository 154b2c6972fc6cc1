"""A county of 82 offices: forms go out, are filled in, come back with faults, and are added up.

LibreOffice computes the formulas and makes the pages of text, as offices would.
"""

import io
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import openpyxl
import pytest
from attrs import define, field
from click.testing import CliRunner, Result
from county import COUNTY, YEAR, added_up, fill, offices, report_of, roster

import disclosure_report as dr
from disclosure_report.cli.commands import commands


pytestmark = pytest.mark.libreoffice

NAMES = [name for name, _ in offices()]
NEW, BROUGHT, CARRIED = (
    f"applications.{row}.natural_person" for row in ("newly_received", "brought_forward", "carried_forward")
)
UPHELD = "disputes.reconsideration.upheld"
ABSENT_FROM_COUNTY = 20
BY_TEXT, BY_PAGE = range(70, 74), 74
IN_TWO_FILES = (78, 79)


def _total(path: str) -> str:
    return f"{path.rpartition('.')[0]}.total"


def _more(report: dr.Report, *paths: str) -> dr.Report:
    """One more in each of these cells."""
    found = report
    for path in paths:
        value = found[path]
        assert isinstance(value, int)
        found = found.replace({path: value + 1})
    return found


@define
class County:
    """The folders of an office, and what its offices would say."""

    folder: Path
    last: dict[str, dr.Report] = field(factory=dict)
    this: dict[str, dr.Report] = field(factory=dict)

    def run(self, *words: str) -> Result:
        """A command, with no error that nobody foresaw."""
        result = CliRunner().invoke(commands, words)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.output
        return result

    def office(self, kind: str, target: str, files: Iterable[Path]) -> None:
        """LibreOffice saves files as another kind."""
        profile = f"-env:UserInstallation=file://{self.folder}/profile"
        command: list[str | Path] = [
            "soffice",
            profile,
            "--headless",
            "--convert-to",
            kind,
            "--outdir",
            self.folder / target,
        ]
        subprocess.run([*command, *files], check=True, capture_output=True, timeout=280)

    def collect(self) -> Result:
        return self.run("collect", "名册.csv", "收件", "-o", "结果", "--previous", "上年", "--lang", "zh")

    def listed(self) -> dict[str, set[str]]:
        """The codes of the list by the names in it."""
        sheet = openpyxl.load_workbook("结果/问题清单.xlsx").worksheets[0]
        heads, *rows = sheet.iter_rows(values_only=True)
        name, code = heads.index("机关"), heads.index("代码")
        found: dict[str, set[str]] = {}
        for row in rows:
            found.setdefault(str(row[name]), set()).add(str(row[code]))
        return found


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Iterable[County]:
    """Last year's reports, and this year's forms filled in by 60 offices."""
    folder = tmp_path_factory.mktemp("county")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        made = County(folder)
        chance = Random(11)
        Path("上年").mkdir()
        for name in NAMES:
            made.last[name] = report_of(name, YEAR - 1, chance)
            made.this[name] = report_of(name, YEAR, chance, made.last[name])
            dr.write(made.last[name], f"上年/{name}.docx")
        Path("名册.csv").write_bytes(roster().encode("gbk"))
        result = made.run("blank", "名册.csv", "表格", "--year", str(YEAR), "--previous", "上年")
        assert (result.exit_code, result.output.splitlines()[-1]) == (0, "表格 83，其中 82 份带上年结转")
        _fill_in(made)
        yield made
    shutil.rmtree(folder, ignore_errors=True)


def _fill_in(made: County) -> None:
    """Forms are filled in by a script and saved by LibreOffice, which computes their totals."""
    Path("填好").mkdir()
    for name in [*NAMES[:60], *(NAMES[number] for number in IN_TWO_FILES)]:
        form = Path(f"表格/{name}.xlsx").read_bytes()
        Path(f"填好/{name}.xlsx").write_bytes(fill(form, made.this[name]))
    made.office("xlsx:Calc MS Excel 2007 XML", "收件", sorted(Path("填好").iterdir()))
    Path("文档").mkdir()
    for number in (*BY_TEXT, BY_PAGE):
        dr.write(made.this[NAMES[number]], f"文档/{NAMES[number]}.docx")
    documents = [Path(f"文档/{NAMES[number]}.docx") for number in BY_TEXT]
    made.office("txt:Text (encoded):UTF8", "收件/文字", documents)
    made.office("pdf", "文档", [Path(f"文档/{NAMES[BY_PAGE]}.docx")])
    page = ["pdftotext", "-layout", f"文档/{NAMES[BY_PAGE]}.pdf", f"收件/{NAMES[BY_PAGE]}.txt"]
    subprocess.run(page, check=True, timeout=60)
    for number in (*range(60, 70), 80, 81):
        dr.write(made.this[NAMES[number]], f"收件/{NAMES[number]}.docx")
    for number in range(75, 78):
        dr.write(made.this[NAMES[number]], f"收件/文字/{NAMES[number]}.html")
    for number in IN_TWO_FILES:
        Path(f"收件/{NAMES[number]}").mkdir()
        shutil.move(f"收件/{NAMES[number]}.xlsx", f"收件/{NAMES[number]}/数据.xlsx")
        dr.write(_texts_of(made.this[NAMES[number]]), f"收件/{NAMES[number]}/文字.docx")


def _texts_of(report: dr.Report) -> dr.Report:
    blank = dr.Report.blank(report.agency, report.year)
    return blank.replace(
        overview=report.overview,
        problems_and_improvements=report.problems_and_improvements,
        other_matters=report.other_matters,
    )


def _bomb() -> bytes:
    """A small file that unpacks to 300 MB."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("xl/worksheets/sheet1.xml", b" " * 300_000_000)
    return buffer.getvalue()


class Planted:
    """Faults, each with the codes that must be in the list, and no others."""

    def __init__(self, county: County) -> None:
        self.this, self.last = county.this, county.last
        self.sent: dict[str, dr.Report | None] = dict(county.this)
        self.codes: dict[str, set[str]] = {COUNTY: {"A301"}}
        self.undo: list[Callable[[], Any]] = []

    def plant(self) -> None:
        """Put faulty files where right ones are."""
        for number in (1, 2):
            self._fault(number, None, {"A301"})
        self._fault(3, None, {"A307"}, docx=self.last[NAMES[3]])
        self._fault(4, None, {"A304"}, docx=self.this[NAMES[5]])
        self._again(6, Path(f"收件/{NAMES[6]}.xlsx").read_bytes(), "xlsx", {"A302"})
        other = _more(self.this[NAMES[60]], UPHELD, _total(UPHELD))
        self._again(60, dr.to_bytes(other, "docx"), "docx", {"A303", "A309", "B102"})
        self.sent[NAMES[60]] = self.this[NAMES[60]].replace({UPHELD: None, _total(UPHELD): None})
        wrong = _more(self.this[NAMES[8]], NEW)
        self._fault(8, wrong, _codes(wrong), docx=wrong)
        lacking = self.this[NAMES[9]].replace({UPHELD: None})
        self._fault(9, lacking, _codes(lacking), docx=lacking)
        self._fault(10, None, {"A308"}, data=_bomb())
        self._fault(11, None, {"A308"}, data=bytes.fromhex("d0cf11e0a1b11ae1") + bytes(2000))
        moved = _more(self.this[NAMES[12]], BROUGHT, _total(BROUGHT), CARRIED, _total(CARRIED))
        self._fault(12, moved, _codes(moved, self.last[NAMES[12]]), docx=moved)
        late = self.this[NAMES[50]].replace(publication_date=date(YEAR + 1, 3, 1))
        self._fault(50, late, _codes(late, kind="department"), docx=late)
        unsaved = Path(f"填好/{NAMES[15]}.xlsx").read_bytes()
        self._fault(15, dr.read(unsaved).report, {"R506", "B102"}, data=unsaved)
        number = IN_TWO_FILES[0]
        apart = _more(self.this[NAMES[number]], UPHELD)
        self._put(Path(f"收件/{NAMES[number]}/文字.docx"), dr.to_bytes(apart, "docx"))
        self.codes[NAMES[number]] = {"A309", "B102"}
        self.sent[NAMES[number]] = self.this[NAMES[number]].replace({UPHELD: None})
        self._page_of_text()
        self._put(
            Path("收件/其他/报告.docx"), dr.to_bytes(report_of("清河县水文局", YEAR, Random(1)), "docx")
        )
        self._put(Path("收件/其他/通知.txt"), "请于1月20日前报送。".encode())
        self.codes["（不在名册中）"] = {"A305", "R101"}
        self.codes["（汇总）"] = {"A104", "A316"}

    def _page_of_text(self) -> None:
        """What was printed to text is read as far as it is certain: no number is wrong."""
        name = NAMES[BY_PAGE]
        path = Path(f"收件/{name}.txt")
        page = dr.read(path)
        self.sent[name] = page.report
        self.codes[name] = {finding.code for finding in (*page.findings, *dr.check(page))}
        wrong = [at for at, value in page.report.cells().items() if value not in (None, self.this[name][at])]
        assert (wrong, page.summary.read > 100) == ([], True)
        self.undo += [path.unlink, lambda: dr.write(self.this[name], path.with_suffix(".docx"))]

    def _fault(
        self,
        number: int,
        sent: dr.Report | None,
        codes: set[str],
        *,
        docx: dr.Report | None = None,
        data: bytes | None = None,
    ) -> None:
        """Another file, or none, in the place of an office's workbook."""
        name = NAMES[number]
        self.sent[name], self.codes[name] = sent, codes
        path = Path(f"收件/{name}.xlsx")
        there = path.read_bytes()
        self.undo.append(lambda: path.write_bytes(there))
        path.unlink()
        if docx is not None:
            self._put(path.with_suffix(".docx"), dr.to_bytes(docx, "docx"))
        if data is not None:
            path.write_bytes(data)

    def _again(self, number: int, data: bytes, suffix: str, codes: set[str]) -> None:
        self.codes[NAMES[number]] = codes
        self._put(Path(f"收件/补报/{NAMES[number]}（修改）.{suffix}"), data)

    def _put(self, path: Path, data: bytes) -> None:
        there = path.read_bytes() if path.exists() else None
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        self.undo.append(path.unlink if there is None else lambda: path.write_bytes(there))

    def mend(self) -> None:
        """All but one office send what is right."""
        for undo in self.undo[1:]:
            undo()
        self.sent = {**self.this, NAMES[1]: None}

    def total(self) -> dr.Report:
        """The sum, added without the library."""
        return added_up(COUNTY, [report for report in self.sent.values() if report is not None])


def _codes(report: dr.Report, last: dr.Report | None = None, kind: Any = None) -> set[str]:
    found = {finding.code for finding in dr.check(report, last, kind=kind)}
    assert found
    return found


def _state(folder: str) -> Mapping[str, tuple[bytes, int]]:
    paths = [path for path in Path(folder).rglob("*") if path.is_file()]
    return {str(path): (path.read_bytes(), path.stat().st_mtime_ns) for path in paths}


def test_every_planted_fault_is_listed_and_nothing_else_and_the_total_is_right(county: County) -> None:
    planted = Planted(county)
    planted.plant()
    assert county.collect().exit_code == 2
    assert county.listed() == planted.codes
    assert dr.read("结果/汇总.xlsx").report.cells() == planted.total().cells()
    assert None in planted.total().cells().values()

    before = _state("结果")
    county.collect()
    assert _state("结果") == before

    planted.mend()
    late = NAMES[1]
    counted = {name: report for name, report in planted.sent.items() if report is not None}
    del counted[NAMES[ABSENT_FROM_COUNTY]]
    dr.write(added_up(COUNTY, [*counted.values(), county.this[late]]), f"收件/{COUNTY}.docx")
    assert county.collect().exit_code == 1
    assert county.listed() == {COUNTY: {"A209"}, late: {"A301"}, "（汇总）": {"A316"}}
    assert dr.read("结果/汇总.xlsx").report.cells() == planted.total().cells()
    assert {path.stem for path in Path("结果/报告").iterdir()} == {COUNTY, *NAMES} - {late}
    after = _state("结果")
    same = {path for path, state in before.items() if after.get(path) == state}
    untouched = {name for name in NAMES if name not in planted.codes} | {NAMES[6]}
    assert same == {f"结果/报告/{name}.docx" for name in untouched}

    dr.write(county.this[late], f"收件/{late}.html")
    planted.sent[late] = county.this[late]
    assert county.collect().exit_code == 1
    assert county.listed() == {COUNTY: {"A201", "A202"}}
    sheet = openpyxl.load_workbook("结果/问题清单.xlsx").worksheets[0]
    [blamed] = [str(row[8]) for row in sheet.iter_rows(values_only=True) if row[5] == "A202"]
    assert f"“{NAMES[ABSENT_FROM_COUNTY]}”" in blamed
    assert dr.read("结果/汇总.xlsx").report.cells() == planted.total().cells()
    assert None not in planted.total().cells().values()
