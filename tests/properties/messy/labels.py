"""Mess in the words of the form: blanks, breaks, other characters, notes, and wordings seen in reports."""

from collections.abc import Callable

from .page import BREAK, SEAM, SPLIT, Cell, Dice, Line, Page


BLANKS = (" ", "  ", "\xa0", "\u3000", "\n  ")
BREAKS = (BREAK, SPLIT)
HALF_WIDTH = str.maketrans("（），：；“”／．", '(),:;""/.')
_PAIRS = (
    "总總体體况況动動开開处處务務复復诉訴讼訟问問题題进進报報项項规規范範数數现現废廢许許决決强強费費单單业業额額时時议議产產与與认認请請类類机機构構"
    "统統计計续續继繼结結转轉维維纠糾审審织織级級属屬国國关關无無个個为為执執权權护護对對发發办辦购購须須组組举舉访訪询詢过過条條没沒确確稳穩内內获獲补補从從门門"
)
TRADITIONAL = str.maketrans(_PAIRS[::2], _PAIRS[1::2])
READINGS = {
    "發": "fā",
    "數": "shù",
    "業": "yè",
    "動": "dòng",
    "報": "bào",
    "現": "xiàn",
    "規": "guī",
    "無": "wú",
}
NOTES = ("（历史累计）", "（含上年度结转）", "(指上一年底数量)", "（不含代收）", "(含委托、授权事项)")
# Wordings of the catalogue, for the form's own.
OTHER_WORDS = (
    ("商业企业", "商业 企业"),
    ("科研机构", "科研企业"),
    ("2.其他法律行政法规禁止公开", "2.其他法律行政止公开"),
    ("行政规范性文件", "规范性文件"),
    ("规范性文件", "规范性档案"),
    ("现行有效件数", "现行有效件"),
    ("采购项目数量", "采购项目数"),
    ("本年增/减", "本年增\\减"),
    ("本年增/减", "本年增/"),
    ("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "（二）部分公开"),
    ("（六）其他处理", "（六）其他"),
    ("本年收费金额（单位：万元）", "本年收费金额(万元)"),
    ("采购总金额", "采购总金额(元)"),
)
CUT_HEADS = {"本年新制作数量": "本年新", "本年新公开数量": "本年新"}
_TITLE_WORDS = "政府信息公开"


def _said(page: Page) -> list[Cell | Line]:
    """Labels of the tables and headings of the parts."""
    return [*page.labels(), *page.lines("heading")]


def _inserted(words: str, spots: list[int], what: Callable[[], str]) -> str:
    for spot in spots:
        words = words[:spot] + what() + words[spot:]
    return words


def blanks_inside(page: Page, dice: Dice) -> None:
    """Blanks between the characters of a label."""
    for each in dice.some(_said(page)):
        each.words = _inserted(each.words, dice.spots(each.words, 2), lambda: dice.one(BLANKS))


def blanks_around(page: Page, dice: Dice) -> None:
    """Blanks before and behind a label, up to thirty of them."""
    for each in dice.some(_said(page)):
        before, behind = (dice.one(BLANKS) * dice.number(0, 15) for _ in range(2))
        each.words = before + each.words + behind


def breaks_inside(page: Page, dice: Dice) -> None:
    """A label broken over lines or paragraphs of its cell, some into single characters."""
    for cell in dice.some(page.labels()):
        most = dice.one((1, 2, len(cell.words)))
        cell.words = _inserted(cell.words, dice.spots(cell.words, most), lambda: dice.one(BREAKS))


def torn_words(page: Page, dice: Dice) -> None:
    """Words, labels and numbers over several spans."""
    for each in dice.some([*_said(page), *page.values(), *page.lines("title", "prose")]):
        each.words = _inserted(each.words, dice.spots(each.words, 3), lambda: SEAM)


def half_width(page: Page, dice: Dice) -> None:
    """Brackets, colons and commas of half width."""
    for each in dice.some(_said(page)):
        each.words = each.words.translate(HALF_WIDTH)


def traditional(page: Page, dice: Dice) -> None:
    """Traditional characters in the form's own words."""
    for each in _said(page):
        each.words = each.words.translate(TRADITIONAL)
    for line in page.lines("title"):
        place = line.words.find(_TITLE_WORDS)
        line.words = line.words[:place] + line.words[place:].translate(TRADITIONAL)


def readings(page: Page, dice: Dice) -> None:
    """Traditional characters with their readings in brackets behind them."""
    traditional(page, dice)
    for each in dice.some([*_said(page), *page.lines("title")]):
        for character in dice.some(list(READINGS)):
            each.words = each.words.replace(character, f"{character}({READINGS[character]})")


def notes(page: Page, dice: Dice) -> None:
    """A note of the page's own in brackets behind a label."""
    plain = [cell for cell in page.labels() if cell.role in {"label", "head"} and cell.words[-1] not in "）)"]
    for cell in dice.some([cell for cell in plain if cell.words not in CUT_HEADS.values()]):
        cell.words += dice.one(NOTES)


def other_words(page: Page, dice: Dice) -> None:
    """A label in words that reports use for the form's."""
    known = {words for words, _ in OTHER_WORDS}
    for cell in dice.some([cell for cell in page.labels() if cell.words in known]):
        cell.words = dice.one([other for words, other in OTHER_WORDS if words == cell.words])


def cut_heads(page: Page, dice: Dice) -> None:
    """Heads that lost what stood behind their line break: two are equal, and stand in the form's order."""
    heads = [cell for cell in page.labels() if cell.words in CUT_HEADS]
    if [cell.words for cell in sorted(heads, key=lambda cell: cell.column)] == list(CUT_HEADS):
        for cell in heads:
            cell.words = CUT_HEADS[cell.words]


def lost_points(page: Page, dice: Dice) -> None:
    """The point behind the number of a label is lost, or another."""
    for cell in dice.some([cell for cell in page.labels() if cell.words[1:2] == "."]):
        cell.words = cell.words[0] + dice.one(("．", "、", " ", ". ")) + cell.words[2:]
