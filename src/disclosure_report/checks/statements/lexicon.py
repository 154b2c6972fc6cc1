"""The words in which reports tell counts, each with a letter for what it is.

A clause is spelled in these letters, and only a clause of known words says anything: a channel, a kind of
applicant, the name of another organ or "同比" are not known. The longest word wins.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import NamedTuple


UNKNOWN, STOP = "?", "$"

_WORDS = {
    # when, who (W: others, or more than one), how
    "t": (
        "今年 本年 本年度 当年 全年 全年度 年度 一年 年内 年度内 一年来 以来 年底 年末 年初 内 "
        "报告期 报告期内 统计期 统计期内 统计期限内 期内 期间 截至 截止 截止到 截至到 自 从 至 起 "
        "止 底 末"
    ),
    "w": "镇政府 乡政府 镇人民政府 乡人民政府 街道办 街道办事处 管委会",
    "W": (
        "全境 各级 行政机关 各部门 各单位 各镇 各乡 各街道 政府办 政府办公室 政府办公厅 办公室 办公厅 "
        "府办 全系统 全镇 全乡 全局"
    ),
    "h": (
        "依法 依规 依法依规 按规定 按照规定 依照规定 按条例规定 按时 按期 按程序 按要求 及时 如期 "
        "规范 认真 妥善 严格 稳妥 全部 全数 均 都 已 已经 也 还 又 并 且 只 仅 目前 现 现已 "
        "在法定期限内 在规定期限内 在规定时限内 在法定时限内 在规定时间内 按法定时限 顺利 "
        "圆满 积极 高质量 高效 先后 实际 并且 按规定程序 依程序"
    ),
    "f": "其中 此外 另外 同时 首先 其次",
    "o": "工作 方面 情况 领域 在",
    # what is applied for
    "g": "政府 政务",
    "i": "信息",
    "p": "公开",
    "a": "申请",
    "d": "依申请",
    "s": "书 表 件 办件 事项 案件 案 业务 类 事件",
    "m": ("到 社会公众 公众 申请人 提出 提交 递交 要求 关于 任何 一件 一宗 一份 一例 1件 1宗 1起 一起"),
    "M": "各类 各种",
    "e": "的 了",
    # what is done with it
    "R": (
        "收到 受理 接收 接收到 接到 接受 收件 登记受理 接收受理 收到并受理 收到受理 收 收到并办理 收到并处理 "
        "收到并答复 受理并办理 受理并答复"
    ),
    "N": "新收 新收到 新增 新受理 新接收 新接到 新收件",
    "z": "办结 办复 办毕 办理完毕 办理完成 办理完结 完成办理 办理办结 答复办结 办理并办结",
    "k": "答复 回复 办理答复 办理并答复 答复处理 作出答复 答复完毕 完成答复",
    "j": "办理 处理",
    "c": (
        "结转 结转至 结转到 结转入 结转于 转结 转结至 转结到 顺延 顺延至 顺延到 转 转入 转至 转到 "
        "递延 递延至 延续 延续至 延续到 留转 转接至"
    ),
    "x": "下年 下年度 下一年 下一年度 下一个年度 次年 次年度 明年 明年度 翌年 来年",
    "b": "上年 上年度 上一年 上一年度 去年 去年度 上年底 上年末 前一年 前一年度",
    ">": "继续",
    "l": "剩余 其余 余 另有 另 尚有 还有 含 包括 加上 加 除 未办结",
    "r": "将 需 待 则 因未到期 未到期 正在办理",
    # how much
    "+": "共 共计 合计 总计 总共 一共 累计 共有",
    "#": "数 数量 量 总数 总量 总数量 件数",
    "=": "为 是 有 系 计 达 达到 共为 总计为 均为",
    "各": "各 各为 各有",
    "O": "零 ０",
    # disputes
    "q": (
        "因 由 由于 对 不服 涉及 涉 有关 相关 关于 针对 就 以 引起 引发 导致 产生 发生 出现 提起 "
        "提出 被 而 所 参加 参与 应诉 不予"
    ),
    "v": "复议 行政复议",
    "u": "诉讼 行政诉讼",
    # nothing of it
    "!": "未 暂未 尚未 从未 未曾 没",
    "~": "无 没有 未有",
    ",": "、",
    "&": "和 及 与 或 以及 或者",
}
_ORGANS = (
    "局 镇 乡 街道办事处 街道办 街道 街 办 办公室 委员会 委 厅 院 处 署 中心 单位 行政机关 机关 部门 "
    "所 站 园 会 馆 队"
)
_AREAS = "市 区 县 省 州 盟 旗"
_DATE = re.compile(
    r"(?:\d{4}|\d{2}|[一二][〇○零九][〇○零一二三四五六七八九]{2})年度?|\d{1,2}[月日]|\d{1,2}[.．、](?=\D)|0(?!\d)",
    re.ASCII,
)
_STOPS = frozenset("，,。.；;：:！!？?（）()\n")


class Spelled(NamedTuple):
    """A clause in letters, one for each of its words, and the words; the last letter is STOP or UNKNOWN."""

    letters: str
    words: tuple[str, ...]


def _entries() -> Iterator[tuple[str, str]]:
    for letter, words in _WORDS.items():
        yield from ((word, letter) for word in words.split())
    yield from ((whose + organ, "w") for whose, organ in product("我本", _ORGANS.split()))
    yield from ((whose + area, "W") for whose, area in product("全我本", _AREAS.split()))
    yield from (
        (area + rest, "W") for area in _AREAS.split() for rest in ("政府", "人民政府", "政府办", "直机关")
    )
    yield from ((number + "是", "f") for number in "一二三四五六七八九")
    yield from (("第" + number, "f") for number in "一二三四五六")
    citizens = product(("、", "和", "或", "及"), ("和", "或", "或者", "及", "与", "、", "以及"), "他它")
    yield from ((f"公民{one}法人{two}其{three}组织", "m") for one, two, three in citizens)


@cache
def _lexicon() -> tuple[dict[str, str], dict[str, tuple[int, ...]]]:
    """Words with their letters; for each first character the lengths of its words, the longest first."""
    entries = dict(_entries())
    lengths: dict[str, set[int]] = {}
    for word in entries:
        lengths.setdefault(word[0], set()).add(len(word))
    return entries, {first: tuple(sorted(each, reverse=True)) for first, each in lengths.items()}


def spelled(text: str) -> Spelled:
    """A clause in letters, up to its end or to the first word that is not known.

    >>> spelled("2023年我局共收到申请，")
    Spelled(letters='yw+Ra$', words=('2023年', '我局', '共', '收到', '申请'))
    >>> spelled("我局网上收到")
    Spelled(letters='w?', words=('我局',))
    """
    entries, lengths = _lexicon()
    letters: list[str] = []
    words: list[str] = []
    at, stop = 0, len(text)
    while at < stop:
        for length in lengths.get(text[at], ()):
            word = text[at : at + length]
            letter = entries.get(word)
            if letter:
                break
        else:
            date = _DATE.match(text, at)
            if not date:
                return Spelled("".join(letters) + (STOP if text[at] in _STOPS else UNKNOWN), tuple(words))
            word = date.group()
            letter = _letter_of_date(word)
        letters.append(letter)
        words.append(word)
        at += len(word)
    return Spelled("".join(letters) + STOP, tuple(words))


def _letter_of_date(word: str) -> str:
    """The letter of a year (y), of the number of an item (f), of nought (O), of the rest of a date (t)."""
    if "年" in word:
        return "y"
    return {"月": "t", "日": "t", "0": "O"}.get(word[-1], "f")
