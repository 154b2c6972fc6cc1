"""A report on the unit's own paper: a Word file with one paragraph ``{{report}}``, where it is placed.

The same body renderer serves; the styles are the template's where it has one of that name, ours are added
where it has not.
"""

from typing import Any

from attrs import evolve

from disclosure_report.blocks import Detail, Manuscript, Properties
from disclosure_report.errors import DamagedFileError, InvalidValueError
from disclosure_report.media.archive import Package
from disclosure_report.media.docx.body import body_xml
from disclosure_report.media.docx.frame import DOCUMENT
from disclosure_report.media.docx.profile import Profile
from disclosure_report.media.docx.read import STYLES
from disclosure_report.media.docx.styles import MM, W, styles_xml
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
_W = f"{{{W}}}"
_VAL = f"{_W}val"


def fill(manuscript: Manuscript, profile: Profile, template: Source) -> bytes:
    """The bytes of the template with the report in the place of its mark.

    Raises:
        InvalidValueError: the template has no paragraph ``{{report}}``, or more than one.
        DamagedFileError: it is no Word document, or damaged.
    """
    package = Package(take(template), name_of(template))
    if DOCUMENT not in package or STYLES not in package:
        raise DamagedFileError(package.name, "is no Word document: it has no text or no styles")
    document, styles = package.xml(DOCUMENT), package.xml(STYLES)
    mark = _mark(document, package.name)
    body = body_xml(manuscript.blocks, _measured(profile, document)).decode()
    _place(mark, _renamed(body, _add_styles(styles, profile)))
    changed = {DOCUMENT: document, STYLES: styles, **_with_custom_part(package)}
    kept = Properties(details=(*_others(package, manuscript.properties), *manuscript.properties.details))
    parts = [
        part(name, _serialised(changed[name]) if name in changed else package.read(name))
        for name in package.names()
        if name != CUSTOM
    ]
    return pack((*parts, custom_part(kept)))


def _mark(document: Any, name: str) -> Any:
    marks = [p for p in document.iter(f"{_W}p") if "".join(p.itertext(f"{_W}t")).strip() == MARK]
    if len(marks) != 1:
        raise InvalidValueError("template", f"{name} has {len(marks)} paragraphs {MARK}; it takes one")
    return marks[0]


def _measured(profile: Profile, document: Any) -> Profile:
    """The profile with the page and the margins of the template's last section, which tables have to fit."""
    section = document.find(f"{_W}body/{_W}sectPr")
    found: dict[str, Any] = {}
    for element, names in (("pgSz", {"w": "width"}), ("pgMar", {"left": "left", "right": "right"})):
        given = section.find(f"{_W}{element}") if section is not None else None
        for attribute, name in names.items():
            twips = given.get(f"{_W}{attribute}", "") if given is not None else ""
            if twips.isdecimal():
                found[name] = int(twips) / MM
    measured = evolve(profile, **found)
    return measured if measured.text_width > 0 else profile


def _add_styles(styles: Any, profile: Profile) -> dict[str, str]:
    """Our style ids to the template's, by the name of the style; what it has not is added."""
    from lxml import etree

    theirs: dict[str, str] = {
        _name(style).lower(): style.get(f"{_W}styleId") for style in styles.iter(f"{_W}style")
    }
    taken = set(theirs.values())
    ids: dict[str, str] = {}
    made: Any = etree.fromstring(styles_xml(profile))
    for ours in made.iter(f"{_W}style"):
        style = ours.get(f"{_W}styleId")
        name = _name(ours).lower()
        if name in theirs:
            ids[style] = theirs[name]
            continue
        ids[style] = style if style not in taken else f"Report{style}"
        ours.set(f"{_W}styleId", ids[style])
        for reference in ("basedOn", "next"):
            found = ours.find(f"{_W}{reference}")
            if found is not None:
                found.set(_VAL, ids.get(found.get(_VAL), found.get(_VAL)))
        styles.append(ours)
    return ids


def _name(style: Any) -> str:
    named = style.find(f"{_W}name")
    return named.get(_VAL, "") if named is not None else ""


def _renamed(body: str, ids: dict[str, str]) -> str:
    for ours, theirs in ids.items():
        for tag in ("pStyle", "tblStyle"):
            body = body.replace(f'<w:{tag} w:val="{ours}"/>', f'<w:{tag} w:val="{theirs}"/>')
    return body


def _place(mark: Any, body: str) -> None:
    """The report's elements in the place of the mark; a section that ends there keeps its properties."""
    from lxml import etree

    made = etree.fromstring(f'<w:body xmlns:w="{W}">{body}</w:body>')
    parent = mark.getparent()
    at = parent.index(mark)
    section = mark.find(f"{_W}pPr/{_W}sectPr")
    if section is None:
        parent.remove(mark)
    else:
        for run in mark.findall(f"{_W}r"):
            mark.remove(run)
    parent[at:at] = list(made)


def _with_custom_part(package: Package) -> dict[str, Any]:
    """Content types and relationships that name the part with our properties."""
    types, relationships = package.xml(CONTENT_TYPES), package.xml(RELATIONSHIPS)
    content_type, relationship = custom_kind()
    if not any(each.get("PartName") == f"/{CUSTOM}" for each in types):
        namespace = types.tag.partition("}")[0] + "}"
        types.append(
            types.makeelement(f"{namespace}Override", PartName=f"/{CUSTOM}", ContentType=content_type)
        )
    if not any(each.get("Type") == relationship for each in relationships):
        namespace = relationships.tag.partition("}")[0] + "}"
        attributes = {"Id": "rIdDisclosureReport", "Type": relationship, "Target": CUSTOM}
        relationships.append(relationships.makeelement(f"{namespace}Relationship", attributes))
    return {CONTENT_TYPES: types, RELATIONSHIPS: relationships}


def _others(package: Package, properties: Properties) -> tuple[Detail, ...]:
    ours = {detail.name for detail in properties.details}
    return tuple(detail for detail in read_details(package) if detail.name not in ours)


def _serialised(root: Any) -> bytes:
    from lxml import etree

    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
