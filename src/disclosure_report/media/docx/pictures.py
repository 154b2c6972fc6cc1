"""Charts in a Word document: each a picture in a paragraph of its own, with its caption below it."""

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from attrs import frozen

from disclosure_report.blocks import Block, Chart
from disclosure_report.media.charts import WIDTH, height_of, picture_of
from disclosure_report.media.docx.profile import Profile
from disclosure_report.media.docx.styles import CAPTION, PICTURE, R
from disclosure_report.media.package import Part, part


SUFFIX, TYPE = "png", "image/png"
RELATIONSHIP = f"{R}/image"
NAME = f"word/media/chart{{}}.{SUFFIX}"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_EMU = 36_000  # in a millimetre
_AS_IT_IS = 0  # PNG is deflated already


@frozen
class Picture:
    """A chart in a package: its number in the document, the name of its part, and what refers to that."""

    chart: Chart
    number: int
    name: str
    reference: str


def charts_of(blocks: Sequence[Block]) -> list[Chart]:
    """The charts among the blocks."""
    return [block for block in blocks if isinstance(block, Chart)]


def pictures_of(blocks: Sequence[Block]) -> tuple[Picture, ...]:
    """The charts of a document that has no other pictures."""
    return tuple(
        Picture(chart, number, *named(number)) for number, chart in enumerate(charts_of(blocks), start=1)
    )


def named(number: int) -> tuple[str, str]:
    """The name of a picture's part, and what refers to it, in a document that has no other pictures."""
    return NAME.format(number), f"rIdChart{number}"


def parts_of(pictures: Sequence[Picture]) -> Iterator[Part]:
    """The pictures themselves."""
    return (part(each.name, picture_of(each.chart), _AS_IT_IS) for each in pictures)


def picture_xml(picture: Picture, profile: Profile) -> bytes:
    """The two paragraphs of a chart; its text is for who cannot see it."""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{PICTURE}"/></w:pPr><w:r><w:drawing>{_inline(picture, profile)}'
        f'</w:drawing></w:r></w:p><w:p><w:pPr><w:pStyle w:val="{CAPTION}"/></w:pPr><w:r>'
        f'<w:t xml:space="preserve">{escape(picture.chart.caption)}</w:t></w:r></w:p>'
    ).encode()


def _inline(picture: Picture, profile: Profile) -> str:
    """As wide as it was drawn, or as the text where that is narrower."""
    chart = picture.chart
    width = min(WIDTH, profile.text_width)
    extent = f'cx="{round(width * _EMU)}" cy="{round(height_of(chart) * width / WIDTH * _EMU)}"'
    said = f'id="{picture.number}" name={quoteattr(chart.caption)}'
    return (
        f'<wp:inline xmlns:wp="{DRAWING}" distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
        f"<wp:docPr {said} descr={quoteattr(chart.text)}/><wp:cNvGraphicFramePr>"
        f'<a:graphicFrameLocks xmlns:a="{_MAIN}" noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic xmlns:a="{_MAIN}"><a:graphicData uri="{_PICTURE}"><pic:pic xmlns:pic="{_PICTURE}">'
        f"<pic:nvPicPr><pic:cNvPr {said}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip xmlns:r="{R}" r:embed="{picture.reference}"/><a:stretch><a:fillRect/>'
        f'</a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline>"
    )
