"""What the name of a file says: words for reports, years and versions are no part of an organ's name."""

import re
import unicodedata
from collections.abc import Iterator


# What separates: signs, and numbers with what they count.
_BETWEEN = re.compile(r"(?:[\W_]|\d+(?:年度?|[月日号份])?)+")
_AT_END = re.compile(
    "(?:政府信息公开|政务信息公开|信息公开|政务公开|工作|年度|年报|报告|报表|统计表|填报表|表格|数据|文字|文本|正文|材料|附件"
    "|修改|更正|定稿|终稿|最终|正式|副本|报送|上报|情况|[版新表的稿])+$"
)


def names_in(stem: str) -> Iterator[str]:
    """The names that may stand in a stem: the whole, then each piece between signs and numbers.

    >>> [*names_in("2026年青溪镇政府信息公开年报（修改）")]
    ['2026年青溪镇政府信息公开年报（修改）', '青溪镇']
    """
    text = unicodedata.normalize("NFKC", stem)
    yield stem
    for piece in _BETWEEN.split(text):
        name = _AT_END.sub("", piece)
        if name:
            yield name
