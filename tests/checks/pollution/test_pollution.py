"""Each kind of pollution is found with its exact span, and what only looks like it is left alone."""

import pytest

import disclosure_report as dr
from disclosure_report.checks.pollution.detect import pieces
from disclosure_report.checks.pollution.rules import POLLUTION_RULES
from disclosure_report.model.findings import Finding


def _found(text: str) -> list[tuple[str, str]]:
    return [(piece.rule.code, text[piece.start : piece.end]) for piece in pieces(text)]


def _findings(text: str) -> list[Finding]:
    report = dr.Report.blank("青溪镇", 2021).replace(overview=dr.Prose.from_text(text))
    return list(dr.check(report, select=["X"]))


ADVERTISEMENTS = [
    ("落实县政府88体育投注-【官方授权】@的部署", "88体育投注-【官方授权】@"),
    ("168体育-【实力品牌】@", "168体育-【实力品牌】@"),
    ("恒鼎体育-【点击进入】@", "恒鼎体育-【点击进入】@"),
    ("青溪县德赢QWIN各项工作", "德赢QWIN"),
    ("收到和处理老虎机平台申请情况", "老虎机平台"),
    ("全年共收到澳门威尼斯人官网：建议6条", "威尼斯人官网"),
    ("书记伟德app主持召开会议", "伟德app"),
    ("雷速体育同志", "雷速体育"),
    ("qingxi-bet.com县信息公开工作", "qingxi-bet.com"),
    ("按照qx88.net镇的部署", "qx88.net"),
    ("做好老虎机申请工作", "老虎机"),
    ("收到和处理娱乐城申请情况", "娱乐城"),
    ("卡卡湾镇长讲话", "卡卡湾"),
    ("青溪县vexo体育官网精神", "vexo体育官网"),
    ("青溪县kf88.com人民政府", "kf88.com"),
    ("青溪县zuvo政府信息公开", "zuvo"),
    ("开云(中国)体育官方下载主动公开", "开云(中国)体育官方下载"),
    ("国产精品一区_无码av在线_成人电影免费观看", "国产精品一区_无码av在线_成人电影免费观看"),
    ("真人百家乐,体育投注,棋牌官网", "真人百家乐,体育投注,棋牌官网"),
    ("现将澳门特区赌场,澳门博彩业网址交通局报告公布", "澳门特区赌场,澳门博彩业网址"),
]


@pytest.mark.parametrize(("text", "advertisement"), ADVERTISEMENTS)
def test_an_advertisement_is_found_with_its_span(text: str, advertisement: str) -> None:
    assert _found(text) == [("X101", advertisement)]


OTHERS = [
    ("公开\u200b信息", [("X102", "\u200b")]),
    (
        "公\u202e开\ufeff\u200d信\xad息\ue123",
        [*(("X102", each) for each in ("\u202e", "\ufeff\u200d", "\xad")), ("X107", "\ue123")],
    ),
    ("神\U000e0100社\ufe0f", [("X102", "\U000e0100"), ("X102", "\ufe0f")]),
    ("本年制發(fā)件數(shù)", [("X103", "(fā)"), ("X103", "(shù)")]),
    ("年度報(bào)告", [("X103", "(bào)")]),
    ("文(wen)章(zhang)來(lai)源", [("X103", "(wen)"), ("X103", "(zhang)"), ("X103", "(lai)")]),
    ("標題{{ title }}和${x}及{year}", [("X104", "{{ title }}"), ("X104", "${x}"), ("X104", "{year}")]),
    ("XX镇××年公开____条", [("X104", "XX"), ("X104", "××"), ("X104", "____")]),
    ("X年X月X日", [("X104", "X")] * 3),
    ("情况如下（此处填写工作情况）。", [("X104", "（此处填写工作情况）")]),
    ("公开情况（待补充）", [("X104", "（待补充）")]),
    ("公开&nbsp;信息&#160;-->", [("X104", "&nbsp;"), ("X104", "&#160;"), ("X104", "-->")]),
    ("公开<br />信息</p>", [("X104", "<br />"), ("X104", "</p>")]),
    ("字体:[大 中 小]", [("X105", "字体:[大 中 小]")]),
    ("公开信息12条。字体：[ ]", [("X105", "字体：[ ]")]),
    ("公开信息。【打印】【关闭】", [("X105", "【打印】【关闭】")]),
    ("分享到：微信 微博", [("X105", "分享到：微信 微博")]),
    ("当前位置：首页 > 政务公开 > 年报", [("X105", "当前位置：首页 > 政务公开 > 年报")]),
    ("打印", [("X105", "打印")]),
    ("— 4 —", [("X105", "— 4 —")]),
    ("第3页 共12页", [("X105", "第3页 共12页")]),
    ("上一篇：青溪镇2020年年报", [("X105", "上一篇：青溪镇2020年年报")]),
    ("来源: 青溪镇 发布时间:2022-01-18", [("X105", "来源: 青溪镇 发布时间:2022-01-18")]),
    ("锟斤拷锟斤拷", [("X106", "锟斤拷锟斤拷")]),
    ("公开\ufffd\ufffd信息", [("X106", "\ufffd\ufffd")]),
]


@pytest.mark.parametrize(("text", "expected"), OTHERS, ids=[text for text, _ in OTHERS])
def test_every_other_kind_is_found_with_its_span(text: str, expected: list[tuple[str, str]]) -> None:
    assert _found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "操作☎️和✔️各1个，👨‍👩‍👧",
        "点击【下载Word】保存",
        "公开鲊（zhǎ）埠的信息",
        "数据(data)和表格(pdf)、图形(svg)、文本(txt)",
        "“XX发布”公众号",
        "在“XX镇”一栏登记",
        "（请填写《申请表》）",
        "3×5件",
        "公开方式：主动公开",
        "打印、复印设备",
        "濮阳、淇县、涞水、渌口、瑀、璟",
        "温度25℃·湿度50%……",
        "··············4",
    ],
)
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert _found(text) == []


def test_a_sentence_against_gambling_may_name_it() -> None:
    assert _found("打击“vexo体育投注官网”等网络赌博平台") == []
    assert _found("在vexo体育投注官网公开") == [("X101", "vexo体育投注官网")]


def test_a_finding_has_path_span_sentence_and_place() -> None:
    page = "青溪镇2021年政府信息公开工作年度报告\n一、总体情况\n区政府88体育投注-【官方授权】@的部署。\n"
    [finding] = dr.check(dr.read(page.encode(), "text"), select=["X"])
    assert finding.paths == ("overview[0]",)
    assert finding.span == (3, 17)
    assert finding.place
    assert finding.place.line == 3
    assert finding.text() == "疑似植入的广告：“88体育投注-【官方授权】@”"
    assert finding.text("en") == "looks like injected advertising: 88体育投注-【官方授权】@"


def test_title_and_agency_are_looked_at() -> None:
    report = dr.Report.blank("青溪镇\u200b人民政府", 2021).replace(title="88体育投注-【官方】@青溪镇年度报告")
    assert [(f.code, f.paths) for f in dr.check(report, select=["X"])] == [
        ("X102", ("agency",)),
        ("X101", ("title",)),
    ]


def test_a_long_piece_is_shortened_and_an_unseen_one_has_its_number() -> None:
    assert _findings("{{ " + "x" * 50 + " }}")[0].text().endswith("xxx…”")
    assert _findings("公\u200b\u200b\ufeff开")[0].text().endswith("有3个看不见的字符：U+200B U+FEFF")


def test_every_rule_is_found_by_one_of_the_cases() -> None:
    found = {code for text, _ in [*ADVERTISEMENTS, *OTHERS] for code, _ in _found(text)}
    assert found == {rule.code for rule in POLLUTION_RULES}
