"""From a manuscript to the bytes of a Word document: a constant frame, and the body of this report."""

from disclosure_report.blocks import Manuscript
from disclosure_report.media.docx.body import body_xml
from disclosure_report.media.docx.frame import DOCUMENT, frame_of
from disclosure_report.media.docx.profile import GBT9704, Profile
from disclosure_report.media.docx.styles import R, W
from disclosure_report.media.package import pack, part
from disclosure_report.media.properties import HEAD, property_parts


def write(manuscript: Manuscript, profile: Profile = GBT9704) -> bytes:
    """The bytes of a document; the same manuscript gives the same bytes."""
    frame = frame_of(profile)
    document = (
        f'{HEAD}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>'
        f"{body_xml(manuscript.blocks, profile)}{frame.section}</w:body></w:document>"
    )
    return pack((*frame.parts, part(DOCUMENT, document), *property_parts(manuscript.properties)))
