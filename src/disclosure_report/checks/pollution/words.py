"""The words of advertisements by what they do there, and the Latin words of offices.

No single word of these tables makes an advertisement, except a few names that nothing else has: `advertising`
says which have to stand together. Each entry is a regular expression; blanks divide them.
"""


def _one_of(entries: str) -> str:
    return "|".join(entries.split())


# Names of gambling sites that no place, office or programme has.
SURE = _one_of(
    """
    卡卡湾 新葡京 葡京(?:国际|娱乐) 华体会 雷速体育 威尼斯人(?:娱乐|官网) 永利皇宫
    (?:乐鱼|亚博|伟德|开云|皇冠|万博|沙巴|九游|天博)体育
    """
)
# Names of them that are everyday words or names of places, too.
NAMES = _one_of(
    """
    葡京 威尼斯人(?!嘉年华) 新濠天地 澳门(?:金沙|银河|永利|葡京) 伟德 德赢 必赢 乐鱼 凯发 雷速

    (?:永利|金沙|太阳城|银河|皇冠|星空|半岛|龙八|米乐|爱游戏|九游)(?=博|国际|娱乐|体育|足球|现金|网投|官|平台|会|[Aa][Pp])
    (?:开云|[万亚天立]博)(?=体育|娱乐|国际|官|平台|[A-Za-z]|[(（]中)
    """
)
# What is done or played for money: official texts say it of others, and against it.
STRONG = _one_of(
    """
    投注 下注 博彩 赌场 赌球 百家乐 老虎机 娱乐城 时时彩 六合彩 北京赛车 真人荷官 真人视讯 现金网 彩金
    首存 返水
    斗地主 炸金花 德州扑克 电子游艺 盘口 买球 网投
    """
)
# What such sites are about: each is an everyday word, too.
GAME = _one_of("体育 娱乐 棋牌 彩票 电竞 真人 视讯 贵宾会 贵宾厅")
FIELD = _one_of("国际 游戏 足球 竞技 赛事 直播 在线 线上 网上 手机")
# What asks a reader to come: an official text says these one or two at a time.
LURE = _one_of(
    r"""
    官网 官方 网址 入口 首页 注册 登[录陆入] 下载 安装 手机版 网页版 客户端 安卓版? 苹果版?
    (?<![A-Za-z])(?:APP|App|app)(?![A-Za-z]) 最新版? 开户 充值 提现 代理 信誉 首选 唯一 送\d{1,6}
    """
)
WEB = _one_of("网站 平台 版本 客服 推荐 优惠 中国 亚洲 集团 有限公司 [(（](?:中国|官方|集团|亚洲|国际)[)）]")
# What stands in the brackets of a bait; 【下载Word】 is a button.
BAIT = _one_of(
    r"""
    官方 官网 授权 牌照 网址 入口 登[录陆] 注册 app APP 最新 推荐 信誉 首选 送 娱乐 体育 投注 彩
    \.(?:com|cc|net|vip)
    """
)
INDECENT = _one_of(
    """
    无码 有码 国产精品 亚洲精品 国产(?:av|AV|偷拍|视频) 日韩(?:av|AV|无码|精品|欧美)
    欧美(?:av|AV|日韩|激情|大片|精品)
    成人(?:电影|视频|网站|小说|影院|免费|av|AV|片) 黄色(?:视频|网站|电影|小说|大片) 三级片 色情 人妻
    熟女 乱伦 裸聊
    约炮 援交 一夜情 做爱 巨乳 一区二区三区 久久(?:精品|爱|热|草) 伊人(?:网|久久) 毛片
    (?<![A-Za-z])(?:av|AV|xxx|XXX|porn|sex)(?![A-Za-z])
    """
)
WATCHED = _one_of(
    """
    免费 观看 视频 电影 影院 高清 完整版? 大全 播放 影视 欧美 日韩 国产 成人 精品 [一二三]区 资源 小说
    激情 自拍 偷拍
    丝袜 少妇 性感 美腿 中文字幕 久久 专区 伊人 综合 图片
    """
)
# Who speaks against all this names it; and lotteries that the state runs.
AGAINST = _one_of(
    """
    打击 查处 查获 整治 严禁 取缔 防范 抵制 涉赌 涉黄 反诈 诈骗 扫黄 篡改 劫持 植入 挂马 暗链 黑链 赌博
    违法 犯罪
    体彩 福彩 福利彩票 体育彩票 彩票发行
    """
)
# An organ's own words, in front of which no foreign name stands.
ORGAN = _one_of("人民政府 政府信息公开 政务公开工作 依申请公开 办事处 党工委 党委、")
# Latin words, without figures behind them, that official texts use.
_OFFICIAL = """
    APP WPS PDF OFD WORD EXCEL PPT DOC DOCX XLS XLSX TXT CSV XML JSON HTML ZIP RAR JPG JPEG PNG GIF MP
    OA LED LCD VR AR
    AI QQ IP IT CA GIS ETC PPP EPC KTV CCTV IPTV VIP GDP GB DB ISO ICP CMS ERP SQL CPU USB WIFI FI WLAN
    URL HTTP HTTPS
    WWW SSL IPV API ID PC TV EMAIL MAIL WECHAT WEIBO SCI EMS FAX TEL NO ISBN CN GOV COM NGO WTO BRT CT
    DNA PM COD VOC
    VOCS POS ATM SMS CBD SUV RCEP LPG LNG HPV ICU CEO BIM RPA LOGO COVID NET ORG CBA NBA TOD IOS ANDROID
    WEB WINDOWS
    WIN IE OFFICE OCR XX XXX XXXX
"""
OFFICIAL = frozenset(_OFFICIAL.split())
