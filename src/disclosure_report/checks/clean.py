"""Pollution taken out of a report: each piece is listed, and nothing else is touched."""

from collections.abc import Iterator

from attrs import evolve

from disclosure_report.blocks import Heading, Paragraph
from disclosure_report.checks.pollution.check import LINES, check_pollution
from disclosure_report.checks.subject import Subject
from disclosure_report.model.findings import Change, Revision
from disclosure_report.model.parts import PROSE_PARTS
from disclosure_report.model.prose import Prose
from disclosure_report.model.report import Report


_ROUNDS = 20  # what stood around a piece may be one when it is gone; more rounds are somebody's joke


def clean(report: Report) -> Revision:
    """Take what does not belong in a report's text out of it, and list each piece.

    Advertisements, characters that nobody sees, readings in brackets and words of the page are taken out;
    mojibake is replaced by what it stands for, where no byte is lost. A block that becomes empty is dropped.
    Placeholders stay, because something has to be written there, and so does what is lost: they are the
    findings of the revision. A change has the path of its block in the given report.

    >>> report = Report.blank("悦来镇", 2021)
    >>> report = report.replace(overview=Prose.from_text("区政府88娱乐城-【官网直营】@的部署，XX件。"))
    >>> revision = clean(report)
    >>> revision.report.overview.text
    '区政府的部署，XX件。'
    >>> [(change.path, change.before, change.after) for change in revision.changes]
    [('overview[0]', '88娱乐城-【官网直营】@', '')]
    >>> [finding.code for finding in revision.findings]
    ['X104']
    """
    changes: list[Change] = []
    replaced: dict[str, str | Prose | None] = {}
    for name in LINES:
        line: str | None = getattr(report, name)
        cleaned = _cleaned(name, line or "", changes)
        if cleaned != (line or ""):
            replaced[name] = cleaned.strip() or None
    for part in PROSE_PARTS:
        prose: Prose = getattr(report, part)
        blocks = tuple(_blocks(part, prose, changes))
        if blocks != prose.blocks:
            replaced[part] = Prose(blocks)
    cleaned_report = report.replace(**replaced) if replaced else report
    return Revision(cleaned_report, tuple(changes), tuple(check_pollution(Subject(cleaned_report))))


def _blocks(part: str, prose: Prose, changes: list[Change]) -> Iterator[Heading | Paragraph]:
    for number, block in enumerate(prose):
        text = _cleaned(f"{part}[{number}]", block.text, changes).strip()
        if text:
            yield block if text == block.text else evolve(block, text=text)


def _cleaned(path: str, text: str, changes: list[Change]) -> str:
    for _ in range(_ROUNDS):
        cleaned = _round(path, text, changes)
        if cleaned == text:
            break
        text = cleaned
    return text


def _round(path: str, text: str, changes: list[Change]) -> str:
    from disclosure_report.checks.pollution.detect import pieces  # late, as it has many words

    kept: list[str] = []
    behind = 0
    for piece in pieces(text):
        before, after = text[piece.start : piece.end], piece.instead(text)
        if before != after:
            kept += (text[behind : piece.start], after)
            behind = piece.end
            changes.append(Change(path, before, after, piece.rule, piece.details(text)))
    return "".join((*kept, text[behind:]))
