"""What a template left behind: marks of a program, blanks that nobody filled in, notes to the writer."""

import re
from collections.abc import Iterator

from disclosure_report.checks.pollution.rules import PLACEHOLDER, Piece


# What stands behind "XX" where something is to be filled in. A name in quotes, “XX发布”, is left alone.
_NAMED = "省|市|县|区|镇|乡|村|街道|社区|局|委员会|办公室|单位|部门|机关|人民政府|政府|中心"
_COUNTED = "年|月|日|件|条|次|份|个|人|篇|期|项|场|万|元|余|%"
_TAGS = "p|br|hr|div|span|table|tbody|tr|td|th|img|a|b|i|u|font|strong|center|h[1-6]|ul|ol|li|style|o:p"
_WRITE = "填写|填入|填报|输入|键入|插入|替换|补充"
# 请填写《申请表》 is said to an applicant, 请填写具体数字 to the writer.
_REST = r"(?:(?<=请填写)(?:本|具体|实际|单位|机关|数)|(?<!请填写))[^（()）【】\[\]〔〕\n]{0,40}[）)】\]〕]"
_KINDS = (
    # Marks of programs: {{ title }}, {% if %}, ${x}, #{x}, <%= x %>, {year}.
    r"\{\{[^{}\n]{0,60}\}\}|\{%[^{}\n]{0,60}%\}",
    r"[$#]\{[^{}\n]{0,60}\}|<%[^<>\n]{0,60}%>",
    r"\{[A-Za-z_][\w.]{0,40}\}|\[object Object\]",
    # Markup that is shown: &nbsp; &#160; --> <br />.
    r"&(?:#\d{2,5}|#[xX][0-9a-fA-F]{2,5}|[a-zA-Z]{2,8});",
    rf"<!--|--!?>|</?(?:{_TAGS})(?:\s[^<>\n]{{0,200}})?/?>",
    # Blanks to fill in: XX镇, ××年, ____件, X年X月.
    rf"(?<![A-Za-zＸ×_＿“‘\"])(?:[Xx]{{2,6}}|[Ｘ×]{{2,6}}|[_＿]{{2,20}})(?={_NAMED}|{_COUNTED})",
    rf"(?<![A-Za-z0-9０-９Ｘ×“‘\"])[XＸ×](?={_COUNTED})",
    # Notes to the writer: （此处填写工作情况）, （请在此输入）, （待补充）, and Word's own.
    rf"[（(【\[〔](?:请?在?此处?[请应需须]?|待|请(?!补充|填[入报])|根据实际(?:情况)?|按实际(?:情况)?)(?:{_WRITE}){_REST}",
    "(?:单击或)?点击此处(?:以)?输入文字",
)
_PLACEHOLDER = re.compile("|".join(_KINDS))
# Of each placeholder, for a quick look.
_MARK = re.compile(r"[{<>&_＿XxＸ×]")
_WORDS = (
    "此处",
    "此输入",
    "此填",
    "待补",
    "待填",
    "（请",
    "(请",
    "【请",
    "[请",
    "实际填",
    "实际情况填",
    "[o",
)


def placeholders(text: str) -> Iterator[Piece]:
    """Everything that a template left in the text."""
    if _MARK.search(text) or any(word in text for word in _WORDS):
        for found in _PLACEHOLDER.finditer(text):
            yield Piece(PLACEHOLDER, *found.span())
