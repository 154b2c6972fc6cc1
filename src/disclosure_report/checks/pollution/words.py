"""The words of advertisements by what they do there, and the Latin words of offices.

No single word of these tables makes an advertisement, except a few names that nothing else has: `advertising`
says which have to stand together.
"""

from itertools import product


def _words(words: str) -> list[str]:
    return words.split()


def _joined(*columns: str) -> list[str]:
    """Each word of a column with each of the next."""
    return ["".join(parts) for parts in product(*(column.split() for column in columns))]


# Names of gambling sites that no place, office or programme has.
SURE = [
    *_words("卡卡湾 新葡京 华体会 永利皇宫"),
    *_joined("乐鱼 亚博 伟德 开云 皇冠 万博 沙巴 九游 天博 雷速", "体育"),
    *_joined("威尼斯人 葡京", "娱乐 娱乐城 官网 国际"),
    *_joined("澳门 澳門 澳门特区", "赌场 賭場 博彩 博彩业 博彩業 六合彩"),
]
# Names of them that are everyday words or names of places, too, if nothing of a site stands behind.
NAMES = [
    *_words("葡京 威尼斯人 新濠天地 伟德 德赢 必赢 乐鱼 凯发 雷速 亚博 立博 天博"),
    *_joined("澳门", "金沙 银河 永利 葡京"),
    *_joined(
        "永利 金沙 太阳城 银河 皇冠 星空 半岛 龙八 米乐 爱游戏 九游 开云 万博",
        "国际 娱乐 官网 官方 平台 app APP",
    ),
    *_joined("开云 万博 九游", "(中国) （中国） ky kaiyun KY manbetx 会"),
]
# What is done or played for money: official texts say it of others, and against it.
STRONG = _words(
    """
    投注 下注 博彩 博彩业 赌场 赌球 百家乐 老虎机 娱乐城 时时彩 六合彩 北京赛车 真人荷官 真人视讯 现金网
    彩金 首存 返水 斗地主 炸金花 德州扑克 电子游艺 盘口 买球 网投 賭場 娛樂城 博彩業 足球比分 足球比分网
    即时比分 即时比分网
    """
)
# What such sites are about: each is an everyday word, too.
GAME = _words("体育 娱乐 棋牌 彩票 电竞 真人 视讯 贵宾会 贵宾厅")
FIELD = _words("国际 游戏 足球 竞技 赛事 直播 在线 线上 网上 手机")
# What asks a reader to come: an official text says these one or two at a time.
LURE = _words(
    """
    官网 官方 网址 入口 首页 注册 登录 登陆 登入 下载 安装 手机版 网页版 客户端 安卓 安卓版 苹果 苹果版
    最新 最新版 开户 充值 提现 代理 信誉 首选 唯一
    """
)
WEB = _words(
    """
    网站 平台 版本 资讯 送 客服 推荐 推薦 优惠 中国 亚洲 集团 有限公司 (中国) （中国） (官方) （官方） (集团)
    """
)
INDECENT = [
    *_words(
        """
        无码 有码 三级片 色情 人妻 熟女 乱伦 裸聊 约炮 援交 一夜情 做爱 巨乳 一区二区三区 毛片 伊人网
        伊人久久
        """
    ),
    *_joined("国产 亚洲 欧美 日韩 成人", "av AV 无码 偷拍"),
    *_joined("国产 亚洲 欧美 日韩", "精品"),
    *_joined("成人", "电影 视频 网站 小说 影院 免费 片"),
    *_joined("黄色", "视频 网站 电影 小说 大片"),
    *_joined("久久", "精品 爱 热 草"),
]
WATCHED = _words(
    """
    免费 观看 视频 电影 影院 高清 完整 完整版 大全 播放 影视 欧美 日韩 国产 成人 精品 一区 二区 三区
    资源 小说 激情 自拍 偷拍 丝袜 少妇 性感 美腿 中文字幕 久久 专区 伊人 综合 图片
    """
)
KINDS = {
    "watched": WATCHED,
    "field": FIELD,
    "web": WEB,
    "lure": LURE,
    "game": GAME,
    "indecent": INDECENT,
    "strong": STRONG,
    "name": NAMES,
    "sure": SURE,
}
# What stands in the brackets of a bait; 【下载Word】 is a button.
BAIT = _words(
    """
    官方 官网 授权 牌照 网址 入口 登录 登陆 注册 app APP 最新 推荐 信誉 首选 送 娱乐 体育 投注 彩 .com
    .cc .net .vip
    """
)
# Without a foreign Latin word, an advertisement has one of these.
CUES = [
    *(
        word
        for kind in ("sure", "name", "strong", "indecent", "game")
        for word in KINDS[kind]
        if word != "体育"
    ),
    *_joined("0 1 2 3 4 5 6 7 8 9", "体育"),
    *_joined("】 ] ) ）", "@"),
    *_joined("- — – _ |", "【"),
    "】 @",
]
# Who speaks against all this names it; and lotteries that the state runs.
AGAINST = _words(
    """
    打击 查处 查获 整治 严禁 取缔 防范 抵制 涉赌 涉黄 反诈 诈骗 扫黄 篡改 劫持 植入 挂马 暗链 黑链 赌博
    违法 犯罪 体彩 福彩 福利彩票 体育彩票 彩票发行
    """
)
# An organ's own words, in front of which no foreign name stands.
ORGAN = _words("人民政府 政府信息公开 政务公开工作 依申请公开 办事处 党工委 党委、")
# What stands beside figures in official texts: MP4, IPv6, ISO9001, 12333APP.
WITH_FIGURES = frozenset(
    _words("MP IPV WIN ISO GB DB PM COVID CO VOC QQ APP CCTV SUV ICP HTTP BS CS WEB TD LTE")
)
# Latin words without figures that official texts use.
OFFICIAL = frozenset(
    _words(
        """
        APP WPS PDF OFD WORD EXCEL PPT DOC DOCX XLS XLSX TXT CSV XML JSON HTML ZIP RAR JPG JPEG PNG GIF
        MP OA LED LCD VR AR AI QQ IP IT CA GIS ETC PPP EPC KTV CCTV IPTV VIP GDP GB DB ISO ICP CMS ERP
        SQL CPU USB WIFI WLAN URL HTTP HTTPS WWW SSL IPV API ID PC TV EMAIL MAIL WECHAT WEIBO SCI EMS
        FAX TEL ISBN CN GOV COM NGO WTO BRT CT DNA PM COD VOC VOCS POS ATM SMS CBD SUV RCEP LPG LNG
        HPV ICU CEO BIM RPA LOGO COVID NET ORG CBA NBA TOD IOS ANDROID WEB WINDOWS WIN IE OFFICE OCR XX
        XXX XXXX
        """
    )
)
