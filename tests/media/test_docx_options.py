"""Profiles and templates."""

import io
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.shared import Mm

import disclosure_report as dr
from disclosure_report.blocks import Grid
from disclosure_report.errors import DamagedFileError, InvalidValueError
from disclosure_report.media.docx.profile import GBT9704, PROFILES


def _letterhead(mark: str = "{{report}}", **sizes: Any) -> bytes:
    document = docx.Document()
    for name, size in sizes.items():
        setattr(document.sections[0], name, size)
    document.add_paragraph("青溪镇人民政府文件")
    runs = document.add_paragraph()
    runs.add_run(mark[:4])
    runs.add_run(mark[4:])
    document.add_paragraph("抄送：区政府办公室")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("profile", PROFILES)
def test_each_profile_makes_a_document_that_reads_back_equal(profile: str, full: dr.Report) -> None:
    data = dr.to_bytes(full, "docx", profile=profile)
    assert dr.read(data).report == full
    section = docx.Document(io.BytesIO(data)).sections[0]
    margins = [section.top_margin, section.bottom_margin, section.left_margin, section.right_margin]
    named = PROFILES[profile]
    assert [round(margin.mm) for margin in margins if margin] == [
        named.top,
        named.bottom,
        named.left,
        named.right,
    ]


def test_the_official_profile_is_the_default(full: dr.Report) -> None:
    assert dr.to_bytes(full, "docx") == dr.to_bytes(full, "docx", profile="gbt9704")
    assert (GBT9704.top, GBT9704.bottom, GBT9704.left, GBT9704.right) == (37, 35, 28, 26)


def test_an_unknown_profile_or_option_is_named(full: dr.Report) -> None:
    with pytest.raises(InvalidValueError, match="known: gbt9704, plain"):
        dr.to_bytes(full, "docx", profile="x")
    with pytest.raises(InvalidValueError, match="colour: docx has no such option"):
        dr.to_bytes(full, "docx", colour="red")
    with pytest.raises(InvalidValueError, match="it has: none"):
        dr.to_bytes(full, "json", profile="plain")


def test_the_report_stands_on_the_units_own_paper(full: dr.Report, tmp_path: Path) -> None:
    path = tmp_path / "own.docx"
    path.write_bytes(_letterhead(page_width=Mm(210), left_margin=Mm(30), right_margin=Mm(30)))
    data = dr.to_bytes(full, "docx", template=path)
    document = docx.Document(io.BytesIO(data))
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert texts[0] == "青溪镇人民政府文件"
    assert texts[-1] == "抄送：区政府办公室"
    assert texts[1] == full.full_title
    assert "{{report}}" not in "".join(texts)
    assert document.paragraphs[2].style
    assert document.paragraphs[2].style.name == "Body Text"
    widths = [sum(column.width for column in table.columns if column.width) for table in document.tables]
    assert all(width == pytest.approx(Mm(150), rel=0.001) for width in widths)
    reading = dr.read(data)
    assert reading.report == full
    around = [block.text for block in reading.left_over if not isinstance(block, Grid)]
    assert around == ["青溪镇人民政府文件", "抄送：区政府办公室"]


def test_a_template_gives_the_same_bytes_each_time(full: dr.Report) -> None:
    paper = _letterhead()
    assert dr.to_bytes(full, "docx", template=paper) == dr.to_bytes(full, "docx", template=io.BytesIO(paper))


@pytest.mark.parametrize("mark", ["{{reports}}", "{{report}} here"])
def test_a_template_without_the_mark_is_an_error(mark: str, full: dr.Report) -> None:
    with pytest.raises(InvalidValueError, match="0 paragraphs"):
        dr.to_bytes(full, "docx", template=_letterhead(mark))


def test_a_damaged_template_is_an_error_and_nothing_is_written(full: dr.Report, tmp_path: Path) -> None:
    with pytest.raises(DamagedFileError):
        dr.write(full, tmp_path / "a.docx", template=b"PK\x03\x04cut")
    assert list(tmp_path.iterdir()) == []


def test_who_wants_to_go_on_editing_opens_the_bytes_with_python_docx(full: dr.Report) -> None:
    document = docx.Document(io.BytesIO(dr.to_bytes(full, "docx")))
    document.add_paragraph("签发人：张三", style="Body Text")
    buffer = io.BytesIO()
    document.save(buffer)
    assert "签发人：张三" in dr.read(buffer.getvalue()).report.other_matters.text
