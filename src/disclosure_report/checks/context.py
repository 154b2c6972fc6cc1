"""Whether a statement speaks plainly of what the tables count: this organ, this year, all of it.

A statement of which any doubt is left is no contradiction, whatever its number.
"""

import re
from collections.abc import Callable
from functools import cache

from attrs import frozen

from disclosure_report.blocks import Heading, Paragraph
from disclosure_report.checks.names import NOBODY, Organ
from disclosure_report.checks.phrases import Kind, Said
from disclosure_report.model.prose import HEADING_LENGTH


@frozen
class Context:
    """Where statements stand: a block without white space, the blocks above, the report's year and organ.

    *begins_anew* is whether nothing was brought forward: then what became of this year's applications is all.
    """

    text: str
    above: tuple[Heading | Paragraph, ...] = ()
    year: int | None = None
    organ: Organ = NOBODY
    begins_anew: bool = False


_REACH = 300
_SENTENCE_ENDS = "。！？!?"
_APPLICATIONS: tuple[Kind, ...] = ("received", "new", "completed", "answered", "handled")
_ANSWERS: tuple[Kind, ...] = ("completed", "answered", "handled")
_ENDS: tuple[Kind, ...] = ("completed", "answered", "carried")
_CASES: tuple[Kind, ...] = ("reconsidered", "litigated")
_ANCHORS = ("公开申请", "依申请", "申请公开", "信息申请", "申请政府信息", "申请信息公开")
_PUBLICITY = ("信息公开", "政务公开", "依申请", "公开申请")
_OTHER_YEAR: dict[Kind, int] = {"carried": 1, "brought": -1}

_WIDE = r"[全我][市区县省州盟旗国]|全[镇乡系]|本[市区县省]|各(?:级|部门|镇|乡|街|县|区|市|单位)"
_SCOPE = (
    rf"{_WIDE}|全局|各(?:科|股|处|委|局|地|村|社区|分局|直属|成员|相关|有关|职能)"
    r"|[市区县省州旗](?:人民)?政府|府办|办公[室厅]|[局市区县]属|下属|所属|分局|乡镇|镇街|街镇|[市区县][^，。；]{1,8}[局委]"
)
_PATTERNS = {
    # Another organ, or more than one; and such with a number.
    "scope": _SCOPE,
    "office": r"府办|办公[室厅]",
    "wide number": rf"(?:{_WIDE})[^。]{{0,60}}\d",
    "scope number": rf"(?:{_SCOPE})[^，。；]{{0,15}}\d",
    "scope of cases": rf"(?:{_SCOPE})[^。；]{{0,60}}(?:申请|复议|诉讼)[^。；]{{0,12}}\d+[件宗起份]",
    # Another time than the whole year.
    "year": r"(?<!\d)(\d{1,4})年|([一二][〇○零九][〇○零一二三四五六七八九]{2})年",
    "carried year": r"\d{4}年度?底?(?=结转|转结|转入)|(?<=[至到入转])\d{4}年",
    "last year": (
        r"(?<![较比与和同])(?:上年|去年|上一年|往年|前年)"
        r"(?!度?[底末]?的?(?:结转|转结|转入|相比|增|减|持平|下降|上升))"
    ),
    "part of a year": (
        r"[上下]半年|季度|月份|每月|本月|当月|近[\d一二两三四五]|历年"
        r"|(?<!今年)(?<!年初)(?<!\d年)(?<!年度)以来"
    ),
    "month": r"(\d{1,2})月",
    # Not all of it, or not yet.
    "subset": (
        r"其中|自然人|企业|网[络上站]|平台|信函|信件|邮[寄件政]|当面|现场|窗口|渠道|途径|传真|律师|涉及|分别"
        r"|(?:予以|同意|主动|部分|不予)公开|无法提供|不予处理|[延逾超]期"
    ),
    "other answers": r"(?:[延逾超]期|延长)[^，。；]{0,8}\d",
    "increase": r"相比|[较比][上去]|同比",
    "plan": r"计划|预计|目标|力争|假如|如果|例如|平均",
    # What else is received and answered.
    "foreign": (
        r"信箱|热线|留言|来信|来电|来访|咨询|投诉|举报|信访|建议|提案|议案|工单|诉求|许可|处罚|强制|12345|复议|诉讼|网民"
        r"|问政|证明|档案|执法|舆情|回应|解读|文件|公文|会议|项目|活动|意见"
    ),
    "bracket": r"[（(][^（）()]{0,80}[）)]",
    "clause": r"[^，,。；;：:！!？?（）()]{0,20}",
}
_CHINESE_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_CENTURY = 2000


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """Compiled at first use."""
    return re.compile(_PATTERNS[name])


def _has(name: str, text: str) -> bool:
    return bool(text) and bool(_pattern(name).search(text))


@frozen
class _Around:
    """A statement with what stands around it.

    That is its *clause* up to the count, its sentence *ahead* of that and *behind* it, and what stands
    *earlier* in the block.
    """

    said: Said
    start: int
    end: int
    context: Context
    heading: str
    first: int  # where the sentence begins
    clause: str
    ahead: str
    behind: str
    earlier: str


def _around(said: Said, start: int, end: int, context: Context) -> _Around:
    text = context.text
    first = max(text.rfind(mark, 0, start) for mark in _SENTENCE_ENDS) + 1
    return _Around(
        said,
        start,
        end,
        context,
        _heading(context.above),
        first,
        clause="".join(said.left.words),
        ahead=context.organ.masked(text[max(first, start - _REACH) : start]),
        behind=context.organ.masked(text[end : end + _REACH].partition("。")[0]),
        earlier=text[max(0, first - _REACH) : first],
    )


def _heading(above: tuple[Heading | Paragraph, ...]) -> str:
    """The heading, or the line that looks like one, under which a block stands."""
    for block in reversed(above):
        text = block.text
        if isinstance(block, Heading) or (len(text) <= HEADING_LENGTH and text[-1] not in "。；，"):
            return text
    return ""


def is_plain(said: Said, start: int, end: int, context: Context) -> bool:
    """Whether a statement that stands from *start* to *end* of a block speaks of what the tables count."""
    around = _around(said, start, end, context)
    return not any(doubt(around) for doubt in _DOUBTS)


def is_of_another_scope(said: Said) -> bool:
    """Whether a statement itself speaks of a whole county, of all organs or of another."""
    return "W" in said.left.letters


def tells_of_another_scope(context: Context) -> bool:
    """Whether a block has applications or cases of another scope, in whatever words."""
    return _has("scope of cases", context.organ.masked(context.text))


def _is_scoped(around: _Around) -> bool:
    """Another organ in the sentence or its heading, or behind a number of the sentences before or after."""
    bracket = _pattern("bracket").match(around.context.text, around.end)
    beside = (around.ahead, around.heading, bracket.group() if bracket else "")
    if any(_has("scope", text) for text in beside) or _has("scope number", around.behind):
        return True
    clause = around.clause
    if "我" in clause or "本" in clause.replace("本年", ""):
        return False
    # In the report of a government an office named before may be what the sentence is of.
    office = not around.context.organ.names and _has("office", around.earlier)
    return office or _has("wide number", around.earlier)


def _years(text: str) -> set[int | None]:
    """The years that a text names; "23年" is 2023, and "3年" is a span that is no year of the report."""
    found = (digits or words.translate(_CHINESE_DIGITS) for digits, words in _pattern("year").findall(text))
    return {int(each) + _CENTURY * (len(each) == len("23")) for each in found}


def _is_of_another_year(around: _Around) -> bool:
    """Another year in the sentence, in the heading, or last named before it.

    What is carried may name the other year: 2022年结转, 结转至2024年.
    """
    year, said = around.context.year, around.said
    other = _OTHER_YEAR.get(said.kinds[0])
    if other and said.year is not None and (year is None or said.year != year + other):
        return True
    both = around.ahead + around.clause
    named = _years(_pattern("carried year").sub("", both)) - {said.year}
    before = [*_pattern("year").finditer(around.earlier)]
    if before and not _years(both):
        named |= _years(before[-1].group())
    return not named | _years(around.heading) <= {year}


def _is_of_part_of_a_year(around: _Around) -> bool:
    """Half a year, a month, last year in words, or all years since."""
    both = around.ahead + around.clause
    months = {int(month) for month in _pattern("month").findall(both)}
    if months and not {12} <= months <= {1, 12}:
        return True
    return _has("last year", around.ahead) or _has("part of a year", both)


def _is_partial(around: _Around) -> bool:
    """Behind 其中, which is a part of what stands before.

    All of what is brought forward often stands there; and "收到12件，其中办结10件" are all where nothing was.
    """
    kind = around.said.kinds[0]
    ahead = _pattern("bracket").sub("", around.ahead.rpartition("；")[2].rpartition(";")[2])
    if kind == "brought":
        return False
    if "其中" in ahead:
        return True
    is_all = kind in _ENDS and around.context.begins_anew and not _has("subset", ahead)
    return "其中" in around.clause and not is_all


def _is_summed_up(around: _Around) -> bool:
    """累计, where no year limits it, or where it goes up to a date from nobody knows when."""
    if "累计" not in around.said.left.words:
        return False
    both = around.ahead + around.clause
    return "年" not in both or "截" in both


def _is_one_of_several(around: _Around) -> bool:
    """Beside "延期答复2件" what was answered "按期" is a part."""
    sentence = around.ahead + around.behind
    return around.said.kinds[0] in _ANSWERS and _has("other answers", sentence)


def _is_planned(around: _Around) -> bool:
    return _has("plan", around.ahead + around.clause)


def _is_increase(around: _Around) -> bool:
    """新增 may be an increase over last year."""
    return around.said.kinds == ("new",) and _has("increase", around.ahead)


def _is_of_something_else(around: _Around) -> bool:
    """Whether what is counted may be neither applications for information nor disputes about them."""
    if around.said.named:
        return False
    kind = around.said.kinds[0]
    return _is_other_case(around) if kind in _CASES else _is_other_application(around, kind)


def _is_other_application(around: _Around, kind: Kind) -> bool:
    """Nothing before names applications for information, or something else stands between."""
    text, start = around.context.text, around.start
    at, anchor = max((text.rfind(each, 0, around.end), each) for each in _ANCHORS)
    elsewhere = around.heading + (text if kind in _OTHER_YEAR else "")
    if at < 0 and not any(each in elsewhere for each in _ANCHORS):
        return True
    gap = text[at + len(anchor) if at >= 0 else 0 : start]
    if len(gap) > _REACH or _has("foreign", gap):
        return True
    since = _pattern("bracket").sub("", text[max(at, around.first) : start])
    return kind in _APPLICATIONS and _has("subset", since)


def _is_other_case(around: _Around) -> bool:
    """A reconsideration organ decides cases of all kinds: what it 受理 or 办理 is to name disclosure."""
    text, start = around.context.text, around.start
    behind = _pattern("clause").match(text, around.end)
    clause = text[start : behind.end() if behind else around.end]
    if any(each in clause for each in _PUBLICITY):
        return False
    verbs = {word for letter, word in zip(*around.said.left, strict=False) if letter in "Rj"}
    if verbs - {"收到", "接到"} or "司法" in around.context.organ.name or "复议机关" in around.ahead:
        return True
    near = text[max(0, start - _REACH) : start] + around.heading
    return not any(each in near for each in _PUBLICITY)


_DOUBTS: tuple[Callable[[_Around], bool], ...] = (
    _is_scoped,
    _is_of_another_year,
    _is_of_part_of_a_year,
    _is_partial,
    _is_summed_up,
    _is_one_of_several,
    _is_planned,
    _is_increase,
    _is_of_something_else,
)
