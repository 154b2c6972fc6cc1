"""Word documents, looked at by other programs' eyes: python-docx, lxml, LibreOffice."""

import io
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import pytest
from lxml import etree

import disclosure_report as dr
from disclosure_report.blocks import Grid, Heading, Paragraph, Shape
from disclosure_report.layout.compose import compose
from disclosure_report.media.docx.frame import frame_of
from disclosure_report.media.docx.profile import GBT9704


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _document(data: bytes) -> Any:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        return etree.fromstring(package.read("word/document.xml"))


def _text(element: Any) -> str:
    marks = {f"{W}br": "\n", f"{W}tab": "\t"}
    return "".join(
        (each.text or "") if each.tag == f"{W}t" else marks.get(each.tag, "") for each in element.iter()
    )


def _boxes(table: Any) -> Iterator[tuple[int, int, int, int, str]]:
    """Row, column, rowspan, colspan and text of each cell of a table, merges resolved."""
    rows = [list(row) for row in table.iter(f"{W}tr")]
    open_at: dict[int, list[Any]] = {}
    found: list[list[Any]] = []
    for number, row in enumerate(rows):
        column = 0
        for cell in (each for each in row if each.tag == f"{W}tc"):
            span = cell.find(f"{W}tcPr/{W}gridSpan")
            width = int(span.get(f"{W}val")) if span is not None else 1
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            if merge is not None and merge.get(f"{W}val") is None:
                open_at[column][2] += 1
            else:
                open_at[column] = [number, column, 1, width, _text(cell)]
                found.append(open_at[column])
            column += width
    yield from (tuple(box) for box in found)


def _expected(shape: Shape, values: tuple[Any, ...]) -> list[tuple[int, int, int, int, str]]:
    def text(content: str | int) -> str:
        if isinstance(content, str):
            return content
        return "" if values[content] is None else str(values[content])

    return [(b.row, b.column, b.rowspan, b.colspan, text(b.content)) for b in shape.boxes]


@pytest.mark.parametrize("year", [2019, 2021])
def test_the_tables_have_every_merge_and_value_of_the_form(year: int) -> None:
    blank = dr.Report.blank("青溪镇", year)
    report = dr.complete(blank.replace({"applications.newly_received.total": 12345678}), zeros=False).report
    tables = list(_document(dr.to_bytes(report, "docx")).iter(f"{W}tbl"))
    grids = [block for block in compose(report).blocks if isinstance(block, Grid)]
    assert len(tables) == len(grids) == 3
    for table, grid in zip(tables, grids, strict=True):
        found = [(*place, text.replace("\n", "")) for *place, text in _boxes(table)]
        assert found == _expected(grid.shape, grid.values)


def test_widths_add_up_to_the_text_width(full: dr.Report) -> None:
    text_width = round(GBT9704.text_width / 25.4 * 1440)
    for table in _document(dr.to_bytes(full, "docx")).iter(f"{W}tbl"):
        grid = [int(column.get(f"{W}w")) for column in table.iter(f"{W}gridCol")]
        assert sum(grid) == text_width
        assert int(table.find(f"{W}tblPr/{W}tblW").get(f"{W}w")) == text_width
        for row in table.iter(f"{W}tr"):
            assert sum(int(w.get(f"{W}w")) for w in row.iter(f"{W}tcW")) == text_width


def test_no_row_may_be_split_and_heads_come_first(full: dr.Report) -> None:
    for table, heads in zip(_document(dr.to_bytes(full, "docx")).iter(f"{W}tbl"), (0, 3, 3), strict=True):
        rows = list(table.iter(f"{W}tr"))
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [
            number < heads for number in range(len(rows))
        ]


def test_python_docx_reads_the_same_paragraphs(full: dr.Report) -> None:
    document = docx.Document(io.BytesIO(dr.to_bytes(full, "docx")))
    blocks = [block for block in compose(full).blocks if not isinstance(block, Grid)]
    styles = {0: "Title", 1: "Heading 1", 2: "Heading 2", 3: "Heading 3"}
    expected = [
        (styles[block.level] if isinstance(block, Heading) else "Body Text", block.text) for block in blocks
    ]
    assert [(p.style.name if p.style else "", p.text) for p in document.paragraphs] == expected
    assert document.core_properties.title == full.full_title
    assert document.core_properties.author == "青溪镇"
    section = document.sections[0]
    assert section.page_width and section.page_height and section.top_margin  # noqa: PT018
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert round(section.top_margin.mm) == 37


def test_every_font_is_named_in_all_four_slots_and_no_theme_font_overrides_it(full: dr.Report) -> None:
    with zipfile.ZipFile(io.BytesIO(dr.to_bytes(full, "docx"))) as package:
        names = package.namelist()
        styles = etree.fromstring(package.read("word/styles.xml"))
        theme = etree.fromstring(package.read("word/theme/theme1.xml"))
    assert not [name for name in names if "stylesWithEffects" in name or "thumb" in name]
    assert {font.get("typeface") for font in theme.iter("{*}latin", "{*}ea", "{*}cs")} == {"仿宋_GB2312"}
    fonts = list(styles.iter(f"{W}rFonts"))
    assert len(fonts) > 10
    for font in fonts:
        slots = {slot: font.get(f"{W}{slot}") for slot in ("ascii", "hAnsi", "eastAsia", "cs")}
        assert slots["eastAsia"] in {"方正小标宋简体", "黑体", "楷体_GB2312", "仿宋_GB2312", "宋体"}
        assert {slots["ascii"], slots["hAnsi"], slots["cs"]} <= {slots["eastAsia"], "Times New Roman"}
        assert len(font.attrib) == 4


def test_no_setting_of_the_default_template_is_left(full: dr.Report) -> None:
    with zipfile.ZipFile(io.BytesIO(dr.to_bytes(full, "docx"))) as package:
        settings = package.read("word/settings.xml").decode()
        document = package.read("word/document.xml").decode()
    assert 'w:eastAsia="zh-CN"' in settings
    assert 'w:name="compatibilityMode"' in settings
    assert "<w:evenAndOddHeaders/>" in settings
    assert not [word for word in ("ja-JP", "rsid", "updateFields") if word in settings + document]
    assert document.count("<w:tblCaption ") == document.count("<w:tblDescription ") == 3


def test_hostile_text_is_text(full: dr.Report) -> None:
    hard = '=1+1 <w:p> & "quotes" ]]> &amp; 😀 é \t tab\nline _x000D_'
    report = full.replace(overview=dr.Prose.from_text(hard), agency="<a&b>", title='"=cmd|x"')
    document = docx.Document(io.BytesIO(dr.to_bytes(report, "docx")))
    assert [p.text for p in document.paragraphs][3:5] == hard.split("\n")
    assert document.core_properties.author == "<a&b>"


def test_the_same_report_gives_the_same_bytes(full: dr.Report) -> None:
    first = dr.to_bytes(full, "docx")
    frame_of.cache_clear()
    assert dr.to_bytes(full, "docx") == first


@pytest.mark.parametrize(
    "text", ["图片", "[图片]", "来源：区政府", "一、总体情况", "（一）是段落", "{{report}}"]
)
def test_prose_that_looks_like_something_else_reads_back_as_prose(text: str, full: dr.Report) -> None:
    prose = dr.Prose([Paragraph(text), Paragraph("正文。")])
    report = full.replace(preamble=prose, overview=prose, other_matters=prose)
    assert dr.read(dr.to_bytes(report, "docx")).report == report


@pytest.mark.libreoffice
@pytest.mark.parametrize("medium", ["docx", "xlsx"])
def test_libreoffice_prints_every_number(medium: str, full: dr.Report, tmp_path: Path) -> None:
    numbers = {path: 1000 + number for number, path in enumerate(full.cells())}
    counts = {said.path: numbers[said.path] for said in dr.fields(dr.Form.Y2021) if said.kind == "count"}
    source = tmp_path / f"report.{medium}"
    dr.write(full.replace(counts), source)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command: list[str] = [
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
    pdf = tmp_path / "report.pdf"
    done = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, text=True)
    assert {str(number) for number in counts.values()} <= set(done.stdout.split())
    assert "一、总体情况" in done.stdout
    assert "###" not in done.stdout


@pytest.mark.libreoffice
@pytest.mark.parametrize("year", [2019, 2021])
def test_it_reads_back_equal_after_libreoffice_saved_it(year: int, full: dr.Report, tmp_path: Path) -> None:
    hard = dr.Prose.from_text("（一）主动公开\n1.平台\n<&>\"' 😀 é\n含\t制表\n全年公开信息126条。")
    report = dr.Report.blank("青溪镇", year).replace(overview=hard, document_number="青政〔2022〕3号")
    report = full.replace(overview=hard) if year == 2021 else report
    source = tmp_path / "report.docx"
    dr.write(report, source)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    saved = tmp_path / "saved"
    command = ["soffice", profile, "--headless", "--convert-to", "docx:MS Word 2007 XML"]
    command += ["--outdir", str(saved), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    reading = dr.read(saved / "report.docx")
    assert reading.report == report
    assert reading.findings == ()
