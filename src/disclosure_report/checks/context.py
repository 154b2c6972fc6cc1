"""Whether a statement speaks plainly of what the tables count: this organ, this year, all of it.

A statement of which any doubt is left is no contradiction, whatever its number.
"""

import re
from enum import Enum
from functools import cache

from attrs import frozen

from disclosure_report.checks.phrases import Kind, Said


class Bearing(Enum):
    """What a statement speaks of: the tables' subject, something else, or perhaps another scope."""

    PLAIN = "plain"
    DOUBTFUL = "doubtful"
    SCOPED = "scoped"


@frozen
class Context:
    """Where a statement stands: a block without white space, its heading, the report's year and organ."""

    text: str
    heading: str = ""
    year: int | None = None
    agency: str = ""


_REACH = 300
_SENTENCE_ENDS = "。！？!?"
_APPLICATIONS: tuple[Kind, ...] = ("received", "new", "completed", "answered", "handled")
_CASES: tuple[Kind, ...] = ("reconsidered", "litigated")
_ANCHORS = ("公开申请", "依申请", "申请公开", "信息申请", "申请政府信息", "申请信息公开")
_PUBLICITY = ("信息公开", "政务公开", "依申请", "公开申请")
_OTHER_YEAR: dict[Kind, int] = {"carried": 1, "brought": -1}

_PATTERNS = {
    # Other organs, or more than one.
    "wide": r"[全我][市区县省州盟旗国]|全[镇乡]|本[市区县省]|各(?:级|部门|镇|乡|街|县|区|市|单位)",
    "scope": (
        r"[全我][市区县省州盟旗国]|全[镇乡局]|全系统|本[市区县省州]"
        r"|各(?:级|部门|镇|乡|街|单位|县|区|市|科|股|处|委|局|地|村|社区|分局|直属|成员|相关|有关|职能)"
        r"|[市区县省州旗](?:人民)?政府|府办|办公[室厅]|[局市区县]属|下属|所属|分局|乡镇|镇街|街镇|[市区县][^，。；]{1,8}[局委]"
    ),
    # Another time than the whole year.
    "year": r"(?<!\d)(\d{1,4})年|([一二][〇○零九][〇○零一二三四五六七八九]{2})年",
    "carried year": r"\d{4}年度?底?(?=结转|转结|转入)|(?<=[至到入转])\d{4}年",
    "last year": (
        r"(?<![较比与和同])(?:上年|去年|上一年|往年|前年)"
        r"(?!度?[底末]?的?(?:结转|转结|转入|相比|增|减|持平|下降|上升))"
    ),
    "part": r"[上下]半年|季度|月份|每月|本月|当月|近[\d一二两三四五]|(?<!今年)(?<!年初)(?<!\d年)(?<!年度)以来|历年",
    "month": r"(\d{1,2})月",
    # Not all of it, or not yet.
    "subset": (
        r"自然人|企业|网[络上站]|平台|信函|信件|邮[寄件政]|当面|现场|窗口|渠道|途径|传真|律师|涉及|分别"
        r"|(?:予以|同意|主动|部分|不予)公开|无法提供|不予处理|[延逾超]期"
    ),
    "plan": r"计划|预计|目标|力争|假如|如果|例如|平均",
    # What else is received and answered.
    "foreign": (
        r"信箱|热线|留言|来信|来电|来访|咨询|投诉|举报|信访|建议|提案|议案|工单|诉求|许可|处罚|强制|12345|复议|诉讼|网民"
        r"|问政|证明|档案|执法|舆情|回应|解读|文件|公文|会议|项目|活动|意见"
    ),
    "bracket": r"[（(][^（）()]{0,80}[）)]",
    "clause": r"[^，,。；;：:！!？?（）()]{0,20}",
    "wide count": r"(?:[全我][市区县省州盟旗国]|各(?:级|部门|镇|乡|街|县|区|市|单位))[^。]{0,60}\d",
}
_CHINESE_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """Compiled at first use."""
    return re.compile(_PATTERNS[name])


def _has(name: str, text: str) -> bool:
    return bool(text) and bool(_pattern(name).search(text))


def bearing(said: Said, start: int, end: int, context: Context) -> Bearing:
    """What the statement speaks of that stands from *start* to *end* of the block."""
    first = max((context.text.rfind(mark, 0, start) for mark in _SENTENCE_ENDS), default=-1) + 1
    ahead = context.text[max(first, start - _REACH) : start].replace(context.agency or "\n", "本机关")
    left = "".join(word.text for word in said.left)
    if any(word.letter == "W" for word in said.left) or _has("wide", ahead):
        return Bearing.SCOPED
    bracket = _pattern("bracket").match(context.text, end)
    if _has("scope", ahead) or (bracket and _has("scope", bracket.group())):
        return Bearing.DOUBTFUL
    earlier = context.text[max(0, first - _REACH) : first]
    is_plain = (
        _is_of_the_year(said, ahead, left, earlier, context.year)
        and _is_whole(said, ahead, left)
        and not (_has("wide count", earlier) and not _is_own(left))
        and _is_on_topic(said, first, start, end, context)
    )
    return Bearing.PLAIN if is_plain else Bearing.DOUBTFUL


def _is_own(left: str) -> bool:
    return "我" in left or "本" in left.replace("本年", "")


def _years(text: str) -> set[int]:
    """The years that a text names; "23年" is 2023, and "3年" is a span that is no year of the report."""
    found = (digits or words.translate(_CHINESE_DIGITS) for digits, words in _pattern("year").findall(text))
    return {int(each) + 2000 * (len(each) == 2) for each in found}  # noqa: PLR2004  two digits


def _is_of_the_year(said: Said, ahead: str, left: str, earlier: str, year: int | None) -> bool:
    """All of the report's year: no other year, no part of it, no years together."""
    allowed = {year}
    for kind in said.kinds:
        other = _OTHER_YEAR.get(kind)
        if other and said.year is not None:
            if year is None or said.year != year + other:
                return False
            allowed.add(said.year)
    both = ahead + left
    if not _years(_pattern("carried year").sub("", both)) - {said.year} <= allowed:
        return False
    before = [*_pattern("year").finditer(earlier)]
    if before and not _years(both) and not _years(before[-1].group()) <= {year}:
        return False
    months = {int(month) for month in _pattern("month").findall(both)}
    if not months <= {1, 12} or months == {1}:
        return False
    return not (_has("last year", ahead) or _has("part", both))


def _is_whole(said: Said, ahead: str, left: str) -> bool:
    """A total, as far as words tell: not behind 其中, not summed up over years, not planned."""
    clause = ahead.rpartition("；")[2].rpartition(";")[2]
    if said.kinds != ("brought",) and ("其中" in clause or "其中" in left):
        return False
    if any(word.text == "累计" for word in said.left):
        letters = {word.letter for word in said.left}
        if not (letters & {"y", "t"} or "年" in ahead) or "截" in ahead + left:
            return False
    return not _has("plan", ahead + left)


def _is_on_topic(said: Said, first: int, start: int, end: int, context: Context) -> bool:
    """Whether what is counted are applications for information, or disputes about them."""
    if said.named:
        return True
    if said.kinds[0] in _CASES:
        return _is_about_disclosure(said, first, start, end, context)
    at, anchor = max((context.text.rfind(each, 0, end), each) for each in _ANCHORS)
    around = context.heading if said.kinds[0] in _APPLICATIONS else context.heading + context.text
    if at < 0 and not any(each in around for each in _ANCHORS):
        return False
    gap = context.text[at + len(anchor) if at >= 0 else 0 : start]
    if len(gap) > _REACH or _has("foreign", gap):
        return False
    since = context.text[max(at, first) if at >= first else first : start]
    return said.kinds[0] not in _APPLICATIONS or not (
        "其中" in since or _has("subset", _pattern("bracket").sub("", since))
    )


def _is_about_disclosure(said: Said, first: int, start: int, end: int, context: Context) -> bool:
    """A reconsideration organ decides all kinds of cases: what it 受理 or 办理 must name disclosure itself."""
    clause = context.text[start:end] + _pattern("clause").match(context.text, end).group()
    verbs = {word.text for word in said.left if word.letter in "Rj"}
    if any(each in clause for each in _PUBLICITY):
        return True
    if verbs - {"收到", "接到"} or "司法" in context.agency or "复议机关" in context.text[first:start]:
        return False
    near = context.text[max(0, start - _REACH) : start] + context.heading
    return any(each in near for each in ("公开申请", "依申请", "信息公开", "政务公开"))
