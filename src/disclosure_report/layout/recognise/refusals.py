"""Why a page is no report: a list of reports, a page that leads to an attachment, a site's error page."""

import re
from collections.abc import Sequence
from itertools import islice

from disclosure_report.blocks import Block, Grid, Link, Manuscript
from disclosure_report.checks.catalogue import ATTACHMENT, ERROR_PAGE, LIST_PAGE, NO_REPORT
from disclosure_report.layout.recognise.titles import MOST_LINES, title_of
from disclosure_report.model.findings import Finding


_FILE = re.compile(r"\.(?:docx?|wps|pdf|ofd|xlsx?|et|rtf|zip|rar)(?:$|[?#&])", re.IGNORECASE)
_NAMED_FILE = re.compile(r"\.(?:docx?|wps|pdf|ofd|xlsx?|et|rtf|zip|rar)\s*$", re.IGNORECASE)
_SEE = re.compile(r"(?:见|详见|下载)附件|附件\s*\d*\s*[:：]|点击(?:下载|查看)")
_ERROR = re.compile(
    r"\b(?:40[0-9]|50[0-9])\b|not found|forbidden"
    r"|(?:页面|网页|文件|内容|信息)(?:不存在|已(?:被)?删除|无法|未找到|找不到)"
    r"|(?:无法|不能)(?:访问|显示|找到)|找不到|出错|\{\{\s*\w+\s*\}\}",
    re.IGNORECASE,
)
_FEW = 400  # characters; an error page has no more
_SOME = 2  # titles; a page that lists fewer is no list
_MOST_SHOWN = 10
_FIRST_WORDS = 40


def refusal(manuscript: Manuscript, title: str | None) -> Finding | None:
    """What a page without parts and tables is, with the links that may lead to the report.

    None where it has a title and much text: a report that has lost its headings.
    """
    words = (text.strip() for block in _all(manuscript) for text in _texts(block) if text.strip())
    lines = list(islice(words, MOST_LINES))
    reports = [link for link in manuscript.links[:MOST_LINES] if title_of(link.text)]
    listed = {text for text in lines if title_of(text)}
    much = sum(len(text) for text in lines if text not in listed) > _FEW
    if title and much and len(listed) <= 1 + len(reports):
        return None
    if len({link.text.strip() for link in reports} | listed) >= _SOME:
        count = max(len(reports), len(listed))
        return Finding(LIST_PAGE, details=(("count", count), ("links", shown(reports))))
    files = [link for link in manuscript.links if _FILE.search(link.target) or _NAMED_FILE.search(link.text)]
    if files or any(_SEE.search(text) or _NAMED_FILE.search(text) for text in lines):
        return Finding(ATTACHMENT, details=(("links", shown(files)),))
    said = next((text for text in lines if _ERROR.search(text)), None)
    if said and not much:
        return Finding(ERROR_PAGE, details=(("first", said[:_FIRST_WORDS]),))
    return None if title else Finding(NO_REPORT)


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
