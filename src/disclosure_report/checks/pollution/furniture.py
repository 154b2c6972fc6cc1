"""What a page prints around a report: lines and marks that are the site's, not the document's."""

import re
from collections.abc import Iterator

from disclosure_report.checks.pollution.rules import FURNITURE, Piece


_DETAILS = (
    r"来\s*源|发布时间|发布日期|发布机构|发布单位|信息来源|索\s*引\s*号|主题分类|组配分类|公开方式|生成日期"
    r"|成文日期"
)
# A line that opens with one of these is the page's, wherever it stands before part one or after part six.
_OPENINGS = re.compile(
    rf"(?:{_DETAILS}|浏览次数|点击数|累计次数|字号|字体|当前位置|您现在的位置|分享到|打印|关闭窗口|打印本页|上一篇"
    r"|下一篇|扫一扫|主办单位|承办单位|主办|承办|版权所有|网站标识码)(?:[\s:：\[【(（]|$)"
    r"|Copyright|©|\S{1,3}ICP备|\S{1,3}公网安备",
    re.IGNORECASE,
)
_LONGEST = 80  # characters; what ends a sentence, or is longer, is said by the document
# Inside a part some of these open a line of the document: "公开方式：主动公开". There a line counts that
# has one of these, or two details of the page.
_SURE = re.compile(
    r"(?:当前|您现在的)位置\s*[:：]|[上下]一篇\s*[:：]|分享到\s*[:：]?|打印本页|关闭窗口|版权所有|网站标识码|ICP备|公网安备"
    r"|字[体号]\s*[:：]?\s*[\[【(（]?\s*大\s*中\s*小|©|Copyright|^\[?【?打印】?\]?$|^(?:浏览次数|点击数|累计次数)\s*[:：]\s*\d*\s*次?$",
    re.IGNORECASE,
)
_DETAIL = re.compile(rf"(?:{_DETAILS}|浏览次数|点击数|累计次数|字号|字体)\s*[:：]")
_FEW = 2
# Page numbers alone in a paragraph: — 4 —, - 4 -, 第4页 共12页, 4/12页.
_PAGE = re.compile(
    r"[-—–－―]{1,2}\s*\d{1,3}\s*[-—–－―]{1,2}|第\s*\d{1,3}\s*页(?:\s*[,，/]?\s*共\s*\d{1,3}\s*页)?|\d{1,3}\s*/\s*\d{1,3}\s*页",
    re.ASCII,
)
# Marks of a page in a line with words of the document.
_B = r"\s{0,4}"  # blanks, few of them: what is longer is looked at in linear time
_SIZES = f"大{_B}中{_B}小"
_CHANNELS = "新浪微博|腾讯微博|微博|微信好友|微信|朋友圈|QQ空间|QQ好友|QQ|人人网|豆瓣|更多"
_BUTTON = rf"[【\[]{_B}(?:打印(?:本页|此页)?|关闭(?:窗口|本页)?|收藏(?:本页)?|返回顶部|大|中|小){_B}[】\]]"
_MARK = re.compile(
    rf"字[体号]{_B}[:：]?{_B}[\[【(（]{_B}(?:{_SIZES})?{_B}[\]】)）]|字[体号]{_B}[:：]?{_B}{_SIZES}"
    rf"|{_BUTTON}(?:{_B}{_BUTTON})+"
    rf"|分享到{_B}[:：](?:{_B}(?:{_CHANNELS}))*"
    rf"|(?:浏览|点击|累计)次数{_B}[:：]{_B}\d{{0,9}}{_B}次?(?={_B}(?:字[体号]|【|\[|打印|来源|发布))"
    rf"|(?:当前|您现在的)位置{_B}[:：]{_B}首页(?:{_B}[>＞»/]{{1,3}}{_B}[^>＞»/\s]{{1,20}})*"
)
_MARKED = ("字体", "字号", "分享到", "位置", "【", "[", "次数")  # one of them stands in each of the marks


def is_line_of_page(text: str) -> bool:
    """Whether a line before part one or after part six is the page's own, by its opening.

    >>> is_line_of_page("来源: 悦来镇 发布时间:2022-01-18"), is_line_of_page("来源广泛。")
    (True, False)
    """
    return len(text) <= _LONGEST and not text.endswith("。") and bool(_OPENINGS.match(text))


def may_be_furniture(text: str) -> bool:
    """Whether the text is short enough for a line of the page, and ends like one: quickly told."""
    return len(text) <= _LONGEST and text[-1:] != "。" and _is_whole_line(text.strip())


def furniture(text: str) -> Iterator[Piece]:
    """The whole text where it is the page's line, else the marks of a page in it."""
    line = text.strip()
    if line and len(line) <= _LONGEST and _is_whole_line(line):
        yield Piece(FURNITURE, 0, len(text))
    elif any(mark in text for mark in _MARKED):
        for found in _MARK.finditer(text):
            yield Piece(FURNITURE, *_trimmed(text, *found.span()))


def _is_whole_line(line: str) -> bool:
    if _PAGE.fullmatch(line):
        return True
    if not is_line_of_page(line):
        return False
    return bool(_SURE.search(line)) or len(_DETAIL.findall(line)) >= _FEW


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    return start, start + len(text[start:end].rstrip())
