"""What a page prints around a report: lines that are the site's, not the document's."""

import re
from collections.abc import Sequence
from datetime import date

from disclosure_report.blocks import Block, Paragraph


# A line that opens with one of these is the page's, wherever it stands before part one or after part six.
_OPENINGS = re.compile(
    r"(?:来\s*源|发布时间|发布日期|发布机构|发布单位|信息来源|索\s*引\s*号|主题分类|组配分类|公开方式|生成日期"
    r"|成文日期|浏览次数|点击数|累计次数|字号|字体|当前位置|您现在的位置|分享到|打印|关闭窗口|打印本页|上一篇|下一篇"
    r"|扫一扫)(?:[\s:：\[【(（]|$)"
)
_PICTURES = frozenset({"图片", "[图片]", "【图片】"})
_PUBLISHED = re.compile(r"发布(?:时间|日期)\s*[:：]\s*(\d{4})[-年/.](\d{1,2})[-月/.](\d{1,2})(?!\d)")


def is_picture(block: Block) -> bool:
    """Whether a block is a picture, or a line that stands for one that the page shows."""
    return isinstance(block, Paragraph) and (block.picture or block.text.strip() in _PICTURES)


def is_furniture(block: Block) -> bool:
    """Whether a line is the page's own."""
    return is_picture(block) or (isinstance(block, Paragraph) and bool(_OPENINGS.match(block.text.strip())))


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
