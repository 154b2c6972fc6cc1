"""Every part of a Word package that does not depend on the report: made once by python-docx, then copied."""

import io
import re
import zipfile
from functools import lru_cache
from typing import Any

from attrs import frozen

from disclosure_report.media.docx.pictures import RELATIONSHIP, SUFFIX, TYPE, named
from disclosure_report.media.docx.profile import Profile
from disclosure_report.media.docx.styles import FOOTER, SETTINGS, TWIPS, W, font_table_xml, styles_xml
from disclosure_report.media.package import Part, part
from disclosure_report.media.properties import (
    HEAD,
    OWN_NAMES,
    app_part,
    content_types,
    package_relationships,
)


DOCUMENT = "word/document.xml"
_FOLDER = "word/"
_RELATIONS, _END = "word/_rels/document.xml.rels", "</Relationships>"
# The document declares the two prefixes that are used; the marks of revisions are the default template's.
_DROPPED_FROM_SECTION = re.compile(r' (?:xmlns:\w+|w:rsid\w*)="[^"]*"')
_THEME = "application/vnd.openxmlformats-officedocument.theme+xml"
_XML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
# The default template's parts that a report has no use for; stylesWithEffects is not even valid.
_DROPPED = ("stylesWithEffects", "numbering", "webSettings", "customXml")


@frozen
class Frame:
    """The constant parts, deflated, and the properties of the section that end the body."""

    parts: tuple[Part, ...]
    section: bytes


@lru_cache(maxsize=8)
def frame_of(profile: Profile, charts: int = 0) -> Frame:
    """The frame of a profile, for a document with so many charts."""
    import docx
    from lxml import etree

    document = docx.Document()
    _drop_parts(document)
    _set_page(document, profile)
    section = document.element.body.sectPr
    etree.cleanup_namespaces(section)
    buffer = io.BytesIO()
    document.save(buffer)
    properties = _DROPPED_FROM_SECTION.sub("", etree.tostring(section, encoding="unicode"))
    return Frame(tuple(_parts(buffer.getvalue(), profile, charts)), properties.encode())


def _drop_parts(document: Any) -> None:
    rels = document.part.rels
    for key in [key for key, rel in rels.items() if rel.reltype.rpartition("/")[2] in _DROPPED]:
        del rels[key]


def _set_page(document: Any, profile: Profile) -> None:
    from docx.oxml import parse_xml
    from docx.shared import Mm

    section = document.sections[0]
    section.page_width, section.page_height = Mm(profile.width), Mm(profile.height)
    section.top_margin, section.bottom_margin = Mm(profile.top), Mm(profile.bottom)
    section.left_margin, section.right_margin = Mm(profile.left), Mm(profile.right)
    section.header_distance, section.footer_distance = Mm(15), Mm(profile.footer_distance)
    pitch = round(profile.body.pitch * TWIPS)
    grid = section._sectPr.find(f"{{{W}}}docGrid")  # noqa: SLF001  python-docx has no API for the grid
    if grid is not None:
        grid.getparent().remove(grid)
    section._sectPr.append(parse_xml(f'<w:docGrid xmlns:w="{W}" w:type="lines" w:linePitch="{pitch}"/>'))  # noqa: SLF001
    # GB/T 9704—2012, 7.5: 单页码居右空一字，双页码居左空一字
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        footer.is_linked_to_previous = False
        element = footer._element  # noqa: SLF001  a field has no API
        for paragraph in list(element):
            element.remove(paragraph)
        element.append(parse_xml(_page_number(side, round(profile.footer.size * TWIPS))))


def _page_number(side: str, character: int) -> str:
    """The number between dashes, one character from the edge; the field has a cached result."""
    field = "".join(
        f"<w:r>{run}</w:r>"
        for run in (
            '<w:t xml:space="preserve">— </w:t>',
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>1</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
            '<w:t xml:space="preserve"> —</w:t>',
        )
    )
    return (
        f'<w:p xmlns:w="{W}"><w:pPr><w:pStyle w:val="{FOOTER}"/>'
        f'<w:ind w:{side}Chars="100" w:{side}="{character}"/><w:jc w:val="{side}"/></w:pPr>{field}</w:p>'
    )


def _parts(data: bytes, profile: Profile, charts: int) -> "list[Part]":
    """python-docx's package with our styles and fonts, and without the parts that each report makes anew."""
    ours = {
        "word/styles.xml": HEAD + styles_xml(profile, pictures=charts > 0),
        "word/fontTable.xml": HEAD + font_table_xml(profile),
        "word/settings.xml": HEAD + SETTINGS,
    }
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        ours[_RELATIONS] = _with_charts(package.read(_RELATIONS).decode(), charts)
        kept = {
            name: ours.get(name) or _own_fonts(name, package.read(name), profile)
            for name in package.namelist()
            if name not in OWN_NAMES and name != DOCUMENT and name.startswith("word/")
        }
    kinds = {"document": "document.main", "footer": "footer"}
    overrides = {
        f"/{name}": _THEME if "/theme/" in name else f"{_XML}.{_kind(name, kinds)}+xml"
        for name in (*kept, DOCUMENT)
        if not name.endswith(".rels")
    }
    defaults = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
    }
    defaults |= {SUFFIX: TYPE} if charts else {}
    return [
        *(part(name, content) for name, content in kept.items()),
        content_types(defaults, overrides),
        package_relationships(DOCUMENT),
        app_part(),
    ]


def _with_charts(relations: str, charts: int) -> str:
    """The document's relationships, with those to its pictures."""
    said = "".join(
        f'<Relationship Id="{reference}" Type="{RELATIONSHIP}" Target="{name.removeprefix(_FOLDER)}"/>'
        for name, reference in map(named, range(1, charts + 1))
    )
    return relations.replace(_END, said + _END)


def _own_fonts(name: str, content: bytes, profile: Profile) -> bytes:
    """A theme is required; its fonts are the profile's, or programs warn of missing ones."""
    if "/theme/" not in name:
        return content
    from lxml import etree

    root: Any = etree.fromstring(content)
    for fonts in root.iter("{*}majorFont", "{*}minorFont"):
        for font in list(fonts):
            if font.get("script"):
                fonts.remove(font)
            else:
                font.set("typeface", profile.body.font)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _kind(name: str, kinds: dict[str, str]) -> str:
    stem = name.rpartition("/")[2].removesuffix(".xml").rstrip("0123456789")
    return kinds.get(stem, stem)
