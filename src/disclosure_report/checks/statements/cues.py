"""Words around a statement by which it may be of something else than what the tables count."""

import re
from functools import cache


_WIDE = r"全境|[全我][市区县省州盟旗国]|全[镇乡系]|本[市区县省]|各(?:级|部门|镇|乡|街|县|区|市|单位)"
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
    "whole year": (
        r"(?<!\d)1月(?:1日)?起?[至到\-—～~]+(?:\d{4}年)?12月(?:31日|底|末)?|12月(?:31日|底|末)"
        r"|(?<!\d)1月1日[起以]"
    ),
    "month": r"\d月",
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
    # Received or accepted: something that is neither "申请" alone nor about disclosure.
    "other intake": (
        r"(?:受理|收到|接到|接收)"
        r"(?![了的共计合：:]{0,3}[\d零一二三四五六七八九十百两]|[^，。；]{0,14}公开|的?申请|[后量数、，。；）)]|并)"
    ),
    "bracket": r"[（(][^（）()]{0,80}[）)]",
    "clause": r"[^，,。；;：:！!？?（）()]{0,20}",
}


@cache
def pattern(name: str) -> re.Pattern[str]:
    """The pattern of a kind of words, compiled at first use."""
    return re.compile(_PATTERNS[name])


def has(name: str, text: str) -> bool:
    """Whether a text has such words.

    >>> has("scope", "各镇收到"), has("scope", "我局收到")
    (True, False)
    """
    return bool(text) and bool(pattern(name).search(text))
