"""Whether a statement speaks plainly of what the tables count: this organ, this year, all of it.

A statement of which any doubt is left is no contradiction, whatever its number.
"""

from collections.abc import Callable

from attrs import frozen

from disclosure_report.blocks import Heading, Paragraph
from disclosure_report.checks.statements.cues import has, pattern
from disclosure_report.checks.statements.names import NOBODY, Organ
from disclosure_report.checks.statements.phrases import Kind, Said
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

_CHINESE_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_CENTURY = 2000


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
        context.organ.masked(_heading(context.above)),
        first,
        clause="".join(said.left.words),
        ahead=context.organ.masked(text[max(first, start - _REACH) : start]),
        behind=context.organ.masked(text[end : end + _REACH].partition("。")[0]),
        earlier=context.organ.masked(text[max(0, first - _REACH) : first]),
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
    return has("scope of cases", context.organ.masked(context.text))


def _is_scoped(around: _Around) -> bool:
    """Another organ in the sentence or its heading, or behind a number of the sentences before or after."""
    bracket = pattern("bracket").match(around.context.text, around.end)
    beside = (around.ahead, around.heading, bracket.group() if bracket else "")
    if any(has("scope", text) for text in beside) or has("scope number", around.behind):
        return True
    clause = around.clause
    if "我" in clause or "本" in clause.replace("本年", ""):
        return False
    # In the report of a government an office named before may be what the sentence is of.
    office = not around.context.organ.names and has("office", around.earlier)
    return office or has("wide number", around.earlier)


def _years(text: str) -> set[int | None]:
    """The years that a text names; "23年" is 2023, and "3年" is a span that is no year of the report."""
    found = (digits or words.translate(_CHINESE_DIGITS) for digits, words in pattern("year").findall(text))
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
    named = _years(pattern("carried year").sub("", both)) - {said.year}
    before = [*pattern("year").finditer(around.earlier)]
    if before and not _years(both):
        named |= _years(before[-1].group())
    return not named | _years(around.heading) <= {year}


def _is_of_part_of_a_year(around: _Around) -> bool:
    """Half a year, a month, last year in words, or all years since."""
    both = around.ahead + around.clause
    if "月" in both and has("month", pattern("whole year").sub("", both)):
        return True
    return has("last year", around.ahead) or has("part of a year", both)


def _is_partial(around: _Around) -> bool:
    """Behind 其中, which is a part of what stands before.

    All of what is brought forward often stands there; and "收到12件，其中办结10件" are all where nothing was.
    """
    kind = around.said.kinds[0]
    ahead = pattern("bracket").sub("", around.ahead.rpartition("；")[2].rpartition(";")[2])
    if kind == "brought":
        return False
    if "其中" in ahead:
        return True
    is_all = kind in _ENDS and around.context.begins_anew and not has("subset", ahead)
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
    return around.said.kinds[0] in _ANSWERS and has("other answers", sentence)


def _is_planned(around: _Around) -> bool:
    return has("plan", around.ahead + around.clause)


def _is_increase(around: _Around) -> bool:
    """新增 may be an increase over last year."""
    return around.said.kinds == ("new",) and has("increase", around.ahead)


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
    if len(gap) > _REACH or has("foreign", gap) or has("other intake", gap):
        return True
    since = pattern("bracket").sub("", text[max(at, around.first) : start])
    return kind in _APPLICATIONS and has("subset", since)


def _is_other_case(around: _Around) -> bool:
    """Organs have cases of all kinds: a clause with 收到, 受理 or 办理 is to name disclosure itself."""
    text, start = around.context.text, around.start
    behind = pattern("clause").match(text, around.end)
    clause = text[start : behind.end() if behind else around.end]
    if any(each in clause for each in _PUBLICITY):
        return False
    takes_cases = "R" in around.said.left.letters or "j" in around.said.left.letters
    if takes_cases or "司法" in around.context.organ.name or "复议机关" in around.ahead:
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
