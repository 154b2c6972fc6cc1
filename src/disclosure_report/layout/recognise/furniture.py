"""What a page prints around a report: lines that are the site's, not the document's."""

import re
from collections.abc import Sequence
from datetime import date

from disclosure_report.blocks import Block, Paragraph


# A line that opens with one of these is the page's, wherever it stands before part one or after part six.
_OPENINGS = re.compile(
    r"(?:来\s*源|发布时间|发布日期|发布机构|发布单位|信息来源|索\s*引\s*号|主题分类|组配分类|公开方式|生成日期"
    r"|成文日期|浏览次数|点击数|累计次数|字号|字体|当前位置|您现在的位置|分享到|打印|关闭窗口|打印本页|上一篇|下一篇"
    r"|扫一扫|主办单位|承办单位|主办|承办|版权所有|网站标识码)(?:[\s:：\[【(（]|$)"
    r"|Copyright|©|\S{1,3}ICP备|\S{1,3}公网安备",
    re.IGNORECASE,
)
_LONGEST = 80  # characters; what ends a sentence, or is longer, is said by the document
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
    return len(text) <= _LONGEST and not text.endswith("。") and bool(_OPENINGS.match(text))


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
