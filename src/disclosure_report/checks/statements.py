"""Prose against the tables: counts that a report tells in words and in a table.

国办公开办函〔2021〕30号 asks part one for 依申请公开, so most reports repeat there what parts three and four
count. Only whole numbers of cases are read, and only where a sentence speaks plainly of the report's own organ
and year.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple, TypeAlias

from disclosure_report.blocks import Heading
from disclosure_report.checks.context import Context, is_of_another_scope, is_plain, tells_of_another_scope
from disclosure_report.checks.measures import MEASURES, Known, known
from disclosure_report.checks.numerals import counts
from disclosure_report.checks.phrases import Kind, Said, said_of_count, said_of_none
from disclosure_report.checks.subject import Subject
from disclosure_report.model.findings import Finding
from disclosure_report.model.parts import PART_LABEL
from disclosure_report.model.prose import HEADING_LENGTH


_SPEAKS = ("申请", "复议", "诉讼")
_MOST = 400  # no block of a report has so many counts
_LARGEST = 30_000  # nor so many characters
_LONGEST = 60  # characters of a clause before its count
_SHOWN = 40  # characters of a sentence that a finding shows around its number
_MARKS = "，,。；;：:！!？?（）()"
_CLAUSE_END = re.compile(f"[{_MARKS}]")
_DENIAL = re.compile("[未没无零]")
_DENIAL_OR_NOUGHT = re.compile("[未没无零]|为0")
_QUANTITIES: tuple[tuple[Kind, ...], ...] = (
    ("received", "new"),
    ("completed", "answered", "handled"),
    ("carried",),
    ("brought",),
    ("reconsidered",),
    ("litigated",),
)


class Statement(NamedTuple):
    """A count that a block states: of what, how many; where its words, its number and its end are.

    Places are those of the block without white space.
    """

    kind: Kind
    value: int
    path: str
    block: str
    start: int
    number: int
    end: int


def check_statements(subject: Subject) -> Iterator[Finding]:
    """Counts in words that are none of those that the tables allow.

    Where one statement of a quantity agrees with the tables, others are parts of it; where anything speaks of
    another scope, nothing is compared.
    """
    said = _stated(subject)
    findings = [*_compared(subject, said)] if said else []
    if findings and not any(tells_of_another_scope(context) for _, _, context in _contexts(subject)):
        yield from findings


def _compared(subject: Subject, said: list[Statement]) -> Iterator[Finding]:
    for kinds in _QUANTITIES:
        these = [statement for statement in said if statement.kind in kinds]
        allowed = {kind: known(kind, subject.tables) for kind in {each.kind for each in these}}
        sure = [(each, right) for each in these for right in [allowed[each.kind]] if right is not None]
        if not any(each.value in right.numbers for each, right in sure):
            yield from (_finding(subject, each, right) for each, right in sure if not _is_torn(each))


def _contexts(subject: Subject) -> Iterator[tuple[str, str, Context]]:
    """The blocks that may count applications or cases: path, text, and what is looked at."""
    heading = ""
    for path, block in subject.prose():
        text = block.text
        if any(word in text for word in _SPEAKS):
            words = "".join(text[:_LARGEST].split())
            yield path, text, Context(words, heading, subject.report.year, subject.report.agency or "")
        if isinstance(block, Heading) or (len(text) <= HEADING_LENGTH and text[-1] not in "。；，"):
            heading = text


def _stated(subject: Subject) -> list[Statement]:
    """The plain statements of all prose; none where one speaks of another scope than the tables."""
    found: list[Statement] = []
    for path, block, context in _contexts(subject):
        for said, value, start, number, end in (*_counted(context), *_denied(context)):
            if is_of_another_scope(said):
                return []
            if is_plain(said, start, end, context):
                found += (Statement(kind, value, path, block, start, number, end) for kind in said.kinds)
    return found


_Told: TypeAlias = tuple[Said, int, int, int, int]  # what is said; the value; places of clause, number, end


def _counted(context: Context) -> Iterator[_Told]:
    """Clauses with a count."""
    text, behind = context.text, 0
    for count in islice(counts(text), _MOST):
        start = _clause_start(text, count.start, behind)
        behind = count.end
        if start is not None:
            left = context.masked(text[start : count.start])
            said = said_of_count(left, text[count.end : count.end + _LONGEST])
            if said and not (said.together and count.value):
                yield said, count.value, start, count.start, count.end + said.length


def _denied(context: Context) -> Iterator[_Told]:
    """Clauses that say that there was none."""
    text, behind = context.text, 0
    denials = _DENIAL_OR_NOUGHT if "为0" in text else _DENIAL
    for denial in islice(denials.finditer(text), _MOST):
        if denial.start() < behind:
            continue
        stop = _CLAUSE_END.search(text, denial.end(), denial.end() + _LONGEST)
        start = _clause_start(text, denial.start(), behind)
        behind = stop.start() if stop else min(len(text), denial.end() + _LONGEST)
        if start is not None and any(word in text[start:behind] for word in _SPEAKS):
            said = said_of_none(context.masked(text[start:behind]))
            if said:
                yield said, 0, start, start, behind


def _clause_start(text: str, at: int, behind: int) -> int | None:
    """Where the clause begins in which a place is, behind what was read; None where it is too long."""
    first = max(behind, at - _LONGEST)
    window = text[first:at]
    cut = max(window.rfind(mark) for mark in _MARKS) + 1
    if not cut and first > behind:
        return None
    start = first + cut
    while start < at and text[start] in "、和及与并":
        start += 1
    return start


def _is_torn(statement: Statement) -> bool:
    """Whether white space stands inside the number: "1 2件" may be two numbers."""
    places = _places(statement.block)
    first = places[statement.number]
    digits = re.compile(r"[\d,，\s]*").match(statement.block, first)
    return digits is not None and any(character.isspace() for character in digits.group().strip())


def _places(block: str) -> list[int]:
    """Where the characters of a block stand that are no white space, and its end."""
    return [*(at for at, character in enumerate(block) if not character.isspace()), len(block)]


def _finding(subject: Subject, statement: Statement, right: Known) -> Finding:
    """The statement with its sentence, and the numbers that the tables allow."""
    part = statement.path.partition("[")[0]
    places = _places(statement.block)
    expected = right.shown[0]
    details = (
        ("part", PART_LABEL.get(part, "引言")),
        ("text", _sentence("".join(statement.block.split()), statement.start, statement.end)),
        ("found", statement.value),
        ("expected", "/".join(str(number) for number in right.shown)),
    )
    return Finding(
        MEASURES[statement.kind].rule,
        (statement.path, *right.paths),
        subject.place_of(statement.path),
        expected=expected,
        found=statement.value,
        difference=statement.value - expected,
        details=details,
        span=(places[statement.start], places[statement.end - 1] + 1),
    )


def _sentence(text: str, start: int, end: int) -> str:
    """The sentence around a statement, shortened to what shows it."""
    first = max(text.rfind("。", 0, start) + 1, start - _SHOWN)
    stop = text.find("。", end)
    last = min(len(text) if stop < 0 else stop, end + _SHOWN)
    before = "" if first == 0 or text[first - 1] == "。" else "…"
    return f"{before}{text[first:last]}{'' if last in {len(text), stop} else '…'}"
