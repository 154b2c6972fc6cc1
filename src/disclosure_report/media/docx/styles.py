"""A profile as WordprocessingML: named styles, so that no look is written onto a run."""

from collections.abc import Iterator
from itertools import chain

from disclosure_report.media.docx.profile import Look, Profile, TableLook


TABLE_STYLE = "ReportTable"
TITLE, BODY, FOOTER = "Title", "BodyText", "Footer"
PICTURE, CAPTION = "Picture", "Caption"
HEADINGS = ("Heading1", "Heading2", "Heading3")
_HEADING_NAMES = ("heading 1", "heading 2", "heading 3")
TWIPS = 20  # in a point
MM = 1440 / 25.4  # twips in a millimetre
_SINGLE = 12  # a line that is as high as what stands in it, as Word counts it

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

# Odd and even pages differ; no field asks to be updated; no mode of an older program; Chinese, not Japanese.
SETTINGS = (
    f'<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/>'
    '<w:evenAndOddHeaders/><w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
    'w:val="15"/>'
    '</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/><w:decimalSymbol w:val="."/>'
    '<w:listSeparator w:val=","/></w:settings>'
)


def styles_xml(profile: Profile, *, pictures: bool = False) -> str:
    """The whole styles part; those of *pictures* only where there are some."""
    styles = chain(_paragraph_styles(profile), _picture_styles(profile) if pictures else ())
    return (
        f'<w:styles xmlns:w="{W}">{_defaults(profile)}'
        + "".join(_style(*each) for each in styles)
        + _table_style()
        + "</w:styles>"
    )


def looks_of(profile: Profile) -> dict[str, TableLook]:
    """The looks of tables, by how the names of their styles begin."""
    return {"Table": profile.table, "Dense": profile.dense_table, "Fine": profile.fine_table}


def cell_styles(prefix: str) -> dict[str, str]:
    """The style of a cell's paragraph, by the role of its box."""
    head, label, value = (_cell_style(prefix, name) for name in ("Head", "Label", "Value"))
    return {
        "corner": label,
        "band": head,
        "head": head,
        "label": label,
        "group": label,
        "value": value,
        "total": value,
    }


def _cell_style(prefix: str, name: str) -> str:
    """The id of a style, which nobody sees, stands in each cell: it is short."""
    return prefix[0] + name[0]


def _paragraph_styles(profile: Profile) -> Iterator[tuple[str, str, Look | None, str]]:
    """Style id, name in the program, look, and the style that follows it."""
    yield "Normal", "Normal", None, ""
    yield TITLE, "Title", profile.title, BODY
    for style, name, look in zip(HEADINGS, _HEADING_NAMES, profile.headings, strict=True):
        yield style, name, look, BODY
    yield BODY, "Body Text", profile.body, BODY
    yield FOOTER, "footer", profile.footer, FOOTER
    for prefix, look_of in looks_of(profile).items():
        for name, look in (("Head", look_of.head), ("Label", look_of.label), ("Value", look_of.value)):
            style = _cell_style(prefix, name)
            yield style, f"{prefix} {name}", look, style


def _picture_styles(profile: Profile) -> Iterator[tuple[str, str, Look | None, str]]:
    yield PICTURE, "Picture", profile.picture, CAPTION
    yield CAPTION, "caption", profile.caption, BODY


def _defaults(profile: Profile) -> str:
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_fonts(profile.body)}"
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )


def _fonts(look: Look) -> str:
    """All four slots name a font, so that no theme font can override it."""
    font, latin = look.font, look.latin or look.font
    return f'<w:rFonts w:ascii="{latin}" w:eastAsia="{font}" w:hAnsi="{latin}" w:cs="{latin}"/>'


def _style(style: str, name: str, look: Look | None, following: str) -> str:
    if look is None:
        return (
            f'<w:style w:type="paragraph" w:default="1" w:styleId="{style}"><w:name w:val="{name}"/>'
            "<w:qFormat/></w:style>"
        )
    return (
        f'<w:style w:type="paragraph" w:styleId="{style}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/><w:next w:val="{following}"/><w:qFormat/>'
        f"<w:pPr>{_paragraph(look)}</w:pPr><w:rPr>{_run(look)}</w:rPr></w:style>"
    )


def _paragraph(look: Look) -> str:
    keep = "<w:keepNext/>" if look.keep_next else ""
    pitch, rule = (look.pitch, "exact") if look.pitch else (_SINGLE, "auto")
    spacing = "".join(
        f' w:{name}="{round(points * TWIPS)}"'
        for name, points in (("before", look.before), ("after", look.after), ("line", pitch))
    )
    indents = [("left", look.side * TWIPS), ("right", look.side * TWIPS)]
    indents += [("firstLineChars", look.indent * 100), ("firstLine", look.indent * look.size * TWIPS)]
    measures = "".join(f' w:{name}="{round(measure)}"' for name, measure in indents if measure)
    indent = f"<w:ind{measures}/>" if measures else ""
    outline = "" if look.outline is None else f'<w:outlineLvl w:val="{look.outline}"/>'
    return (
        f'{keep}<w:snapToGrid w:val="0"/><w:spacing{spacing} w:lineRule="{rule}"/>{indent}'
        f'<w:jc w:val="{look.align}"/>{outline}'
    )


def _run(look: Look) -> str:
    bold = "<w:b/><w:bCs/>" if look.bold else ""
    size = round(look.size * 2)
    return f'{_fonts(look)}{bold}<w:color w:val="000000"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'


def _table_style() -> str:
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{TABLE_STYLE}"><w:name w:val="Report Table"/>'
        '<w:basedOn w:val="TableNormal"/>'
        f"<w:tblPr><w:tblBorders>{lines}</w:tblBorders></w:tblPr></w:style>"
    )


def font_table_xml(profile: Profile) -> str:
    """The fonts by name, each with the name to try where it is missing. Fonts are never shipped."""
    fonts = "".join(
        f'<w:font w:name="{font}"><w:altName w:val="{other}"/><w:charset w:val="86"/></w:font>'
        for font, other in profile.fallbacks.items()
    )
    return f'<w:fonts xmlns:w="{W}">{fonts}</w:fonts>'
