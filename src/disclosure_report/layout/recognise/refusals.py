"""Why a page is no report: a list of reports, a page that leads to an attachment, a site's error page."""

import re
from collections.abc import Sequence
from itertools import islice

from disclosure_report.blocks import Block, Grid, Link, Manuscript
from disclosure_report.checks.catalogue import ATTACHMENT, ERROR_PAGE, LIST_PAGE, NO_REPORT
from disclosure_report.layout.recognise.titles import MOST_LINES, title_of
from disclosure_report.model.findings import Finding


_FILE = re.compile(r"\.(?:docx?|wps|pdf|ofd|xlsx?|et|rtf|zip|rar)(?:$|[?#&])", re.IGNORECASE)
_SEE = re.compile(r"(?:见|详见|下载)附件|附件\s{0,9}\d{0,3}\s{0,9}[:：]|点击(?:下载|查看)")
_ERROR = re.compile(
    r"^\s*(?:40\d|50\d)\s*$|(?:40\d|50\d)\s{0,3}(?:not found|forbidden|error|错误|页面|抱歉)"
    r"|(?:错误|error)\s{0,3}(?:40\d|50\d)|not found|forbidden"
    r"|(?:页面|网页|文件|内容|信息)(?:已?不存在|已(?:被)?删除|无法|未找到|找不到)"
    r"|(?:无法|不能)(?:访问|显示|找到|打开)|找不到|出错|\{\{\s*\w+\s*\}\}",
    re.IGNORECASE,
)
_SAID = re.compile(r"[。；]\s*$")  # a line that says something: navigation does not
_FEW = 400  # characters that are said; a page without a report has no more
_SOME = 2  # titles; a page that lists fewer is no list
_MOST_SHOWN = 10
_FIRST_WORDS = 40


def refusal(manuscript: Manuscript, title: str | None) -> Finding | None:
    """What a page without parts and tables is, with the links that may lead to the report.

    None where it has a title and much text: a report that has lost its headings.
    """
    words = (text.strip() for block in _all(manuscript) for text in _texts(block) if text.strip())
    lines = list(islice(words, MOST_LINES))
    reports = {link.text.strip(): link for link in manuscript.links[:MOST_LINES] if title_of(link.text)}
    listed = {text for text in lines if title_of(text)} | set(reports)
    files = [
        link for link in manuscript.links if _FILE.search(link.target) or _FILE.search(link.text.strip())
    ]
    has_file = bool(files) or any(_SEE.search(text) or _FILE.search(text) for text in lines)
    much = sum(len(text) for text in lines if _SAID.search(text)) > _FEW
    error = next((text for text in lines if _ERROR.search(text)), None)
    is_of_page = title is not None and title not in reports
    if is_of_page and much and len(listed) <= 1 + len(reports):
        return None
    if has_file and (is_of_page or len(listed) < _SOME):
        return Finding(ATTACHMENT, details=(("links", shown(files)),))
    if len(listed) >= _SOME:
        details = (("count", len(listed)), ("links", shown([*reports.values()])))
        return Finding(LIST_PAGE, details=details)
    if error and not much:
        return Finding(ERROR_PAGE, details=(("first", error[:_FIRST_WORDS]),))
    return None if is_of_page else Finding(NO_REPORT)


def _all(manuscript: Manuscript) -> tuple[Block, ...]:
    return (*manuscript.blocks, *manuscript.around)


def shown(links: Sequence[Link]) -> str:
    """The first links as a finding shows them."""
    said = [f"{' '.join(link.text.split())[:60]} <{link.target[:200]}>" for link in links[:_MOST_SHOWN]]
    return "；".join(said + ["…"] * (len(links) > _MOST_SHOWN)) or "—"


def _texts(block: Block) -> list[str]:
    if isinstance(block, Grid):
        return [str(value) for value in block.values if isinstance(value, str)]
    return [block.text]
