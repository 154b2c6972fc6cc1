"""What all tests share: Hypothesis without deadlines, and where real reports lie."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

import disclosure_report as dr
from disclosure_report.blocks import Box, Grid, Place, Shape
from disclosure_report.errors import MissingFontError


SHARED = Path(__file__).parent.parent.parent / "shared"

settings.register_profile(
    "default",
    deadline=None,  # tests never time anything
    derandomize="CI" in os.environ,  # the same examples each time; elsewhere new ones
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.register_profile(
    "mutation",  # few examples, the same ones each time, and none made smaller: a mutant need only be noticed
    parent=settings.get_profile("default"),
    derandomize=True,
    max_examples=10,
    phases=[Phase.explicit, Phase.generate],
)
settings.load_profile("default")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    missing = {
        "corpus": not SHARED.is_dir() and "the folder of real reports is not beside the project",
        "libreoffice": not (shutil.which("soffice") and shutil.which("pdftotext"))
        and "LibreOffice or Poppler is not installed",
        "browser": not (_has_browser() or os.environ.get("CI"))
        and "Chromium or Poppler is not installed, or AXE_CORE is not the path of axe.min.js",
    }
    for item in items:
        for name, reason in missing.items():
            if reason and item.get_closest_marker(name):
                item.add_marker(pytest.mark.skip(reason=reason))


def _has_browser() -> bool:
    programs = "chromium", "pdftotext", "pdftoppm"
    return all(map(shutil.which, programs)) and Path(os.environ.get("AXE_CORE", "")).is_file()


@pytest.fixture
def chinese_font() -> None:
    """For tests that draw: they are skipped where the machine has no font for it."""
    from disclosure_report.media.charts.fonts import font_for

    try:
        font_for("空白")
    except MissingFontError as error:
        pytest.skip(str(error))


@pytest.fixture
def blank() -> dr.Report:
    return dr.Report.blank("青溪镇", 2021)


@pytest.fixture
def full(blank: dr.Report) -> dr.Report:
    """A report whose every cell is filled and whose relations hold."""
    column = "applications.{}.natural_person".format
    report = blank.replace(
        {
            column("newly_received"): 7,
            column("brought_forward"): 1,
            column("outcomes.disclosed"): 5,
            column("outcomes.not_disclosed.state_secret"): 2,
            column("carried_forward"): 1,
            "disputes.reconsideration.upheld": 3,
        },
        preamble=dr.Prose.from_text("本报告依据《中华人民共和国政府信息公开条例》编制。"),
        overview=dr.Prose.from_text("（一）主动公开\n全年公开信息126条。"),
        problems_and_improvements=dr.Prose.from_text("更新不够及时，已建立台账。"),
        other_matters=dr.Prose.from_text("全年未收取信息处理费。"),
    )
    return dr.complete(report, zeros=True).report


@pytest.fixture
def draw() -> Callable[..., Grid]:
    """A grid from its rows, with bars between cells; ``<`` goes on with the cell to the left, ``^`` above."""
    return _drawn


def _drawn(*rows: str, table: int = 1) -> Grid:
    cells = [[text.strip() for text in row.split("|")] for row in rows]
    boxes: list[Box] = []
    values: list[str] = []
    for row, texts in enumerate(cells):
        for column, text in enumerate(texts):
            if text in {"<", "^"}:
                continue
            width = _count(texts[column + 1 :], "<")
            height = _count(["".join(below[column : column + 1]) for below in cells[row + 1 :]], "^")
            boxes.append(Box(row, column, height, width, len(values), "value"))
            values.append(text)
    columns = (16.0,) * max(map(len, cells))
    return Grid(Shape("", columns, len(cells), 0, tuple(boxes)), tuple(values), place=Place(table=table))


def _count(texts: list[str], mark: str) -> int:
    """How many cells a cell covers in one direction."""
    return next((number for number, text in enumerate(texts) if text != mark), len(texts)) + 1
