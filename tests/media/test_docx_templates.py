"""Strange paper: other styles of the same name, several sections, marks in odd places, macros."""

import io
import zipfile
from collections.abc import Callable
from typing import Any

import docx
import pytest
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm

import disclosure_report as dr
from disclosure_report.errors import DamagedFileError, InvalidValueError


TYPES = "[Content_Types].xml"


def _paper(edit: Callable[[Any], object]) -> bytes:
    document = docx.Document()
    edit(document)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _changed(data: bytes, part: str, before: str, after: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(made, "w") as copy:
        for name in package.namelist():
            content = package.read(name)
            assert name != part or before.encode() in content
            copy.writestr(name, content.replace(before.encode(), after.encode()) if name == part else content)
    return made.getvalue()


def _mark(document: Any) -> Any:
    return document.add_paragraph("{{report}}")


def test_a_letterhead_in_the_style_of_a_title_is_no_title(full: dr.Report) -> None:
    def edit(document: Any) -> None:
        document.add_heading("青溪镇人民政府文件", 0)
        _mark(document)
        document.add_paragraph("青溪镇人民政府")
        document.add_paragraph("2022年1月18日")

    reading = dr.read(dr.to_bytes(full, "docx", template=_paper(edit)))
    assert reading.report == full
    assert [finding.code for finding in reading.findings] == ["R401"]


def test_a_dotx_becomes_a_document(full: dr.Report) -> None:
    dotx = _changed(_paper(_mark), TYPES, "document.main+xml", "template.main+xml")
    data = dr.to_bytes(full, "docx", template=dotx)
    assert docx.Document(io.BytesIO(data)).tables
    assert dr.read(data).report == full


def test_macros_are_refused(full: dr.Report) -> None:
    before = "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    docm = _changed(_paper(_mark), TYPES, before, "vnd.ms-word.document.macroEnabled.main+xml")
    with pytest.raises(InvalidValueError, match="has macros"):
        dr.to_bytes(full, "docx", template=docm)


def test_ids_of_styles_may_be_exchanged_in_the_template(full: dr.Report) -> None:
    def edit(document: Any) -> None:
        styles = {each.name: each.element for each in document.styles}
        styles["Title"].set(qn("w:styleId"), "Heading1")
        styles["Heading 1"].set(qn("w:styleId"), "Title")
        _mark(document)

    document = docx.Document(io.BytesIO(dr.to_bytes(full, "docx", template=_paper(edit))))
    named = [paragraph.style.name for paragraph in document.paragraphs if paragraph.style]
    assert named.count("Title") == 1
    assert named.count("Heading 1") == 6


def test_a_style_of_the_same_name_but_another_type_is_not_used(full: dr.Report) -> None:
    def edit(document: Any) -> None:
        document.styles.add_style("Table Value", 2)
        _mark(document)

    data = dr.to_bytes(full, "docx", template=_paper(edit))
    document = docx.Document(io.BytesIO(data))
    assert {style.type.name for style in document.styles if style.name == "Table Value"} == {
        "CHARACTER",
        "PARAGRAPH",
    }
    assert dr.read(data).report == full


@pytest.mark.parametrize("wrapper", ["ins", "smartTag", "hyperlink"])
def test_nothing_of_the_mark_is_left_where_a_section_ends(wrapper: str, full: dr.Report) -> None:
    def edit(document: Any) -> None:
        mark = _mark(document)
        document.add_section(WD_SECTION.NEW_PAGE)
        [run] = mark._p.r_lst
        inside = parse_xml(f"<w:{wrapper} {nsdecls('w')}/>")
        run.addprevious(inside)
        inside.append(run)
        properties = mark._p.get_or_add_pPr()
        properties.append(document.element.body.find(".//" + qn("w:sectPr")))

    data = dr.to_bytes(full, "docx", template=_paper(edit))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert b"{{report}}" not in package.read("word/document.xml")
    assert dr.read(data).report == full


def _widths(data: bytes) -> set[int]:
    document = docx.Document(io.BytesIO(data))
    return {int(each.get(qn("w:w"))) for each in document.element.body.iter(qn("w:tblW"))}


def test_tables_fit_the_section_of_the_mark(full: dr.Report) -> None:
    def edit(document: Any) -> None:
        section = document.sections[0]
        section.page_width, section.left_margin, section.right_margin = Mm(210), Mm(30), Mm(30)
        _mark(document)
        last = document.add_section(WD_SECTION.NEW_PAGE)
        last.orientation, last.page_width, last.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)

    [width] = _widths(dr.to_bytes(full, "docx", template=_paper(edit)))
    assert width == pytest.approx(150 * 1440 / 25.4, abs=2)


def test_tables_fit_the_cell_of_the_mark(full: dr.Report) -> None:
    def edit(document: Any) -> None:
        cell = document.add_table(1, 1).rows[0].cells[0]
        cell.width = Mm(120)
        cell.paragraphs[0].text = "{{report}}"

    data = dr.to_bytes(full, "docx", template=_paper(edit))
    assert round(120 * 1440 / 25.4) - 216 in {
        width + shift for width in _widths(data) for shift in (-1, 0, 1)
    }
    assert dr.read(data).report == full


def test_properties_that_lie_elsewhere_are_found_again(full: dr.Report) -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
    other = f'<Relationship Id="rId99" Type="{kind}" Target="docProps/my.xml"/></Relationships>'
    data = dr.to_bytes(
        full, "docx", template=_changed(_paper(_mark), "_rels/.rels", "</Relationships>", other)
    )
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.read("_rels/.rels").count(b'Target="docProps/custom.xml"') == 1
    assert dr.read(data).report == full


def test_content_types_without_a_namespace_are_damage(full: dr.Report) -> None:
    namespace = ' xmlns="http://schemas.openxmlformats.org/package/2006/content-types"'
    with pytest.raises(DamagedFileError, match="no namespace"):
        dr.to_bytes(full, "docx", template=_changed(_paper(_mark), TYPES, namespace, ""))


def test_a_template_of_very_many_zeros_is_refused(full: dr.Report) -> None:
    made = io.BytesIO(_paper(_mark))
    with zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED) as package:
        for number in range(6):
            package.writestr(f"word/media/{number}.bin", b"\0" * 15_000_000)
    with pytest.raises(dr.DisclosureReportError, match="64 MiB unpacked"):
        dr.to_bytes(full, "docx", template=made.getvalue())
