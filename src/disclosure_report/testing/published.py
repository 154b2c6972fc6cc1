"""Reports as agencies publish them: bytes, and the report that must be read from them."""

from collections.abc import Callable, Iterator

from attrs import frozen
from hypothesis import strategies as st

from disclosure_report.blocks import Grid
from disclosure_report.errors import InvalidValueError
from disclosure_report.front import to_bytes
from disclosure_report.layout.compose import compose
from disclosure_report.media.grids import text_of
from disclosure_report.model.forms import Form
from disclosure_report.model.parts import PROSE_PARTS
from disclosure_report.model.prose import Prose
from disclosure_report.model.report import Report
from disclosure_report.testing.bounds import count_bound, known_form
from disclosure_report.testing.strategies import reports


@frozen
class Published:
    """A file of *medium*, and the *report* whose cells, agency, year and prose must be read from it."""

    data: bytes
    medium: str
    report: Report


_AGENCIES = ("青溪镇", "悦来镇人民政府", "青溪县统计局")
_LINES = ("全年主动公开政府信息126条。", "更新不够及时。", "1.加强组织领导")  # no mark has a half-width form
_HALF = str.maketrans("（）：，", "():,")
_FURNITURE = (
    "首页 > 政府信息公开 > 政府信息公开年报",
    "来源：办公室　发布时间：2022-01-20 09:30",
    "分享到：",
)


def published(
    *, medium: str | None = None, form: Form | None = None, max_count: int = 999
) -> st.SearchStrategy[Published]:
    """Complete reports as text, Markdown, web page, Word, Excel or JSON: one medium, or any.

    Text has a cell a line, pipes between cells, or a row in a line, punctuation of half or full width, line
    ends of any system. A page has what sites print around a document.

    Raises:
        InvalidValueError: no such medium, or a bound that no report can have.
    """
    if medium is not None and medium not in [*_MEDIA]:
        raise InvalidValueError("medium", f"is one of {', '.join(_MEDIA)} or None, not {medium!r:.40}")
    known_form(form)
    count_bound(max_count)
    found = reports(form=form, max_count=max_count, max_blocks=0)
    chosen = st.just(medium) if medium else st.sampled_from([*_MEDIA])
    return _published(found, chosen)


@st.composite
def _published(draw: st.DrawFn, found: st.SearchStrategy[Report], media: st.SearchStrategy[str]) -> Published:
    names = ("title", "publication_date", "document_number", "index_number", "source_address", "agency_id")
    words = {part: Prose.from_text("\n".join(draw(_PROSE))) for part in PROSE_PARTS if part != "preamble"}
    report = draw(found).replace(
        **dict.fromkeys(names),
        **words,
        agency=draw(st.sampled_from(_AGENCIES)),
        year=draw(st.integers(2019, 2030)),
    )
    medium = draw(media)
    return Published(draw(_MEDIA[medium](report)), medium, report)


_PROSE = st.lists(st.sampled_from(_LINES), min_size=1, max_size=2, unique=True)


def _of_library(medium: str) -> Callable[[Report], st.SearchStrategy[bytes]]:
    return lambda report: st.just(to_bytes(report, medium))


def _page(report: Report) -> st.SearchStrategy[bytes]:
    """The page of the library, without what it says of itself, inside that of a site."""
    body = to_bytes(report, "html").decode().partition("<main>")[2].partition("</main>")[0]
    before, behind = (f"<p>{line}</p>" for line in (_FURNITURE[0], _FURNITURE[2]))
    return st.just(
        f'<html><head><meta charset="utf-8"></head><body>{before}{body}{behind}</body></html>'.encode()
    )


@st.composite
def _text(draw: st.DrawFn, report: Report) -> bytes:
    layout, is_half = draw(st.sampled_from(_LAYOUTS)), draw(st.booleans())
    lines = [*draw(st.sampled_from(([], [*_FURNITURE[:2]])))]
    for block in compose(report).blocks:
        lines += layout(rows_of(block)) if isinstance(block, Grid) else [block.text]
    text = draw(st.sampled_from(("\n", "\r\n"))).join(lines)
    return (text.translate(_HALF) if is_half else text).encode()


def rows_of(grid: Grid) -> list[list[str]]:
    """The cells of a table row by row, each where it begins."""
    rows: list[list[str]] = [[] for _ in range(grid.shape.rows)]
    for box in sorted(grid.shape.boxes, key=lambda box: (box.row, box.column)):
        content = box.content
        rows[box.row].append(content if isinstance(content, str) else text_of(grid.values[content]))
    return rows


def _cell_a_line(rows: list[list[str]]) -> Iterator[str]:
    return (cell for row in rows for cell in row if cell)


def _pipes(rows: list[list[str]]) -> Iterator[str]:
    return ("| " + " | ".join(row) + " |" for row in rows)


def _row_a_line(rows: list[list[str]]) -> Iterator[str]:
    return ("   ".join(filter(None, row)) for row in rows)


_LAYOUTS = (_cell_a_line, _pipes, _row_a_line)
_MEDIA: dict[str, Callable[[Report], st.SearchStrategy[bytes]]] = {
    "text": _text,
    "html": _page,
    **{medium: _of_library(medium) for medium in ("docx", "xlsx", "markdown", "json")},
}
