"""Labels are folded for matching; values and prose never are."""

import re
import unicodedata

from disclosure_report.checks.pollution.characters import READING
from disclosure_report.kept import kept


# Mirrors of a page are often converted to traditional characters. These are the characters of the forms' own
# words, and no others.
_TRADITIONAL = (
    "萬業舉於會體決況減製辦務動區單歷曆發髮後國處復複審對屬開強當總執護報據數無條構權沒現確穩類係繫"
    "纍糾納組織經結續維繳罰範獲補規計認議許訟訪訴詢請購費轉過這進項題額問間關採檔門產與稱臺標內廢機為爲祕統繼隻"
)
_SIMPLIFIED = (
    "万业举于会体决况减制办务动区单历历发发后国处复复审对属开强当总执护报据数无条构权没现确稳类系系"
    "累纠纳组织经结续维缴罚范获补规计认议许讼访诉询请购费转过这进项题额问间关采档门产与称台标内废机为为秘统继只"
)
_LONGEST = 1000  # characters of a label with a note behind it
SIMPLER = str.maketrans(_TRADITIONAL, _SIMPLIFIED)
_NOTE = re.compile(r"[(（][^()（）]*(?:[(（][^()（）]*[)）][^()（）]*)*[)）]\s*$")


def unread(text: str) -> str:
    """The text without the readings of its characters.

    >>> unread("本年制發(fā)件數(shù)")
    '本年制發件數'
    """
    return text if text.isascii() else READING.sub("", text)


@kept()
def fold(text: str) -> str:
    """Letters and digits alone, width and traditional characters folded: how a label is compared.

    A text that is far longer than any label stays as it is: it is none.

    >>> fold("（三） 不予公开") == fold("(三)不予公开") == fold("（三）不予公開(kāi)")
    True
    >>> fold("3.危及“三安全一稳定”")
    '3危及三安全一稳定'
    """
    if len(text) > _LONGEST:
        return text
    plain = unicodedata.normalize("NFKC", unread(text)).translate(SIMPLER)
    return "".join([c for c in plain if c.isalnum()])


@kept()
def fold_without_note(text: str) -> str:
    """A label folded without the note in brackets at its end.

    >>> fold_without_note("现行有效件数（历史累计）")
    '现行有效件数'
    """
    return text if len(text) > _LONGEST else fold(_NOTE.sub("", text.rstrip()))
