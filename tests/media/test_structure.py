"""Two validators that others wrote look at what is written.

False alarms that are known, each with its reason, are left out here and nowhere else.
"""

import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from openxml_audit import OpenXmlValidator, ValidationSeverity
from openxml_audit.errors import SourceClass

import disclosure_report as dr
from disclosure_report.testing import reports


def _alarms(path: Path) -> list[str]:
    """Errors by the rules of the Open XML SDK.

    openpyxl's fonts are reported as out of order, though ISO/IEC 29500 lets the elements of a font come in
    any order.
    """
    return [
        str(error)
        for error in OpenXmlValidator().validate(str(path)).errors
        if error.severity is ValidationSeverity.ERROR
        and error.source_class is SourceClass.SDK_PROXY
        and not (path.suffix == ".xlsx" and "/font[" in str(error))
    ]


@pytest.mark.parametrize("year", [2019, 2021])
@pytest.mark.parametrize("name", ["gbt9704.docx", "plain.docx", "report.xlsx", "fillable.xlsx"])
def test_the_sdk_rules_find_no_error(name: str, year: int, tmp_path: Path) -> None:
    path = tmp_path / name
    report = dr.complete(dr.Report.blank("青溪镇", year), zeros=True).report
    report = report.replace(overview=dr.Prose.from_text("（一）主动公开\n1.平台\n全年公开信息126条。"))
    options: dict[str, Any] = (
        {"profile": path.stem} if path.suffix == ".docx" else {"fillable": path.stem == "fillable"}
    )
    dr.write(report, path, **options)
    assert _alarms(path) == []


@given(reports(consistent=False, blanks=True))
@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_sdk_rules_find_no_error_in_hard_text(tmp_path: Path, report: dr.Report) -> None:
    kinds: tuple[tuple[str, dict[str, Any]], ...] = (("docx", {}), ("xlsx", {}), ("xlsx", {"fillable": True}))
    for medium, options in kinds:
        path = tmp_path / f"report.{medium}"
        dr.write(report, path, **options)
        assert _alarms(path) == []


@pytest.mark.parametrize("year", [2019, 2021])
@pytest.mark.parametrize("name", ["gbt9704.docx", "report.xlsx", "fillable.xlsx"])
def test_the_sdk_rules_find_no_error_in_a_marked_copy(name: str, year: int, tmp_path: Path) -> None:
    report = dr.Report.blank("青溪镇", year).replace({"disputes.reconsideration.total": 3})
    options: dict[str, Any] = {"fillable": True} if name == "fillable.xlsx" else {}
    names = [tmp_path / f"{times}.{name}" for times in ("never", "once", "twice")]
    dr.write(report, names[0], **options)
    for source, target in pairwise(names):
        reading = dr.read(source)
        dr.mark(reading, dr.check(reading), target)
        assert _alarms(target) == []


def test_the_validator_would_notice(tmp_path: Path, full: dr.Report) -> None:
    path = tmp_path / "broken.docx"
    data = dr.to_bytes(full, "docx")
    path.write_bytes(_with_empty_cell(data))
    assert _alarms(path)


def _with_empty_cell(data: bytes) -> bytes:
    from io import BytesIO
    from zipfile import ZipFile

    buffer = BytesIO()
    with ZipFile(BytesIO(data)) as package, ZipFile(buffer, "w") as made:
        for name in package.namelist():
            content = package.read(name)
            if name == "word/document.xml":
                content = content.replace(b"</w:tcPr>", b"</w:tcPr></w:tc><w:tc><w:tcPr/>", 1)
            made.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.parametrize("marked", [False, True])
def test_ooxml_integrity_finds_nothing(tmp_path: Path, full: dr.Report, *, marked: bool) -> None:
    path = tmp_path / "report.docx"
    dr.write(full, path)
    if marked:
        reading = dr.read(path)
        path = tmp_path / "marked.docx"
        dr.mark(reading, dr.check(full.replace({"disputes.reconsideration.total": 9})), path)
    command = [str(Path(sys.executable).with_name("ooxml-integrity")), "check", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
