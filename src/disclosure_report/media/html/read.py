"""From a page to a manuscript: parsed by lxml, walked once."""

from disclosure_report.blocks import Manuscript, Properties
from disclosure_report.errors import DamagedFileError, FileTooLargeError
from disclosure_report.media.archive import LimitError
from disclosure_report.media.html.decode import MAX_ATTRIBUTES, decoded, has_many_attributes
from disclosure_report.media.html.own import HEADINGS, Said
from disclosure_report.media.html.styles import settle
from disclosure_report.media.html.walk import Page


MAX_ELEMENTS = 400_000
_SMALL = 256 * 1024  # bytes; the attributes of a smaller page cost no more than a second


def read(data: bytes, name: str, encoding: str | None = None) -> Manuscript:
    """The lines and tables of a page.

    Raises:
        DamagedFileError: no text, or nothing that is a page.
        FileTooLargeError: over a limit, which the message names.
    """
    from lxml import etree

    page = decoded(data, name, encoding)
    if len(page) > _SMALL and has_many_attributes(page):
        raise FileTooLargeError(name, f"has an element with more than {MAX_ATTRIBUTES} attributes")
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True
    )
    try:
        root = etree.fromstring(page, parser)
    except etree.LxmlError as error:
        raise DamagedFileError(name, f"is no page: {error}") from error
    if root is None:
        raise DamagedFileError(name, "is no page: it holds nothing")
    if len(page) > _SMALL and root.xpath("count(//*)") > MAX_ELEMENTS:
        raise FileTooLargeError(name, f"has more than {MAX_ELEMENTS} elements, the most that are read")
    settle(root)
    said = Said.of(root)
    walk = Page(headings=HEADINGS if said.is_ours else {}, is_exact=said.is_ours)
    try:
        walk.below(root, 0)
        walk.end_line()
    except LimitError as error:
        raise FileTooLargeError(name, str(error)) from error
    except RecursionError as error:  # the caller stands deep already
        raise FileTooLargeError(name, "has elements nested too deep") from error
    properties = Properties(title=said.title, details=said.details)
    return Manuscript(tuple(walk.blocks), properties, links=tuple(walk.links))
