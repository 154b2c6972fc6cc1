"""From a manuscript to the bytes of a Word document: a constant frame, and the body of this report."""

from disclosure_report.blocks import Manuscript
from disclosure_report.media.docx.body import body_xml
from disclosure_report.media.docx.frame import DOCUMENT, frame_of
from disclosure_report.media.docx.pictures import parts_of, pictures_of
from disclosure_report.media.docx.profile import GBT9704, profile_named
from disclosure_report.media.docx.styles import R, W
from disclosure_report.media.docx.template import fill
from disclosure_report.media.files import Source
from disclosure_report.media.package import pack, part
from disclosure_report.media.properties import HEAD, property_parts


_OPENING = f'{HEAD}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>'.encode()
_CLOSING = b"</w:body></w:document>"


def write(manuscript: Manuscript, *, profile: str = GBT9704.name, template: Source | None = None) -> bytes:
    """The bytes of a document; the same manuscript gives the same bytes."""
    look = profile_named(profile)
    if template is not None:
        return fill(manuscript, look, template)
    pictures = pictures_of(manuscript.blocks)
    frame = frame_of(look, len(pictures))
    document = b"".join((_OPENING, body_xml(manuscript.blocks, look, pictures), frame.section, _CLOSING))
    own = part(DOCUMENT, document), *property_parts(manuscript.properties), *parts_of(pictures)
    return pack((*frame.parts, *own))
