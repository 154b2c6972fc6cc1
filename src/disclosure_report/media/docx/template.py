"""A report on the unit's own paper: a Word file with one paragraph ``{{report}}``, where it is placed.

The same body renderer serves; the styles are the template's where it has one of that name, ours are added
where it has not.
"""

import re
from typing import Any
from xml.sax.saxutils import quoteattr

from attrs import evolve

from disclosure_report.blocks import Detail, Manuscript, Properties
from disclosure_report.errors import DamagedFileError, InvalidValueError
from disclosure_report.media.archive import Package
from disclosure_report.media.charts import picture_of
from disclosure_report.media.docx.body import body_xml
from disclosure_report.media.docx.frame import DOCUMENT
from disclosure_report.media.docx.pictures import (
    DRAWING,
    NAME,
    RELATIONSHIP,
    SUFFIX,
    TYPE,
    Picture,
    charts_of,
)
from disclosure_report.media.docx.profile import Profile
from disclosure_report.media.docx.read import STYLES
from disclosure_report.media.docx.runs import MARK_START, REPORT_MARK
from disclosure_report.media.docx.styles import MM, W, styles_xml
from disclosure_report.media.editing import Edits
from disclosure_report.media.files import Source, name_of, take
from disclosure_report.media.package import pack, part
from disclosure_report.media.properties import (
    CONTENT_TYPES,
    CUSTOM,
    RELATIONSHIPS,
    custom_kind,
    custom_part,
    read_details,
)


MARK = "{{report}}"
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_W = f"{{{W}}}"
_VAL, _ID = f"{_W}val", f"{_W}id"
_STYLED = re.compile(r'(<w:(?:pStyle|tblStyle) w:val=)"([^"]*)"')
_CELL_MARGIN = 108  # twips on each side of a cell, Word's own
_LONGEST_NAME = 65_535  # bytes of an entry's name


def fill(manuscript: Manuscript, profile: Profile, template: Source) -> bytes:
    """The bytes of the template with the report in the place of its mark.

    Raises:
        InvalidValueError: the template has no paragraph ``{{report}}``, or more than one.
        DamagedFileError: it is no Word document, or damaged.
    """
    package = Package(take(template), name_of(template))
    if DOCUMENT not in package or STYLES not in package:
        raise DamagedFileError(package.name, "is no Word document: it has no text or no styles")
    edits = Edits(package)
    document, styles = edits.change(DOCUMENT), edits.change(STYLES)
    mark = _mark(document, package.name)
    pictures = _pictures(manuscript, edits)
    body = body_xml(manuscript.blocks, _measured(profile, mark, document), pictures).decode()
    _place(mark, _renamed(body, _add_styles(styles, styles_xml(profile, pictures=bool(pictures)))), document)
    _add_custom_part(edits)
    kept = Properties(details=(*_others(package, manuscript.properties), *manuscript.properties.details))
    changed = edits.contents | {name: _serialised(edits.roots[name]) for name in edits.changed}
    parts = [
        part(name, changed[name] if name in changed else package.read(name))
        for name in dict.fromkeys((*package.names(), *changed))
        if name != CUSTOM and len(name.encode()) <= _LONGEST_NAME
    ]
    return pack((*parts, custom_part(kept)))


def _pictures(manuscript: Manuscript, edits: Edits) -> list[Picture]:
    """The charts, with numbers and names that nothing in the template has."""
    pictures: list[Picture] = []
    used = [_small(each.get("id")) for each in edits.root(DOCUMENT).iter(f"{{{DRAWING}}}docPr")]
    for number, chart in enumerate(charts_of(manuscript.blocks), start=1 + max(used, default=0)):
        name = edits.free_name(NAME)
        edits.contents[name] = picture_of(chart)
        edits.declare_suffix(SUFFIX, TYPE)
        pictures.append(Picture(chart, number, name, edits.relate(DOCUMENT, RELATIONSHIP, name)))
    return pictures


def _mark(document: Any, name: str) -> Any:
    marks = [p for p in document.iter(f"{_W}p") if "".join(p.itertext(f"{_W}t")).strip() == MARK]
    if len(marks) != 1:
        raise InvalidValueError("template", f"{name} has {len(marks)} paragraphs {MARK}; it takes one")
    return marks[0]


def _measured(profile: Profile, mark: Any, document: Any) -> Profile:
    """The profile with the page and the margins of the section in which the mark stands: tables have to fit.

    In a cell of a table, its width decides.
    """
    cell = next(mark.iterancestors(f"{_W}tc"), None)
    width = cell.find(f"{_W}tcPr/{_W}tcW") if cell is not None else None
    if (
        width is not None
        and width.get(f"{_W}type") == "dxa"
        and _small(width.get(f"{_W}w")) > 2 * _CELL_MARGIN
    ):
        return evolve(profile, width=(_small(width.get(f"{_W}w")) - 2 * _CELL_MARGIN) / MM, left=0, right=0)
    section = _section_of(mark, document)
    found: dict[str, Any] = {}
    for element, names in (("pgSz", {"w": "width"}), ("pgMar", {"left": "left", "right": "right"})):
        given = section.find(f"{_W}{element}") if section is not None else None
        for attribute, name in names.items():
            twips = _small(given.get(f"{_W}{attribute}")) if given is not None else 0
            if twips:
                found[name] = twips / MM
    measured = evolve(profile, **found)
    return measured if measured.text_width > 0 else profile


def _section_of(mark: Any, document: Any) -> Any:
    """The properties of the section in which the mark stands: the first that come with it or after it."""
    passed = False
    for element in document.iter(f"{_W}p", f"{_W}sectPr"):
        passed = passed or element is mark
        if passed and element.tag == f"{_W}sectPr":
            return element
    return None


def _small(text: str | None) -> int:
    """A whole number of twips, or 0."""
    return int(text[:9]) if text is not None and text.isdecimal() else 0


def _add_styles(styles: Any, own: str) -> dict[str, str]:
    """Our style ids to the template's, by the name of the style; what it has not is added."""
    from lxml import etree

    theirs: dict[tuple[str, str], str] = {
        _key(style): style.get(f"{_W}styleId")
        for style in styles.iter(f"{_W}style")
        if style.get(f"{_W}styleId")
    }
    taken = set(theirs.values())
    ids: dict[str, str] = {}
    made: Any = etree.fromstring(own)
    for ours in made.iter(f"{_W}style"):
        style = ours.get(f"{_W}styleId")
        if _key(ours) in theirs:
            ids[style] = theirs[_key(ours)]
            continue
        ids[style] = style if style not in taken else f"Report{style}"
        ours.set(f"{_W}styleId", ids[style])
        for reference in ("basedOn", "next"):
            found = ours.find(f"{_W}{reference}")
            if found is not None:
                found.set(_VAL, ids.get(found.get(_VAL), found.get(_VAL)))
        styles.append(ours)
    return ids


def _key(style: Any) -> tuple[str, str]:
    """What a style is known by: its type and its name."""
    named = style.find(f"{_W}name")
    return style.get(f"{_W}type", ""), (named.get(_VAL, "") if named is not None else "").lower()


def _renamed(body: str, ids: dict[str, str]) -> str:
    return _STYLED.sub(lambda found: found[1] + quoteattr(ids.get(found[2], found[2])), body)


def _place(mark: Any, body: str, document: Any) -> None:
    """The report's elements in the place of the mark; a section that ends there keeps its properties."""
    from lxml import etree

    number = 1 + max((_small(each.get(_ID)) for each in document.iter(MARK_START)), default=0)
    made = etree.fromstring(
        f'<w:body xmlns:w="{W}"><w:bookmarkStart w:id="{number}" w:name="{REPORT_MARK}"/>{body}'
        f'<w:bookmarkEnd w:id="{number}"/></w:body>'
    )
    parent = mark.getparent()
    at = parent.index(mark)
    section = mark.find(f"{_W}pPr/{_W}sectPr")
    if section is None:
        parent.remove(mark)
    else:
        for child in [child for child in mark if child.tag != f"{_W}pPr"]:
            mark.remove(child)
    parent[at:at] = list(made)


def _add_custom_part(edits: Edits) -> None:
    """Let content types and relationships name the part with our properties."""
    types, relationships = edits.change(CONTENT_TYPES), edits.change(RELATIONSHIPS)
    if "}" not in types.tag or "}" not in relationships.tag:
        raise DamagedFileError(edits.package.name, "its content types or relationships have no namespace")
    for each in types:
        if "macroEnabled" in each.get("ContentType", "") or "vbaProject" in each.get("ContentType", ""):
            raise InvalidValueError(
                "template", f"{edits.package.name} has macros; save it as a document without them"
            )
        if each.get("PartName") == f"/{DOCUMENT}":
            each.set("ContentType", MAIN_TYPE)  # a .dotx becomes a document
    content_type, relationship = custom_kind()
    if not any(each.get("PartName") == f"/{CUSTOM}" for each in types):
        namespace = types.tag.partition("}")[0] + "}"
        types.append(
            types.makeelement(f"{namespace}Override", PartName=f"/{CUSTOM}", ContentType=content_type)
        )
    found = [each for each in relationships if each.get("Type") == relationship]
    for each in found:
        each.set("Target", CUSTOM)
    if not found:
        namespace = relationships.tag.partition("}")[0] + "}"
        attributes = {"Id": "rIdDisclosureReport", "Type": relationship, "Target": CUSTOM}
        relationships.append(relationships.makeelement(f"{namespace}Relationship", attributes))


def _others(package: Package, properties: Properties) -> tuple[Detail, ...]:
    ours = {detail.name for detail in properties.details}
    return tuple(detail for detail in read_details(package) if detail.name not in ours)


def _serialised(root: Any) -> bytes:
    from lxml import etree

    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
