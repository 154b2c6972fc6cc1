"""Notes in workbooks of others: at the very cell that was read, and all else as it was."""

import io
import re
import zipfile
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment as Note
from openpyxl.utils.cell import coordinate_to_tuple
from openpyxl.worksheet.table import Table

from disclosure_report.blocks import Comment, Grid, Place
from disclosure_report.errors import DamagedFileError
from disclosure_report.layout.recognise.grids import Texts
from disclosure_report.media.xlsx.notes import mark
from disclosure_report.media.xlsx.read import read


SHEET, DRAWING = "xl/worksheets/sheet1.xml", "xl/drawings/vmlDrawing1.vml"
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def bytes_of(book: Any) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def plain(**cells: Any) -> Any:
    """A workbook of one sheet with these cells."""
    book = openpyxl.Workbook()
    book.worksheets[0].title = "表"
    for where, value in cells.items():
        book.worksheets[0][where] = value
    return book


def at(where: str, *words: str, sheet: str = "表") -> Comment:
    row, column = coordinate_to_tuple(where)
    return Comment(Place(sheet=sheet, row=row, column=column), words or ("看这里",))


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as found:
        assert found.testzip() is None
        return {name: found.read(name) for name in found.namelist()}


def with_parts(data: bytes, **changed: bytes | None) -> bytes:
    """A package with other parts (__ for a slash); None takes one away."""
    new = {name.replace("__", "/"): content for name, content in changed.items()}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in (parts(data) | new).items():
            if content is not None:
                made.writestr(name, content)
    return buffer.getvalue()


def parsed(content: bytes) -> Any:
    return etree.fromstring(content)


def notes(data: bytes) -> dict[str, str]:
    """The notes of all sheets as openpyxl reads them; the box of each must be at its cell, too."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    found = {
        f"{sheet.title}!{cell.coordinate}": cell.comment.text
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment is not None
    }
    assert sum(map(len, map(boxes, drawings(data)))) == len(found)
    return found


def drawings(data: bytes) -> list[bytes]:
    return [content for name, content in parts(data).items() if name.endswith(".vml")]


def boxes(drawing: bytes) -> list[tuple[int, int]]:
    """Row and column of each note's box; the drawing must be XML, its numbers its own."""
    found = parsed(drawing)
    office = "{urn:schemas-microsoft-com:office:excel}"
    shapes = list(found.iter("{urn:schemas-microsoft-com:vml}shape"))
    assert len({each.get("id") for each in shapes}) == len(shapes)
    return [
        (int(each.findtext(f"{office}Row") or 0), int(each.findtext(f"{office}Column") or 0))
        for each in found.iter(f"{office}ClientData")
        if each.get("ObjectType") == "Note"
    ]


def test_a_note_stands_at_its_cell_and_has_its_box() -> None:
    marked = mark(bytes_of(plain(B2=1, D5=2)), "x", [at("D5", "第一句", "第二句"), at("B2")])
    assert notes(marked) == {"表!D5": "第一句\n第二句", "表!B2": "看这里"}
    assert boxes(parts(marked)[DRAWING]) == [(4, 3), (1, 1)]


def test_every_cell_that_is_read_is_found_again_also_in_a_merge() -> None:
    book = plain(A1="合", D1=1, A2=2, C3="x")
    book.worksheets[0].merge_cells("A1:C1")
    book.create_sheet("第二'表")["B7"] = 5
    data = bytes_of(book)
    comments, expected = [], {}
    for grid in read(data, "x").blocks:
        assert isinstance(grid, Grid)
        assert grid.place is not None
        for box, text in zip(grid.shape.boxes, Texts.of(grid).texts, strict=True):
            place = Place(sheet=grid.place.sheet, row=box.row + 1, column=box.column + 1)
            comments.append(Comment(place, (text,)))
            expected[str(place)] = text
    assert notes(mark(data, "x", comments)) == expected
    assert notes(mark(data, "x", [at("C1", "在合并单元格中")])) == {"表!A1": "在合并单元格中"}


def rich() -> bytes:
    """A workbook with a chart, a table, printing, rules, a picture's sheet of its own, and a note."""
    book = plain(A1="x", A2=1, A3=2, C1="h", C2=3)
    sheet = book.worksheets[0]
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=1, min_row=1, max_row=3))
    sheet.add_chart(chart, "F2")
    sheet.add_table(Table(displayName="t", ref="C1:C2"))
    sheet["A2"].comment = Note("同事的话", "同事")
    sheet.protection.sheet = True
    sheet.oddHeader.center.text = "页眉"
    other = book.create_sheet("乙")
    other.add_chart(BarChart(), "F2")
    other.add_table(Table(displayName="u", ref="A1:B2"))
    other["A1"], other["B1"] = "a", "b"
    return bytes_of(book)


def test_nothing_but_the_notes_changes() -> None:
    data = rich()
    marked = mark(data, "x", [at("C2", "这里"), at("A2", "还有"), at("B2", "乙的", sheet="乙")])
    before, after = parts(data), parts(marked)
    changed = {"xl/comments/comment1.xml", "xl/drawings/commentsDrawing1.vml", "xl/worksheets/sheet2.xml"}
    changed |= {"xl/worksheets/_rels/sheet2.xml.rels", "[Content_Types].xml"}
    assert set(after) - set(before) == {"xl/comments1.xml", DRAWING}
    assert {name for name in before if before[name] != after[name]} == changed
    assert notes(marked) == {"表!A2": "同事的话\n还有", "表!C2": "这里", "乙!B2": "乙的"}
    assert read(marked, "x") == read(data, "x")
    sheet = parsed(after["xl/worksheets/sheet2.xml"])
    tags = [each.tag.removeprefix(MAIN) for each in sheet]
    assert tags[-3:] == ["drawing", "legacyDrawing", "tableParts"]
    sheet.remove(sheet.find(f"{MAIN}legacyDrawing"))
    assert etree.tostring(sheet, method="c14n") == etree.tostring(
        parsed(before["xl/worksheets/sheet2.xml"]), method="c14n"
    )
    assert mark(data, "x", []) == data


def test_our_own_workbook_is_marked_twice_and_says_both() -> None:
    once = mark(bytes_of(plain(B2=1)), "x", [at("B2", "一")])
    twice = mark(once, "x", [at("B2", "二"), at("C3", "三")])
    assert notes(twice) == {"表!B2": "一\n二", "表!C3": "三"}
    assert parts(twice)["xl/comments1.xml"].count(b"<author>") == 1


def test_a_note_whose_text_has_no_runs_gets_them() -> None:
    data = mark(bytes_of(plain(B2=1)), "x", [at("B2")])
    said = (
        f'<comments xmlns="{MAIN[1:-1]}"><authors><author>甲</author></authors><commentList>'
        '<comment ref="B2" authorId="0"><text><t>原话</t></text></comment></commentList></comments>'
    ).encode()
    marked = mark(with_parts(data, **{"xl__comments1.xml": said}), "x", [at("B2", "新话")])
    text = parsed(parts(marked)["xl/comments1.xml"]).find(f".//{MAIN}text")
    assert text is not None
    assert [each.tag.removeprefix(MAIN) for each in text] == ["r", "r"]
    assert notes(marked) == {"表!B2": "原话\n新话"}


def test_beside_a_conversation_stands_what_it_would_hide() -> None:
    book = plain(B2=1)
    book.worksheets[0]["B2"].comment = Note("[Threaded comment]", "tc={0-1}")
    marked = mark(bytes_of(book), "x", [at("B2", "一"), at("C2", "二")])
    assert notes(marked) == {"表!B2": "[Threaded comment]", "表!C2": "B2\n一\n二"}


@pytest.mark.parametrize("place", [None, Place(sheet="没有", row=2, column=2), Place(paragraph=3)])
def test_what_has_no_cell_stands_at_the_first_that_is_seen(place: Place | None) -> None:
    book = plain(B2=1)
    book.worksheets[0].sheet_state = "hidden"
    book.create_sheet("乙")["C3"] = 1
    book.active = 1
    assert notes(mark(bytes_of(book), "x", [Comment(place, ("头",))])) == {"乙!A1": "头"}
    assert notes(mark(bytes_of(book), "x", [Comment(Place(sheet="表"), ("表",))])) == {"表!A1": "表"}


def test_a_drawing_that_is_no_xml_keeps_what_it_has() -> None:
    once = mark(bytes_of(plain(B2=1)), "x", [at("B2")])
    theirs = parts(once)[DRAWING].replace(b"</xml>", b'<v:shape id="_x0000_s9000"><br></v:shape></xml>\r\n')
    marked = parts(mark(with_parts(once, **{DRAWING.replace("/", "__"): theirs}), "x", [at("C3")]))[DRAWING]
    assert marked.startswith(theirs.removesuffix(b"</xml>\r\n"))
    assert b'id="_x0000_s9001"' in marked
    assert marked.endswith(b"</xml>\r\n")
    assert marked.count(b"<v:shapetype") == 1


def test_a_drawing_with_other_prefixes_gets_boxes_with_their_own() -> None:
    once = mark(bytes_of(plain(B2=1)), "x", [at("B2")])
    marked = mark(with_parts(once, **{DRAWING.replace("/", "__"): b"<xml></xml>"}), "x", [at("C3")])
    assert boxes(parts(marked)[DRAWING]) == [(2, 2)]


DAMAGED: dict[str, tuple[dict[str, bytes], str]] = {
    "comments no XML": ({"xl__comments1.xml": b"<comments"}, "xl/comments1.xml is no XML"),
    "comments of another kind": ({"xl__comments1.xml": b"<a/>"}, "holds no comments"),
    "no authors": ({"xl__comments1.xml": b"<comments><commentList/></comments>"}, "holds no comments"),
    "a drawing cut off": ({DRAWING.replace("/", "__"): b"<xml"}, "drawing of its notes is cut off"),
    "relationships no XML": ({"xl__worksheets___rels__sheet1.xml.rels": b"<"}, "rels is no XML"),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_a_damaged_part_is_named(name: str) -> None:
    changed, problem = DAMAGED[name]
    once = mark(bytes_of(plain(B2=1)), "x", [at("B2")])
    with pytest.raises(DamagedFileError, match=problem):
        mark(with_parts(once, **changed), "x", [at("C3")])


def test_sheets_without_a_namespace_are_damaged() -> None:
    bare = parts(SIMPLE)[SHEET].replace(f'xmlns="{MAIN[1:-1]}"'.encode(), b"")
    with pytest.raises(DamagedFileError, match="表 has no namespace"):
        mark(with_parts(SIMPLE, **{SHEET.replace("/", "__"): bare}), "x", [at("B2")])


@pytest.mark.parametrize("author", ["7", "-1", "x", "0000000001", "99999999999"])
def test_an_author_that_is_not_there_is_nobodys_conversation(author: str) -> None:
    once = mark(SIMPLE, "x", [at("B2", "一")])
    strange = parts(once)["xl/comments1.xml"].replace(b'authorId="0"', f'authorId="{author}"'.encode())
    marked = parts(mark(with_parts(once, **{"xl__comments1.xml": strange}), "x", [at("B2", "二")]))
    assert [t.text for t in parsed(marked["xl/comments1.xml"]).iter(f"{MAIN}t")] == ["一", "\n二"]


def test_a_workbook_without_sheets_has_no_place_for_a_note() -> None:
    rels = parts(SIMPLE)["xl/_rels/workbook.xml.rels"].replace(b'/worksheet"', b'/chartsheet"')
    with pytest.raises(DamagedFileError, match="no sheet"):
        mark(with_parts(SIMPLE, **{"xl___rels__workbook.xml.rels": rels}), "x", [at("B2")])


def test_a_note_without_text_gets_one() -> None:
    once = mark(SIMPLE, "x", [at("B2", "一")])
    empty = re.sub(b"<text>.*</text>", b"", parts(once)["xl/comments1.xml"])
    marked = parts(mark(with_parts(once, **{"xl__comments1.xml": empty}), "x", [at("B2", "二")]))
    assert [t.text for t in parsed(marked["xl/comments1.xml"]).iter(f"{MAIN}t")] == ["二"]


def test_a_lost_drawing_is_made_again() -> None:
    once = mark(bytes_of(plain(B2=1)), "x", [at("B2")])
    marked = mark(with_parts(once, **{DRAWING.replace("/", "__"): None}), "x", [at("C3")])
    assert boxes(parts(marked)[DRAWING]) == [(2, 2)]


def test_a_workbook_of_the_strict_namespace_keeps_it() -> None:
    data = bytes_of(plain(B2=1))
    strict = "http://purl.oclc.org/ooxml"
    changed = {
        name.replace("/", "__"): content.replace(MAIN[1:-1].encode(), f"{strict}/spreadsheetml/main".encode())
        for name, content in parts(data).items()
        if name.startswith("xl/")
    }
    marked = parts(mark(with_parts(data, **changed), "x", [at("B2")]))
    assert f'xmlns="{strict}/spreadsheetml/main"'.encode() in marked["xl/comments1.xml"]
    assert (
        f"{strict}/officeDocument/relationships/vmlDrawing".encode()
        in marked["xl/worksheets/_rels/sheet1.xml.rels"]
    )
    assert re.search(rb':id="rId2"', marked[SHEET])


@given(st.text(min_size=1))
def test_any_words_can_be_said(words: str) -> None:
    marked = mark(SIMPLE, "x", [at("B2", words)])
    [text] = parsed(parts(marked)["xl/comments1.xml"]).iter(f"{MAIN}t")
    assert len(text.text or "") >= len("".join(c for c in words if c.isprintable()))
    assert len(drawings(marked)) == 1


SIMPLE = bytes_of(plain(B2=1))


def test_a_text_that_looks_like_a_code_stays_as_it_is() -> None:
    marked = mark(SIMPLE, "x", [at("B2", "_x0041_ <b>&amp;")])
    assert b"_x005F_x0041_ &lt;b&gt;&amp;amp;" in parts(marked)["xl/comments1.xml"]


def test_a_long_text_is_cut_so_that_a_note_can_hold_it() -> None:
    text = notes(mark(SIMPLE, "x", [at("B2", "长" * 40_000)]))["表!B2"]
    assert (len(text), text[-1]) == (16_383, "…")


@pytest.mark.parametrize("where", ["A1", "XFD1048576", "A1048576", "XFD1"])
def test_a_box_stays_inside_its_sheet(where: str) -> None:
    drawing = parts(mark(bytes_of(plain(**{where: 1})), "x", [at(where, "长句" * 200)]))[DRAWING]
    anchor = re.search(rb"<x:Anchor>(.*?)</x:Anchor>", drawing)
    assert anchor is not None
    left, _, top, _, right, _, bottom, _ = map(int, anchor[1].split(b","))
    assert 0 <= left <= right <= 16_383
    assert 0 <= top <= bottom <= 1_048_575


def test_a_box_goes_over_columns_as_wide_as_they_are() -> None:
    book = plain(A1=1)
    for column, width in {"B": 1, "C": 100}.items():
        book.worksheets[0].column_dimensions[column].width = width
    book.worksheets[0].row_dimensions[1].height = 300
    drawing = parts(mark(bytes_of(book), "x", [at("A1", "句")]))[DRAWING]
    assert b"<x:Anchor>1, 12, 0, 12, 2, 330, 0, 42</x:Anchor>" in drawing


def test_the_same_input_gives_the_same_bytes() -> None:
    comments = [at("B2"), at("A1")]
    assert mark(SIMPLE, "x", comments) == mark(SIMPLE, "x", comments)
