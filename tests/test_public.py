"""The front door: what is public, what it costs to import, and that it is typed."""

import subprocess
import sys

import pytest
from mypy import api

import disclosure_report as dr


def test_all_is_sorted_and_is_what_dir_shows() -> None:
    assert sorted(dr.__all__) == dr.__all__ == dir(dr)
    assert all(hasattr(dr, name) for name in dr.__all__)


def test_import_loads_no_heavy_library() -> None:
    heavy = "{'docx', 'openpyxl', 'lxml', 'hypothesis', 'cattrs', 'click', 'rich', 'matplotlib'}"
    code = f"import sys, disclosure_report; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_import_prints_nothing() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import disclosure_report"], capture_output=True, text=True, check=True
    )
    assert (done.stdout, done.stderr) == ("", "")


USER = """
import disclosure_report as dr
report = dr.Report.blank("x", 2021)
if report.applications.form is dr.Form.Y2021:
    reveal_type(report.applications.outcomes.otherwise_processed.fee_unpaid.total)
else:
    reveal_type(report.applications.outcomes.otherwise_processed.total)
reveal_type(dr.read("x").report.year)
reveal_type(report["applications.newly_received.total"])
"""

WRONG = """
import disclosure_report as dr
report = dr.Report.blank("x", 2021)
report.applications.outcomes.otherwise_processed.fee_unpaid
report.year = 2022
"""


@pytest.mark.filterwarnings("ignore")
def test_a_users_types_narrow_by_form() -> None:
    out, err, status = api.run(["--config-file=", "--strict", "--no-incremental", "-c", USER])
    assert (err, status) == ("", 0), out
    revealed = [line.partition("Revealed type is ")[2] for line in out.splitlines() if "Revealed" in line]
    expected = ['"int | None"', '"int | None"', '"int | None"', '"int | decimal.Decimal | None"']
    assert revealed == expected


@pytest.mark.filterwarnings("ignore")
def test_what_only_one_form_has_is_a_type_error_until_narrowed() -> None:
    out, _, status = api.run(["--config-file=", "--strict", "--no-incremental", "-c", WRONG])
    assert status == 1
    assert 'has no attribute "fee_unpaid"' in out
    assert "read-only" in out
