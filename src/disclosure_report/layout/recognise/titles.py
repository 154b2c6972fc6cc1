"""The title: whether a line is one, and the agency and year that it names, in any order of its words."""

import re
from collections import Counter

from attrs import evolve, frozen

from disclosure_report.blocks import UNWRITABLE
from disclosure_report.checks.dates import YEAR, year_of
from disclosure_report.layout.recognise.folding import SIMPLER, unread
from disclosure_report.model.report import FIRST_YEAR


_BY_YEAR = rf"[（(]?(?:{YEAR})年?度?[）)]?"
# What the report is about; then only words of its kind, in any order: "工作年度报告", "年报", "工作告年度报".
_TITLE = re.compile(
    rf"(?P<before>.*?)(?:政府)?(?:政务)?(?:信息|政务)公开(?P<inner>{_BY_YEAR})?"
    rf"(?P<kind>[工作年度报告情况总结的]{{2,14}})(?P<after>{_BY_YEAR})?"
)
_KIND = Counter("工作年度报告工作情况的")
_IN_YEARS = re.compile(_BY_YEAR)
_JUST_A_YEAR = re.compile(rf"[（(](?:{YEAR})年?度?[）)]|(?:{YEAR})年度")  # a bare year is a menu's
_SPACE = re.compile(r"\s+")
_WRAPPING = re.compile(
    r"^#+|^[《【](?!.*[》】].)|[》】]$|^[【\[（(][^】\]）)]{1,6}[】\]）)]|[（(][公修订全文示开版转载]{2,3}[)）]$"
)
_PREFIX = re.compile(
    r"^(?:(?:标\s?题|名\s?称|信息名称|文件名称)\s?[:：]|附件\s?\d{0,2}\s?[:：]?|\d{1,2}[.、](?!\d))\s*"
)
_SITE = re.compile(r"\s?[-_|—]+[^-_|—]*$")  # the name of the site behind a title
_ABOUT = re.compile(r"^关于|关于$|的$")
# What no name of an organ holds: then the line is a path, a list or a sentence.
_NO_NAME = re.compile(
    r"[/\\:：>＞=<|_，。；、！？,;!?\d【】\[\]]|目录|统计(?!局|调查|所|站)|附件|查看|首页|位置|转载|最新"
)
_NOBODY = re.compile(r"(?:[本我各全][一-龥]{1,3})?")  # "本机关", "我局", "全市"
_ORGAN = re.compile(
    r"(?!.*(?:公开|网站|主站|导航|大厅|专区|专栏|首页|返回|位置))[\u3400-\u9fff（()）]{2,40}"
    r"(?:省|市|县|区|旗|州|盟|镇|乡|街道|苏木|局|厅|委|委员会|办公室|办事处|政府|中心|院|所|队|总队|支队|署|管委会)"
)
_LONGEST = 80
BOTH = 3  # the rank of a title that names organ and year
MOST_LINES = 5_000  # that are looked at; no page has so many before its report
_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")


def one_line(text: str) -> str:
    """A title as one line: it may be broken where it was too long for the page.

    >>> one_line("悦来镇\\n2021年政府信息公开工作年度报告")
    '悦来镇2021年政府信息公开工作年度报告'
    """
    return "".join(UNWRITABLE.sub("", text).splitlines())


@frozen
class Title:
    """A line that is a title."""

    text: str
    agency: str | None
    year: int | None

    @property
    def rank(self) -> int:
        """How much it names."""
        return 2 * (self.year is not None) + (self.agency is not None)


def title_of(text: str) -> Title | None:
    """The title that a line is, or None where it names neither an organ nor a year.

    >>> title_of("2021年 悦来镇政府信息公开工作年度报告")
    Title(text='2021年 悦来镇政府信息公开工作年度报告', agency='悦来镇', year=2021)
    >>> title_of("悦来镇政府信息公开工作年度报告（二○二一年度）").year
    2021
    >>> title_of("首页>悦来镇2021年政府信息公开工作年度报告") is None
    True
    """
    title = words_of_title(text)
    return title if title and title.rank else None


def may_be_title(text: str) -> bool:
    """Whether a line is short enough for a title, and says that it is about a report."""
    return len(text) <= _LONGEST and ("报" in text or "報" in text)


def words_of_title(text: str) -> Title | None:
    """A line that has the words of a title, whether it names anything or not."""
    if not may_be_title(text):
        return None
    text = one_line(text)
    words = _PREFIX.sub("", _WRAPPING.sub("", text.strip()).strip()).strip()
    return _read(words) or (_read(_SITE.sub("", words)) if _SITE.search(words) else None)


def _read(words: str) -> Title | None:
    plain = _SPACE.sub("", unread(words)).translate(_WIDTH)
    # Matched in simplified characters, one for each, so that the name is cut from the page's own.
    match = _TITLE.fullmatch(plain.translate(SIMPLER))
    if match is None or not _is_kind(match["kind"]):
        return None
    name = plain[: match.end("before")]
    if name.endswith("人民"):  # "人民政府信息公开": the word belongs to the organ
        name += "政府"
    years = [*_IN_YEARS.findall(match["before"]), *filter(None, (match["inner"], match["after"]))]
    agency = _ABOUT.sub("", _ABOUT.sub("", _IN_YEARS.sub("", name)))
    known = {year_of(year) for year in years}
    if len(known) > 1 or _NO_NAME.search(agency):
        return None
    year = next(iter(known), None)
    return Title(
        words, None if _NOBODY.fullmatch(agency) else agency, year if year and year >= FIRST_YEAR else None
    )


def joined(title: Title, before: str, behind: str) -> tuple[Title, bool, bool]:
    """A title with what it lacks from the lines around it: the organ, the year or both above, the year below.

    Two flags say whether the line before and the line behind were taken.

    >>> title = title_of("2021年政府信息公开工作年度报告")
    >>> joined(title, "悦来镇人民政府", "")[0].agency
    '悦来镇人民政府'
    >>> title, *taken = joined(title_of("悦来镇政府信息公开工作年度报告"), "首页", "（2021年度）")
    >>> title.year, taken
    (2021, [False, True])
    >>> joined(words_of_title("政府信息公开工作年度报告"), "悦来镇2021年", "")[0].agency
    '悦来镇'
    """
    named = False
    whole = words_of_title(one_line(before).strip() + title.text) if title.rank == 0 else None
    if whole and whole.year and whole.agency and _ORGAN.fullmatch(whole.agency):
        return whole, True, False
    above, below = (_SPACE.sub("", line).translate(_WIDTH) for line in (before, behind))
    is_one_word = not _SPACE.search(before.strip())
    if title.agency is None and is_one_word and _ORGAN.fullmatch(above):
        title = evolve(title, text=one_line(before).strip() + title.text, agency=above)
        above = ""
        named = True
    if title.year is None:
        title, *taken = _with_year(title, above, below)
        return title, named or taken[0], taken[1]
    return title, named, False


def _with_year(title: Title, above: str, below: str) -> tuple[Title, bool, bool]:
    """A title with the year that stands alone in the line above or below."""
    for line, text, taken in (
        (above, above + title.text, (True, False)),
        (below, title.text + below, (False, True)),
    ):
        if _JUST_A_YEAR.fullmatch(line) and (year := year_of(line)) >= FIRST_YEAR:
            return evolve(title, text=text, year=year), *taken
    return title, False, False


def _is_kind(words: str) -> bool:
    """Whether these characters are those of "工作年度报告", in whatever order."""
    return "报" in words and ("告" in words or words.endswith("年报")) and Counter(words) <= _KIND
