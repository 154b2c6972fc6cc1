"""Comments in a Word document of anybody: the walk of the reader finds each place again.

Two parts change: the document gets the ends of each comment's range, and the part of comments its words. All
other parts are copied as they lie there. A comment has no date, so that the same input gives the same bytes.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, count
from typing import Any
from xml.sax.saxutils import escape

from attrs import define, field

from disclosure_report.blocks import Comment, Place
from disclosure_report.errors import DamagedFileError, FileTooLargeError
from disclosure_report.media.archive import LimitError, Package
from disclosure_report.media.comments import AUTHOR, INITIALS, writable
from disclosure_report.media.docx.frame import DOCUMENT
from disclosure_report.media.docx.read import Walk
from disclosure_report.media.docx.runs import P, children, text_of
from disclosure_report.media.docx.styles import W
from disclosure_report.media.docx.tables import cells_of
from disclosure_report.media.editing import Edits
from disclosure_report.media.properties import HEAD


_W = f"{{{W}}}"
_COMMENT, _ID, _P_PR, _BODY = (f"{_W}{name}" for name in ("comment", "id", "pPr", "body"))
# All that names a comment by its id.
_NAMING = tuple(f"{_W}{name}" for name in ("commentRangeStart", "commentRangeEnd", "commentReference"))
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_EMPTY = f'{HEAD}<w:comments xmlns:w="{W}"/>'.encode()
# A document's own style of paragraphs, large and indented as 公文 are, does not fit a comment.
_LOOK = (
    '<w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
    '<w:ind w:left="0" w:right="0" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="left"/></w:pPr>'
)
_SIZE = '<w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr>'


def mark(data: bytes, name: str, comments: Sequence[Comment]) -> bytes:
    """The document with these comments.

    Raises:
        DamagedFileError: a part that takes them is damaged, or there is no paragraph to hold one.
        FileTooLargeError: such a part is over a limit.
    """
    if not comments:
        return data
    edits = Edits(Package(data, name))
    root, said = edits.change(DOCUMENT), _comments(edits)
    numbers = _free_numbers(root, said)
    for paragraph, words in _anchored(root, name, comments).items():
        number = next(numbers)
        _frame(paragraph, number)
        said.append(_comment(number, words))
    return edits.data()


def _comments(edits: Edits) -> Any:
    """The root of the document's comments, which it gets where it has none."""
    part = edits.target(DOCUMENT, "comments")
    if part is None:
        part = edits.free_name("word/comments{}.xml", first="")
        edits.relate(DOCUMENT, _KIND, part)
    edits.declare(part, _TYPE)
    root = edits.change(part, _EMPTY)
    if root.tag != f"{_W}comments":
        raise DamagedFileError(edits.package.name, f"its part {part} holds no comments")
    return root


def _free_numbers(root: Any, said: Any) -> Iterator[str]:
    """Ids that neither a comment has nor anything that names one, though it is lost."""
    used = {each.get(_ID) for each in (*root.iter(*_NAMING), *said.iter(_COMMENT))}
    return (number for number in map(str, count()) if number not in used)


def _anchored(root: Any, name: str, comments: Sequence[Comment]) -> dict[Any, list[str]]:
    """The paragraph of each comment, with all that is to be said there."""
    body = root.find(_BODY)
    if body is None:
        raise DamagedFileError(name, "is no Word document: it has no body")
    walk = Walk({}, {}, is_marked=False)
    try:
        walk.below(body)
    except LimitError as error:
        raise FileTooLargeError(name, f"its part {DOCUMENT} {error}") from error
    anchors = _Anchors(walk.elements, next(chain(_own(walk), body.iter(P)), None))
    found: dict[Any, list[str]] = {}
    for comment in comments:
        paragraph = anchors.paragraph(comment.place)
        if paragraph is None:
            raise DamagedFileError(name, "has no paragraph that could hold a comment")
        found.setdefault(paragraph, []).extend(comment.paragraphs)
    return found


def _own(walk: Walk) -> Iterator[Any]:
    """The first paragraph that was walked; one in a text box may stand before it, and holds no comment."""
    return (element for place, element in walk.elements.items() if place.paragraph is not None)


@define
class _Anchors:
    """The paragraph of each place; *first* takes what has none."""

    elements: Mapping[Place, Any]
    first: Any
    cells: dict[Place, dict[tuple[int, int], Any]] = field(factory=dict)

    def paragraph(self, place: Place | None) -> Any:
        found = self._found(place) if place is not None else None
        return self.first if found is None else found

    def _found(self, place: Place) -> Any:
        if place.table is None:
            return self.elements.get(Place(paragraph=place.paragraph))
        named = Place(table=place.table)
        table = self.elements.get(named)
        if table is None:
            return None
        if named not in self.cells:
            self.cells[named] = {(row + 1, column + 1): cell for row, column, _, _, cell in cells_of(table)}
        cells = self.cells[named]
        cell = cells.get((place.row or 1, place.column or 1), next(iter(cells.values()), None))
        return None if cell is None else _paragraph_in(cell)


def _paragraph_in(cell: Any) -> Any:
    """The first paragraph of a cell that says something, else its first; those of a table in it come last."""
    own = list(children(cell, P)) or list(cell.iter(P))
    return next((each for each in own if text_of(each).strip()), own[0] if own else None)


def _frame(paragraph: Any, number: str) -> None:
    """Begin the range behind the properties, end it behind all else, and refer to the comment there."""
    said = {_ID: number}
    start = paragraph.makeelement(_NAMING[0], said)
    paragraph.insert(int(len(paragraph) > 0 and paragraph[0].tag == _P_PR), start)
    run = paragraph.makeelement(f"{_W}r")
    run.append(run.makeelement(_NAMING[2], said))
    paragraph.extend([paragraph.makeelement(_NAMING[1], said), run])


def _comment(number: str, words: Sequence[str]) -> Any:
    from lxml import etree

    paragraphs = [f"{_run(text)}</w:p>" for text in words]
    opening = f"<w:p>{_LOOK}"
    body = opening + "<w:r><w:annotationRef/></w:r>" + opening.join(paragraphs)
    return etree.fromstring(
        f'<w:comment xmlns:w="{W}" w:id="{number}" w:author="{AUTHOR}" w:initials="{INITIALS}">'
        f"{body}</w:comment>"
    )


def _run(text: str) -> str:
    lines = (f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in writable(text).split("\n"))
    return f"<w:r>{_SIZE}{'<w:br/>'.join(lines)}</w:r>"
