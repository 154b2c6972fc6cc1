"""Comments in Word documents of others: at the very paragraph that was read, and all else as it was."""

import io
import sys
import zipfile
from collections.abc import Sequence
from typing import Any

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from disclosure_report.blocks import Comment, Grid, Place
from disclosure_report.errors import DamagedFileError, FileTooLargeError
from disclosure_report.layout.recognise.grids import Texts
from disclosure_report.media.docx.comments import mark
from disclosure_report.media.docx.read import Walk, read


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W_ = f"{{{W}}}"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    "</Types>"
)
SAID = Comment(Place(paragraph=1), ("看这里",))


def package(body: str, declared: str = "", /, **parts: str | bytes) -> bytes:
    """A document with this body; *parts* have the names of files, with __ for a slash."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", TYPES)
        made.writestr(
            "word/document.xml", f'<w:document xmlns:w="{W}" {declared}><w:body>{body}</w:body></w:document>'
        )
        for name, text in parts.items():
            made.writestr(name.replace("__", "/"), text)
    return buffer.getvalue()


def with_document(document: str) -> bytes:
    """A package with this document."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        made.writestr("[Content_Types].xml", TYPES)
        made.writestr("word/document.xml", document)
    return buffer.getvalue()


def related(*targets: str) -> dict[str, str | bytes]:
    """The part that relates the document to these parts of comments."""
    said = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/comments" Target="{target}"/>'
        for number, target in enumerate(targets, start=1)
    )
    text = f'<Relationships xmlns="{PACKAGE}/relationships">{said}</Relationships>'
    return {"word___rels__document.xml.rels": text}


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as found:
        assert found.testzip() is None
        return {name: found.read(name) for name in found.namelist()}


def root(data: bytes, part: str = "word/document.xml") -> Any:
    return etree.fromstring(parts(data)[part])


def p(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def tc(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tbl(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def sdt(content: str) -> str:
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def anchors(data: bytes) -> dict[str, str]:
    """The words of each comment of ours, with the text that its range holds."""
    document, comments = root(data), root(data, "word/comments.xml")
    words = {each.get(f"{W_}id"): "".join(each.itertext()) for each in comments}
    found = {}
    for number, text in words.items():
        [start] = document.findall(f".//{W_}commentRangeStart[@{W_}id='{number}']")
        [end] = document.findall(f".//{W_}commentRangeEnd[@{W_}id='{number}']")
        [reference] = document.findall(f".//{W_}commentReference[@{W_}id='{number}']")
        assert start.getparent() is end.getparent() is reference.getparent().getparent()
        found[text] = "".join(t for each in start.itersiblings() for t in each.itertext(f"{W_}t"))
    return found


def without(data: bytes, numbers: Sequence[str]) -> bytes:
    """The document in one canonical form, without what belongs to these comments."""
    document = root(data)
    for each in list(document.iter(f"{W_}commentRangeStart", f"{W_}commentRangeEnd")):
        if each.get(f"{W_}id") in numbers:
            each.getparent().remove(each)
    for each in list(document.iter(f"{W_}commentReference")):
        if each.get(f"{W_}id") in numbers:
            run = each.getparent()
            run.getparent().remove(run)
    canonical: bytes = etree.tostring(document, method="c14n")
    return canonical


DOWN, ON, WIDE = '<w:vMerge w:val="restart"/>', "<w:vMerge/>", '<w:gridSpan w:val="2"/>'
BODIES = {
    "merges": p("前") + tbl(
        tr(tc(p("a"), DOWN), tc(p("b"), WIDE)), tr(tc(p(""), ON), tc(p("c")), tc(p("d"))),
        tr(tc(p(""), ON), tc(p("e"), WIDE)),
    ) + p("后"),
    "old merges": tbl(
        tr(tc(p("a"), '<w:hMerge w:val="restart"/>'), tc(p(""), "<w:hMerge/>"), tc(p("b"))),
        tr(tc(p("c")), tc(p("d")), tc(p("e"))),
    ),
    "begins later": tbl(tr(tc(p("a")), tc(p("b"))), tr(tc(p("c")), properties='<w:gridBefore w:val="1"/>')),
    "hidden rows": tbl(
        tr(tc(p("x")), properties="<w:hidden/>"), tr(tc(p("y")), properties="<w:del/>"), tr(tc(p("a"))),
    ),
    "controls": sdt(p("前")) + tbl(sdt(tr(sdt(tc(sdt(p("a")))), tc(p("b"))))),
    "tracked": "<w:p><w:del><w:r><w:delText>9</w:delText></w:r></w:del><w:ins><w:r><w:t>8</w:t></w:r></w:ins>"
    "</w:p>" + tbl(tr(tc("<w:p><w:moveFrom><w:r><w:t>1</w:t></w:r></w:moveFrom></w:p>" + p("2")))),
    "table in a cell": tbl(
        tr(tc(p("a") + tbl(tr(tc(p("inner")))) + p("")), tc(p("b")), tc(p("c"))),
    ) + p("后"),
    "layout table": tbl(
        tr(tc(p("站") + tbl(tr(tc(p("a")), tc(p("b"))), tr(tc(p("c")), tc(p("d")))) + p("尾"))),
    ),
    "no paragraph of its own": tbl(tr(tc(tbl(tr(tc(p("inner"))))), tc(p("b")))),
    "text box": "<w:p><w:r><w:pict><x/><w:txbxContent>" + p("箱") + tbl(tr(tc(p("箱中表")))) +
    "</w:txbxContent></w:pict></w:r></w:p>" + p("后") + tbl(tr(tc(p("a")))),
    "something unknown first": '<m:oMathPara xmlns:m="urn:m"/>' + p("a") + '<w:altChunk r:id="x"/>'
    + tbl(tr(tc(p("b")))),
}  # fmt: skip


@pytest.mark.parametrize("name", BODIES)
def test_every_place_that_is_read_is_found_again(name: str) -> None:
    data = package(BODIES[name], f'xmlns:r="{OFFICE}"')
    expected: dict[str, str] = {}
    comments = []
    for number, block in enumerate(read(data, "x").blocks):
        if not isinstance(block, Grid):
            if block.text:
                comments.append(Comment(block.place, (f"[{number}]",)))
                expected[f"[{number}]"] = block.text
            continue
        assert block.place is not None
        for box, text in zip(block.shape.boxes, Texts.of(block).texts, strict=True):
            place = Place(table=block.place.table, row=box.row + 1, column=box.column + 1)
            comments.append(Comment(place, (f"[{number}.{place}]",)))
            expected[f"[{number}.{place}]"] = text.strip().split("\n")[0]
    marked = mark(data, "x", comments)
    assert anchors(marked) == expected
    before, after = read(data, "x"), read(marked, "x")
    assert after == before
    assert [block.place for block in after.blocks] == [block.place for block in before.blocks]


@pytest.mark.parametrize("name", BODIES)
def test_nothing_but_the_comment_changes(name: str) -> None:
    data = package(BODIES[name], f'xmlns:r="{OFFICE}"', word__media__image1="\0png", customXml__item1="<a/>")
    marked = mark(
        data, "x", [SAID, Comment(None, ("头",)), Comment(Place(table=1, row=1, column=1), ("格",))]
    )
    before, after = parts(data), parts(marked)
    changed = {"word/document.xml", "[Content_Types].xml"}
    assert {each: after[each] for each in before if each not in changed} == {
        each: before[each] for each in before if each not in changed
    }
    assert set(after) - set(before) == {"word/comments.xml", "word/_rels/document.xml.rels"}
    numbers = [each.get(f"{W_}id") for each in root(marked, "word/comments.xml")]
    assert without(marked, numbers) == without(data, [])
    assert mark(data, "x", []) == data


def test_prefixes_that_only_an_attribute_names_stay_declared() -> None:
    declared = (
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14 wp14" '
        'xmlns:w14="urn:w14" xmlns:wp14="urn:wp14"'
    )
    document = root(mark(package(p("a"), declared), "x", [SAID]))
    assert {"w14", "wp14"} <= set(document.nsmap)
    assert "w14 wp14" in document.attrib.values()


def test_a_document_without_prefixes_takes_comments() -> None:
    body = f'<document xmlns="{W}"><body><p><r><t>a</t></r></p></body></document>'
    assert anchors(mark(with_document(body), "x", [SAID])) == {"看这里": "a"}


def test_comments_of_others_stay_and_python_docx_reads_all() -> None:
    document = docx.Document()
    run = document.add_paragraph("上文").runs[0]
    document.add_comment(run, text="同事的话", author="同事", initials="T")
    document.add_paragraph("下文")
    buffer = io.BytesIO()
    document.save(buffer)
    marked = mark(buffer.getvalue(), "x", [Comment(Place(paragraph=1), ("第一句\n第二行", "第二句"))])
    theirs, ours = docx.Document(io.BytesIO(marked)).comments
    assert (theirs.text, theirs.author, theirs.initials) == ("同事的话", "同事", "T")
    assert (ours.author, ours.initials, ours.timestamp) == ("disclosure_report", "DR", None)
    assert [each.text for each in ours.paragraphs] == ["第一句\n第二行", "第二句"]
    assert theirs.comment_id != ours.comment_id
    assert parts(marked)["[Content_Types].xml"] == parts(buffer.getvalue())["[Content_Types].xml"]


def test_a_number_that_only_a_lost_comment_had_is_not_used_again() -> None:
    lost = '<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>a</w:t><w:commentReference w:id="1"/></w:r></w:p>'
    marked = mark(package(lost + p("b")), "x", [Comment(Place(paragraph=2), ("b",))])
    [comment] = root(marked, "word/comments.xml")
    assert comment.get(f"{W_}id") == "2"


@pytest.mark.parametrize("number", ["2147483647", "-1", "x", "0"])
def test_strange_numbers_of_others_do_not_clash(number: str) -> None:
    theirs = f'<w:comments xmlns:w="{W}"><w:comment w:id="{number}" w:author="a"/></w:comments>'
    data = package(p("a"), **related("c.xml"), **{"word__c.xml": theirs})
    first, second = root(mark(data, "x", [SAID]), "word/c.xml")
    assert first.get(f"{W_}id") == number != second.get(f"{W_}id")
    assert 0 <= int(second.get(f"{W_}id")) < 2


def test_what_stands_at_one_paragraph_is_one_comment() -> None:
    comments = [
        Comment(Place(paragraph=1), ("一", "二")),
        Comment(None, ("三",)),
        Comment(Place(table=9), ("四",)),
    ]
    marked = mark(package(p("a") + p("b")), "x", comments)
    assert anchors(marked) == {"一二三四": "a"}
    [comment] = root(marked, "word/comments.xml")
    assert len(comment) == 4


def test_a_place_that_is_no_cell_stands_in_the_first_of_its_table() -> None:
    comments = [Comment(Place(table=1), ("表",)), Comment(Place(table=1, row=9, column=9), ("外",))]
    comments.append(Comment(Place(table=2, row=1, column=1), ("空",)))
    gone = tr(tc(p("删")), properties="<w:del/>")
    body = p("前") + tbl(gone, tr(tc(p("a")), tc(p("b")))) + tbl(tr()) + tbl(tr(tc("")))
    assert anchors(mark(package(body), "x", comments)) == {"表外": "a", "空": "前"}
    assert anchors(mark(package(body), "x", [Comment(Place(table=3, row=1, column=1), ("无",))])) == {
        "无": "前"
    }


def test_what_is_no_document_or_has_too_much_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(DamagedFileError, match="no body"):
        mark(with_document(f'<w:document xmlns:w="{W}"/>'), "x", [SAID])
    monkeypatch.setattr(sys.modules[Walk.__module__], "MAX_PARAGRAPHS", 1)
    with pytest.raises(FileTooLargeError, match=r"word/document\.xml has more than 1 paragraphs"):
        mark(package(p("a") + p("b")), "x", [SAID])


def test_a_comment_begins_behind_the_properties_of_a_paragraph() -> None:
    body = '<w:p><w:pPr><w:jc w:val="left"/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>'
    [paragraph] = root(mark(package(body), "x", [SAID])).iter(f"{W_}p")
    tags = [each.tag.removeprefix(W_) for each in paragraph]
    assert tags == ["pPr", "commentRangeStart", "r", "commentRangeEnd", "r"]


@given(st.text())
def test_any_words_can_be_said(words: str) -> None:
    [comment] = root(mark(package(p("a")), "x", [Comment(None, (words,))]), "word/comments.xml")
    said = "".join(
        "\n" if each.tag == f"{W_}br" else each.text or "" for each in comment.iter(f"{W_}t", f"{W_}br")
    )
    assert said == "".join(
        c for c in words.replace("\ufffe", "\ufffc") if c in "\t\n" or _is_writable(c)
    ).replace("\r", "")


def _is_writable(character: str) -> bool:
    return character >= " " and not "\ud800" <= character <= "\udfff" and character not in "\ufffe\uffff"


DAMAGED: dict[str, tuple[dict[str, str | bytes], str]] = {
    "no XML": ({**related("c.xml"), "word__c.xml": "<w:comments"}, "word/c.xml is no XML"),
    "entities": ({**related("c.xml"), "word__c.xml": "<!DOCTYPE a><a/>"}, "document type"),
    "another part": ({**related("document.xml")}, "holds no comments"),
    "no relationships": ({"word___rels__document.xml.rels": "<<"}, "document.xml.rels is no XML"),
    "no namespace": ({"word___rels__document.xml.rels": "<Relationships/>"}, "no namespace"),
}  # fmt: skip


@pytest.mark.parametrize("name", DAMAGED)
def test_a_damaged_part_is_named(name: str) -> None:
    given_parts, problem = DAMAGED[name]
    with pytest.raises(DamagedFileError, match=problem):
        mark(package(p("a"), **given_parts), "x", [SAID])


def test_a_document_without_content_types_is_damaged() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        made.writestr(
            "word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{p("a")}</w:body></w:document>'
        )
    with pytest.raises(DamagedFileError, match="Content_Types"):
        mark(buffer.getvalue(), "x", [SAID])


def test_a_lost_part_of_comments_is_made_again() -> None:
    marked = mark(package(p("a"), **related("lost.xml")), "x", [SAID])
    assert len(root(marked, "word/lost.xml")) == 1
    assert b"/word/lost.xml" in parts(marked)["[Content_Types].xml"]


def test_without_any_paragraph_there_is_nowhere_to_say_it() -> None:
    with pytest.raises(DamagedFileError, match="no paragraph"):
        mark(package("<w:sectPr/>"), "x", [SAID])


def test_a_part_that_unpacks_to_very_much_is_copied_packed() -> None:
    bomb = b"\0" * (80 * 2**20)
    data = package(p("a"), word__media__bomb=bomb)
    marked = mark(data, "x", [SAID])
    with zipfile.ZipFile(io.BytesIO(data)) as one, zipfile.ZipFile(io.BytesIO(marked)) as other:
        before, after = one.getinfo("word/media/bomb"), other.getinfo("word/media/bomb")
    assert (before.CRC, before.file_size, before.compress_size) == (
        after.CRC,
        after.file_size,
        after.compress_size,
    )
    assert len(marked) < len(data) + 10_000
    with pytest.raises(FileTooLargeError):
        mark(package(p("a"), **{**related("c.xml"), "word__c.xml": bomb}), "x", [SAID])


def test_the_same_input_gives_the_same_bytes() -> None:
    data = package(BODIES["merges"])
    comments = [SAID, Comment(Place(table=1, row=2, column=2), ("格",))]
    assert mark(data, "x", comments) == mark(data, "x", comments)
