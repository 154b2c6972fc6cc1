"""What a Word or Excel file says about itself: core, custom and application properties."""

from xml.sax.saxutils import escape, quoteattr

from disclosure_report.blocks import Detail, Properties
from disclosure_report.media.archive import Package
from disclosure_report.media.package import Part, part


HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"

CORE, CUSTOM, APP = "docProps/core.xml", "docProps/custom.xml", "docProps/app.xml"
CONTENT_TYPES, RELATIONSHIPS = "[Content_Types].xml", "_rels/.rels"

# Parts that every package of ours has: name, content type, relationship type.
_OWN = (
    (CORE, "application/vnd.openxmlformats-package.core-properties+xml",
     f"{_PACKAGE}/relationships/metadata/core-properties"),
    (CUSTOM, "application/vnd.openxmlformats-officedocument.custom-properties+xml",
     f"{_OFFICE}/relationships/custom-properties"),
    (APP, "application/vnd.openxmlformats-officedocument.extended-properties+xml",
     f"{_OFFICE}/relationships/extended-properties"),
)  # fmt: skip
_AS_IT_IS = 0  # half a kilobyte is written sooner than deflated
OWN_NAMES = frozenset({name for name, _, _ in _OWN} | {CONTENT_TYPES, RELATIONSHIPS})


def property_parts(properties: Properties) -> tuple[Part, Part]:
    """The core and custom properties of one document."""
    return part(CORE, _core(properties), _AS_IT_IS), custom_part(properties)


def app_part() -> Part:
    """The application that made the document."""
    return part(
        APP,
        f'{HEAD}<Properties xmlns="{_OFFICE}/extended-properties">'
        "<Application>disclosure_report</Application></Properties>",
    )


def custom_part(properties: Properties) -> Part:
    """The custom properties alone."""
    return part(CUSTOM, _custom(properties), _AS_IT_IS)


def custom_kind() -> tuple[str, str]:
    """Content type and relationship type of the custom properties."""
    return next((content_type, relationship) for name, content_type, relationship in _OWN if name == CUSTOM)


def _core(properties: Properties) -> str:
    when = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{properties.date}T00:00:00Z</dcterms:{name}>'
        for name in ("created", "modified")
        if properties.date
    )
    author = escape(properties.author)
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(properties.title)}</dc:title><dc:creator>{author}</dc:creator>"
        f"<dc:language>zh-CN</dc:language><cp:lastModifiedBy>{author}</cp:lastModifiedBy>{when}"
        "</cp:coreProperties>"
    )


def _custom(properties: Properties) -> str:
    named = [detail for detail in properties.details if detail.text]
    kept = "".join(
        f'<property fmtid="{_FORMAT_ID}" pid="{number}" name={quoteattr(detail.name)}>'
        f"<vt:lpwstr>{escape(detail.text)}</vt:lpwstr></property>"
        for number, detail in enumerate(named, start=2)
    )
    return (
        f'{HEAD}<Properties xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes">'
        f"{kept}</Properties>"
    )


def content_types(defaults: dict[str, str], overrides: dict[str, str]) -> Part:
    """The list of content types, ours included."""
    own = {f"/{name}": kind for name, kind, _ in _OWN}
    return part(
        CONTENT_TYPES,
        f'{HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        + "".join(f'<Default Extension="{e}" ContentType="{k}"/>' for e, k in sorted(defaults.items()))
        + "".join(
            f'<Override PartName="{n}" ContentType="{k}"/>' for n, k in sorted({**overrides, **own}.items())
        )
        + "</Types>",
    )


def package_relationships(main: str) -> Part:
    """The relationships of the package: the main part and the properties."""
    targets = [(main, f"{_OFFICE}/relationships/officeDocument"), *((n, r) for n, _, r in _OWN)]
    return part(
        RELATIONSHIPS,
        f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
        + "".join(
            f'<Relationship Id="rId{number}" Type="{kind}" Target="{name}"/>'
            for number, (name, kind) in enumerate(targets, start=1)
        )
        + "</Relationships>",
    )


def read_details(package: Package) -> tuple[Detail, ...]:
    """The named texts of a package's custom properties."""
    if CUSTOM not in package:
        return ()
    return tuple(
        Detail(item.get("name"), "".join(item.itertext())) for item in package.xml(CUSTOM) if item.get("name")
    )
