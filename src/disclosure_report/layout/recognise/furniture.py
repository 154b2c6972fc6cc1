"""What a page prints around a report: lines that are the site's, not the document's."""

import re
from collections.abc import Sequence
from datetime import date

from disclosure_report.blocks import Block, Paragraph
from disclosure_report.checks.pollution.furniture import is_line_of_page


_PICTURES = frozenset({"图片", "[图片]", "【图片】"})
_PUBLISHED = re.compile(r"发布(?:时间|日期)\s*[:：]\s*(\d{4})[-年/.](\d{1,2})[-月/.](\d{1,2})(?!\d)")


def is_picture(block: Block) -> bool:
    """Whether a block is a picture, or a line that stands for one that the page shows."""
    return isinstance(block, Paragraph) and (block.picture or block.text.strip() in _PICTURES)


def is_furniture(block: Block) -> bool:
    """Whether a line is the page's own."""
    if is_picture(block):
        return True
    text = block.text.strip() if isinstance(block, Paragraph) else ""
    return is_line_of_page(text)


def publication_date(blocks: Sequence[Block]) -> date | None:
    """The date on which the page says it was published.

    >>> publication_date([Paragraph("来源: 悦来镇 发布时间:2022-01-18 14:02")])
    datetime.date(2022, 1, 18)
    """
    for block in blocks:
        match = _PUBLISHED.search(block.text) if isinstance(block, Paragraph) else None
        if match:
            try:
                return date(*map(int, match.groups()))
            except ValueError:
                continue
    return None
