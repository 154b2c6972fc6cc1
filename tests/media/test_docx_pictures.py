"""A chart in a Word document: a picture with words for who cannot see it, and a caption below it."""

import io
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.shared import Mm
from lxml import etree
from openxml_audit import OpenXmlValidator, ValidationSeverity
from openxml_audit.errors import SourceClass
from PIL import Image

import disclosure_report as dr
from disclosure_report.blocks import Chart
from disclosure_report.checks.side_by_side import Comparison
from disclosure_report.errors import InvalidValueError, UnknownMediumError
from disclosure_report.layout.comparison import compose_comparison
from disclosure_report.media.charts import WIDTH, height_of
from disclosure_report.media.docx.frame import frame_of
from disclosure_report.media.docx.profile import PROFILES
from disclosure_report.media.docx.read import read
from disclosure_report.media.html.write import write as html_of
from disclosure_report.media.text.plain import write as text_of


pytestmark = pytest.mark.usefixtures("chinese_font")
RECEIVED = "applications.newly_received.total"


def _comparison(year: int = 2025) -> Comparison:
    reports = [dr.Report.blank("青溪镇", each).replace({RECEIVED: each % 100}) for each in (year, year - 1)]
    return dr.compare(*reports)


def _chart(comparison: Comparison) -> Chart:
    blocks = compose_comparison(comparison, chart=True).blocks
    return next(block for block in blocks if isinstance(block, Chart))


def _drawn(**options: Any) -> bytes:
    return dr.to_bytes(_comparison(), "docx", chart=True, **options)


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _all(data: bytes, path: str) -> list[Any]:
    found: list[Any] = list(etree.fromstring(_parts(data)["word/document.xml"]).iter(f"{{*}}{path}"))
    return found


def test_the_picture_has_all_numbers_in_words_and_a_caption_below_it() -> None:
    chart = _chart(_comparison())
    document = docx.Document(io.BytesIO(_drawn()))
    [shape] = document.inline_shapes
    assert [each.get("descr") for each in _all(_drawn(), "docPr")] == [chart.text]
    assert "本年新收：2025年25件，2024年24件" in chart.text
    texts = [paragraph.text for paragraph in document.paragraphs]
    at = texts.index(chart.caption)
    above, caption = document.paragraphs[at - 1 : at + 1]
    assert "graphic" in above._p.xml
    names = [each.style.name for each in (above, caption) if each.style]
    assert names == ["Picture", "Caption"]
    assert above.style
    assert above.style.paragraph_format.keep_with_next
    assert (shape.width, shape.height) == (Mm(WIDTH), Mm(height_of(chart)))


def test_the_part_is_the_picture_and_is_declared() -> None:
    parts = _parts(_drawn())
    image = Image.open(io.BytesIO(parts["word/media/chart1.png"]))
    assert image.width / image.height == pytest.approx(WIDTH / height_of(_chart(_comparison())), rel=0.01)
    assert b'Extension="png" ContentType="image/png"' in parts["[Content_Types].xml"]
    [embedded] = _all(_drawn(), "blip")
    relation = f'Id="{next(iter(embedded.attrib.values()))}"'
    assert relation.encode() in parts["word/_rels/document.xml.rels"]


def test_without_a_chart_nothing_of_it_is_in_the_document() -> None:
    for data in (dr.to_bytes(_comparison(), "docx"), dr.to_bytes(_comparison(), "docx", chart=False)):
        parts = _parts(data)
        assert not [name for name in parts if "media" in name]
        assert b"png" not in parts["[Content_Types].xml"] + parts["word/_rels/document.xml.rels"]
        assert b"aption" not in parts["word/styles.xml"]
    assert dr.to_bytes(_comparison(), "docx") == dr.to_bytes(_comparison(), "docx", chart=False)


def test_where_nothing_can_be_drawn_the_document_has_no_picture() -> None:
    blank = dr.compare(*(dr.Report.blank("青溪镇", year) for year in (2025, 2024)))
    data = dr.to_bytes(blank, "docx", chart=True)
    assert not [name for name in _parts(data) if "media" in name]
    assert "不作图。" in docx.Document(io.BytesIO(data)).paragraphs[1].text


def test_the_same_comparison_gives_the_same_bytes() -> None:
    first = _drawn()
    frame_of.cache_clear()
    assert _drawn() == first


@pytest.mark.parametrize("medium", ["docx", "xlsx", "html"])
def test_a_report_has_no_chart(medium: str, blank: dr.Report) -> None:
    with pytest.raises(InvalidValueError, match=f"chart: {medium} has no such option"):
        dr.to_bytes(blank, medium, chart=True)


def test_the_options_of_a_comparison_are_named_and_its_medium_stays() -> None:
    with pytest.raises(InvalidValueError, match="it has: profile, template, chart"):
        dr.to_bytes(_comparison(), "docx", charts=True)
    with pytest.raises(UnknownMediumError, match="a comparison is written as docx alone"):
        dr.to_bytes(_comparison(), "html", chart=True)


@pytest.mark.parametrize("year", [2020, 2021, 2025])
@pytest.mark.parametrize("profile", PROFILES)
def test_the_sdk_rules_find_no_error(profile: str, year: int, tmp_path: Path) -> None:
    path = tmp_path / "out.docx"
    dr.write(_comparison(year), path, chart=True, profile=profile)
    _assert_valid(path)


def _assert_valid(path: Path) -> None:
    """By the rules of the Open XML SDK, and by those of ooxml-integrity."""
    errors = [
        str(error)
        for error in OpenXmlValidator().validate(str(path)).errors
        if error.severity is ValidationSeverity.ERROR and error.source_class is SourceClass.SDK_PROXY
    ]
    assert errors == []
    command = [str(Path(sys.executable).with_name("ooxml-integrity")), "check", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_a_chart_reads_back_as_a_picture_and_its_caption() -> None:
    manuscript = read(_drawn(), "out.docx")
    at = next(number for number, block in enumerate(manuscript.blocks) if getattr(block, "picture", False))
    caption = manuscript.blocks[at + 1]
    assert getattr(caption, "text", "") == _chart(_comparison()).caption
    assert dr.read(_drawn()).summary == dr.read(dr.to_bytes(_comparison(), "docx")).summary


@pytest.mark.parametrize("write", [html_of, text_of])
def test_a_medium_that_draws_nothing_says_the_numbers(write: Any) -> None:
    manuscript = compose_comparison(_comparison(), chart=True)
    assert _chart(_comparison()).text in write(manuscript).decode()


def _paper(*, pictures: int = 0, width: int = 210) -> bytes:
    """A unit's own paper, with pictures of its own."""
    document = docx.Document()
    document.sections[0].page_width = Mm(width)
    document.sections[0].left_margin = document.sections[0].right_margin = Mm(20)
    document.add_paragraph("青溪镇人民政府")
    for colour in range(pictures):
        image = io.BytesIO()
        Image.new("RGB", (8, 8), (colour, 0, 0)).save(image, "png")
        document.add_picture(image)
    document.add_paragraph("{{report}}")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("pictures", [0, 2])
def test_on_own_paper_the_chart_stands_beside_the_papers_pictures(pictures: int, tmp_path: Path) -> None:
    path = tmp_path / "own.docx"
    path.write_bytes(_drawn(template=_paper(pictures=pictures)))
    document = docx.Document(str(path))
    assert len(document.inline_shapes) == pictures + 1
    numbers = [each.get("id") for each in _all(path.read_bytes(), "docPr")]
    assert len(set(numbers)) == len(numbers)
    assert len([name for name in _parts(path.read_bytes()) if "media" in name]) == pictures + 1
    assert "Caption" in [each.style.name for each in document.paragraphs if each.style]
    _assert_valid(path)


def test_a_document_with_a_chart_may_be_the_paper_of_another(tmp_path: Path) -> None:
    document = docx.Document(io.BytesIO(_drawn()))
    document.add_paragraph("{{report}}")
    buffer = io.BytesIO()
    document.save(buffer)
    path = tmp_path / "twice.docx"
    path.write_bytes(_drawn(template=buffer.getvalue()))
    embedded = {next(iter(each.attrib.values())) for each in _all(path.read_bytes(), "blip")}
    assert len(embedded) == 2
    assert len({each.get("id") for each in _all(path.read_bytes(), "docPr")}) == 2
    _assert_valid(path)


def test_on_narrow_paper_the_chart_is_smaller_and_keeps_its_shape() -> None:
    data = _drawn(template=_paper(width=120))
    [shape] = docx.Document(io.BytesIO(data)).inline_shapes
    assert shape.width == pytest.approx(Mm(80), abs=Mm(0.1))
    assert shape.width / shape.height == pytest.approx(WIDTH / height_of(_chart(_comparison())), rel=0.001)


@pytest.mark.libreoffice
def test_libreoffice_prints_the_picture_and_its_caption_on_one_page(tmp_path: Path) -> None:
    source = tmp_path / "out.docx"
    dr.write(_comparison(), source, chart=True)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(source),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    pdf = tmp_path / "out.pdf"
    listed = subprocess.run(["pdfimages", "-list", pdf], check=True, capture_output=True, text=True).stdout
    pages = [int(line.split()[0]) for line in listed.splitlines()[2:]]
    first = subprocess.run(
        ["pdftotext", "-l", "1", pdf, "-"], check=True, capture_output=True, text=True
    ).stdout
    assert set(pages) == {1}
    assert "收到和处理政府信息公开申请情况（单位：件）" in first.replace("\n", "").replace(" ", "")
