"""Advertisements of invented brands, in every way in which they get into an official text."""

from hypothesis import strategies as st


_SYLLABLES = (
    "ba be bo du fa fi ga ge ho ju ka ke lo lu ma mi na no pe qi ra ri so ta ti vo wa xe yo zu".split()
)
_HAN = "恒泰鼎盛旺豪丰瑞盈汇聚宏昌祥悦"
_END = "com cc vip net top".split()
_BAITS = "诚信为本 实力品牌 极速到账 新人有礼 全网最稳 老平台值得信赖 点击进入 千万玩家之选".split()
_LURES = """
    体育官网 体育在线 娱乐平台登录 棋牌下载安装 电竞官方网站 真人娱乐首页 彩票手机版 体育app官方下载
    国际娱乐注册 体育投注平台 娱乐网址 棋牌游戏大厅 直播在线官网 体育赛事直播入口
""".split()
_WEB = "官网 官方下载 APP下载 最新网址 登录入口 体育 棋牌 手机版登录 注册送38".split()
_INDECENT = """
    高清无码在线 国产精品一区 成人影院免费 亚洲精品专区 日韩av在线播放 三级片大全 黄色视频下载 人妻熟女
    欧美激情 久久精品视频 裸聊直播
""".split()
_MONEY = "线上投注 真人百家乐 棋牌游戏 体育竞猜 彩票开户 电竞下注 老虎机 娱乐城官网 手机博彩 网上赌场".split()
_ORGANS = "人民政府 政府信息公开 依申请公开 办事处".split()

_latin = st.lists(st.sampled_from(_SYLLABLES), min_size=2, max_size=3).map("".join)
_cased = st.one_of(_latin, _latin.map(str.capitalize))
_han = st.text(_HAN, min_size=2, max_size=3)
_figures = st.sampled_from("88 168 365 666 99 918 58".split())
_coined = st.builds(str.__add__, st.sampled_from(_SYLLABLES).map(str.upper), _figures)
_domain = st.builds("{}{}.{}".format, st.sampled_from(_SYLLABLES), _figures, st.sampled_from(_END))


def _glued(*parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.tuples(*parts).map("".join)


def _line(words: list[str], separators: str) -> st.SearchStrategy[str]:
    chosen = st.lists(st.sampled_from(words), min_size=3, max_size=6, unique=True)
    return st.builds(str.join, st.sampled_from(separators), chosen)


_maybe = st.sampled_from(("", "体育", "娱乐", "国际", "棋牌"))
_bait = st.sampled_from(_BAITS).map("【{}】@".format)
_sign = st.sampled_from(("-", "", "—"))
# What is put into a sentence, by the kind.
IN_A_SENTENCE = {
    "bait of a Latin brand": _glued(_cased, _maybe, _sign, _bait),
    "bait of a brand with figures": _glued(_figures, _maybe, _sign, _bait),
    "bait of a Chinese brand": _glued(_han, _maybe, _sign, _bait),
    "Latin brand and lures": _glued(_cased, st.sampled_from(_LURES)),
    "Chinese and Latin brand and lures": _glued(_han, _cased, st.sampled_from(_LURES)),
    "coined brand and a lure": _glued(_coined, st.sampled_from(_WEB)),
    "figures and lures": _glued(_figures, st.sampled_from(_LURES[:4])),
    "domain and lures": _glued(_domain, st.sampled_from(("登录注册", "体育", "官网入口", "棋牌"))),
    "gambling words": _glued(_han, st.sampled_from(("投注平台", "老虎机网站", "博彩官网", "百家乐app下载"))),
}
# What stands where the organ's name should be, glued to its words.
FOR_AN_ORGAN = {
    "Latin brand for a name": _glued(_cased, st.sampled_from(_ORGANS)),
    "domain for a name": _glued(_domain, st.sampled_from(_ORGANS)),
}
# What is a paragraph of its own.
LINES = {
    "keywords": _line(_MONEY, "_|,-"),
    "indecent keywords": _line(_INDECENT, "_|,-"),
}


def injected(kind: str, sentence: str, place: int, advertisement: str) -> tuple[str, int]:
    """The sentence with the advertisement in it, and where it begins."""
    if kind in LINES:
        return advertisement, 0
    at = place % (len(sentence) + 1)
    return sentence[:at] + advertisement + sentence[at:], at


KINDS = IN_A_SENTENCE | FOR_AN_ORGAN | LINES
