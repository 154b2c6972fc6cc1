"""A table is looked up by its markup: the same boxes as a walk gives, whatever the file looks like."""

import zipfile
from io import BytesIO
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import disclosure_report as dr
from disclosure_report.blocks import Grid, Place
from disclosure_report.media.archive import root_of
from disclosure_report.media.docx.cutting import parsed
from disclosure_report.media.docx.runs import TBL
from disclosure_report.media.docx.tables import boxes_of, grid_of
from disclosure_report.testing.strategies import reports


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
GB = '<?xml version="1.0" encoding="gb18030"?>'
MORE = "<w:br/><w:tab/><w:t>2</w:t></w:r><w:del><w:r><w:t>3</w:t></w:r></w:del>"
HARD = st.text(st.sampled_from("<>&\"'\r\n\t \ue000\ue0011 一😀"), max_size=6)


def _boxes(grid: Grid) -> list[tuple[Any, ...]]:
    values = grid.values
    return [
        (
            b.row,
            b.column,
            b.rowspan,
            b.colspan,
            values[b.content] if isinstance(b.content, int) else b.content,
        )
        for b in grid.shape.boxes
    ]


def _same(document: bytes) -> int:
    """All three ways to a table agree; how many tables were cut out of the file."""
    whole = list(root_of(document).iter(TBL))
    root, markups = parsed(document)
    for table, left in zip(whole, root.iter(TBL), strict=True):
        walked = [(b.row, b.column, b.rowspan, b.colspan, b.content) for b in boxes_of(table)]
        assert _boxes(grid_of(table, Place(), None)) == walked
        assert _boxes(grid_of(left, Place(), markups.get(left))) == walked
    return len(markups)


def _document(body: str, said: str = f'xmlns:w="{W}"', name: str = "w:", head: str = "") -> bytes:
    tags = body.replace("w:", name)
    return f"{head}<{name}document {said}><{name}body>{tags}</{name}body></{name}document>".encode()


def _table(*texts: str) -> str:
    cells = "".join(f"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>" for text in texts)
    return f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"


@pytest.mark.parametrize(
    ("document", "cut"),
    [
        (_document(_table("一", "", "2") + _table("3")), 2),
        (_document(_table("a &amp;lt; &quot;b&apos;")), 1),
        (_document(_table("1"), head='<?xml version="1.0" encoding="UTF-8"?>\r\n'), 1),
        (_document(_table("1"), said=f'xmlns="{W}"', name=""), 0),
        (_document(_table("1"), said=f'xmlns:x="{W}"', name="x:"), 0),
        (_document(_table("1") + f"<w:p><w:t>xmlns</w:t></w:p>{_table('2')}"), 2),
        (_document(_table("1") + f"<w:p><w:t> xmlns=&quot;</w:t></w:p>{_table('2')}"), 2),
        (_document("<!-- <w:tbl>1</w:tbl> -->" + _table("1")), 0),
        (_document(_table("<![CDATA[<w:t>5</w:t>]]>")), 0),
        (_document(_table("&#20116;", "a\r\nb")), 0),
        (_document(_table("<?x y?>1")), 0),
        (_document(_table("1").replace("<w:tbl>", '<w:tbl a="1">')), 0),
        (_document(_table("1") + "<w:tbl/>"), 0),
        (_document(_table("1" + "</w:t></w:r></w:p>" + _table("2") + "<w:p><w:r><w:t>3")), 0),
        (_document("<z:tbl xmlns:z='z'><w:tr><w:tc/></w:tr></z:tbl>" + _table("1")), 0),
        (_document(_table("1").replace("<w:t>", '<w:t a="x>9">')), 1),
        (_document(_table("1").replace("<w:t>", '<w:t xml:space="preserve">')), 1),
        (_document(_table("1").replace("</w:t>", "<w:x/>2</w:t>")), 1),
        (_document(_table("1")).decode().encode("utf-16"), 0),
        (_document(_table("数"), head=GB).decode().encode("gb18030"), 0),
        (_document(_table("1").replace("</w:r>", MORE)), 1),
        (_document(_table("a>b", ">", "5>\ue0004\ue000")), 1),
        (_document(_table("1").replace("</w:t>", "</w:t><w:t/>")), 1),
    ],
)  # fmt: skip
def test_a_table_looked_up_has_the_boxes_that_a_walk_gives(document: bytes, cut: int) -> None:
    assert _same(document) == cut
    assert _same(document) == cut


@given(st.lists(HARD, min_size=1, max_size=5), st.booleans())
def test_no_text_changes_on_the_way(texts: list[str], newline: bool) -> None:
    from xml.sax.saxutils import escape

    escaped = [escape(text, {"\r": "&#13;"} if newline else {}) for text in texts]
    exact = not any(sign in text for text in escaped for sign in ("\r", "&#13;"))
    assert _same(_document(_table(*escaped))) == exact


@given(reports(), st.sampled_from(["gbt9704", "plain"]))
@example(dr.Report.blank("甲", 2021).replace({}, other_matters=dr.Prose.from_text("]]> xmlns")), "plain")
def test_our_own_tables_are_all_cut_out(report: dr.Report, profile: str) -> None:
    with zipfile.ZipFile(BytesIO(dr.to_bytes(report, "docx", profile=profile))) as package:
        assert _same(package.read("word/document.xml")) == 3
