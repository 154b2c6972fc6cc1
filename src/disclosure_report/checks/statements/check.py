"""Prose against the tables: counts that a report tells in words and in a table.

国办公开办函〔2021〕30号 asks part one for 依申请公开, so most reports repeat there what parts three and four
count. Only whole numbers of cases are read, and only where a sentence speaks plainly of the report's own
organ and year.
"""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from attrs import frozen

from disclosure_report.checks.statements.claims import SPEAKS, Claim, claims
from disclosure_report.checks.statements.context import (
    Context,
    is_of_another_scope,
    is_plain,
    tells_of_another_scope,
)
from disclosure_report.checks.statements.measures import Known, known
from disclosure_report.checks.statements.names import Organ
from disclosure_report.checks.statements.phrases import Kind
from disclosure_report.checks.subject import Subject
from disclosure_report.model.findings import Finding
from disclosure_report.model.parts import PART_LABEL, PROSE_PARTS


_LARGEST = 30_000  # no block of a report has so many characters
_MOST_UNDER_ONE = 40  # blocks under one heading
_SHOWN = 40  # characters of a sentence that a finding shows around its number
_DIGITS = re.compile(r"[\d零〇○一二两三四五六七八九十百千,，\s]*")
_QUANTITIES: tuple[tuple[Kind, ...], ...] = (
    ("received", "new"),
    ("completed", "answered", "handled"),
    ("carried",),
    ("brought",),
    ("reconsidered",),
    ("litigated",),
)


@frozen(slots=False)
class _Block:
    """A block that may state counts."""

    path: str
    text: str
    context: Context

    @cached_property
    def places(self) -> list[int]:
        """Where the characters stand that are no white space, as in the context."""
        return [at for at, character in enumerate(self.text[:_LARGEST]) if not character.isspace()]


class _Statement(NamedTuple):
    """A claim of one kind, and what the tables allow."""

    block: _Block
    claim: Claim
    right: Known

    @property
    def agrees(self) -> bool:
        return self.claim.value in self.right.numbers

    @property
    def is_plain(self) -> bool:
        return is_plain(self.claim.said, self.claim.start, self.claim.end, self.block.context)


def check_statements(subject: Subject) -> Iterator[Finding]:
    """Counts in words that are none of those that the tables allow.

    Where one statement of a quantity agrees with the tables, others are parts of it; where anything speaks of
    another scope, nothing is compared.
    """
    blocks = _telling(subject)
    said = [(block, claim) for block in blocks for claim in claims(block.context)]
    if not said or any(is_of_another_scope(claim.said) for _, claim in said):
        return
    wrong = [each for kinds in _QUANTITIES for each in _contradicting(_stated(subject, said, kinds))]
    if wrong and not any(tells_of_another_scope(block.context) for block in blocks):
        yield from (_finding(subject, statement) for statement in wrong)


def _telling(subject: Subject) -> list[_Block]:
    """The blocks that may count applications or cases."""
    report = subject.report
    found = [
        (f"{part}[{number}]", text, blocks[max(0, number - _MOST_UNDER_ONE) : number])
        for part in PROSE_PARTS
        for blocks in [getattr(report, part).blocks]
        for number, block in enumerate(blocks)
        for text in [block.text]
        if _speaks(text)
    ]
    organ = Organ(report.agency or "")
    anew = report.applications.brought_forward.total == 0
    return [
        _Block(path, text, Context("".join(text[:_LARGEST].split()), above, report.year, organ, anew))
        for path, text, above in found
    ]


def _speaks(text: str) -> bool:
    """Whether a block may count applications or cases; a line break may stand inside a word."""
    if "申请" in text or "复议" in text or "诉讼" in text:
        return True
    is_broken = "\n" in text or " " in text or "　" in text
    return is_broken and any(word in "".join(text[:_LARGEST].split()) for word in SPEAKS)


def _stated(
    subject: Subject, said: list[tuple[_Block, Claim]], kinds: tuple[Kind, ...]
) -> Iterator[_Statement]:
    """What is said of a quantity, where no cell that matters is blank."""
    for block, claim in said:
        for kind in claim.said.kinds:
            right = known(kind, subject.tables) if kind in kinds else None
            if right is not None:
                yield _Statement(block, claim, right)


def _contradicting(statements: Iterator[_Statement]) -> list[_Statement]:
    """The plain statements of a quantity, unless one agrees with the tables."""
    these = [*statements]
    wrong = [each for each in these if not each.agrees and not _is_torn(each) and each.is_plain]
    return [] if wrong and any(each.agrees and each.is_plain for each in these) else wrong


def _is_torn(statement: _Statement) -> bool:
    """Whether white space stands inside the number: "1 2件" may be two numbers."""
    block = statement.block
    digits = _DIGITS.match(block.text, block.places[statement.claim.number])
    return digits is not None and any(character.isspace() for character in digits.group().strip())


def _finding(subject: Subject, statement: _Statement) -> Finding:
    """The statement with its sentence, and the numbers that the tables allow."""
    block, claim, right = statement
    only = (
        right.shown[0] if len(right.shown) == 1 else None
    )  # where two numbers are right, neither is expected
    details = (
        ("part", PART_LABEL.get(block.path.partition("[")[0], "引言")),
        ("text", _sentence(block.context.text, claim.start, claim.end)),
        ("found", claim.value),
        ("expected", "/".join(str(number) for number in right.shown)),
    )
    return Finding(
        right.measure.rule,
        (block.path, *right.measure.paths),
        subject.place_of(block.path),
        expected=only,
        found=claim.value,
        difference=None if only is None else claim.value - only,
        details=details,
        span=(block.places[claim.start], block.places[claim.end - 1] + 1),
    )


def _sentence(text: str, start: int, end: int) -> str:
    """The sentence around a statement, shortened to what shows it."""
    first = max(text.rfind("。", 0, start) + 1, start - _SHOWN)
    stop = text.find("。", end)
    stop = len(text) if stop < 0 else stop
    last = min(stop, end + _SHOWN)
    before = "" if first == 0 or text[first - 1] == "。" else "…"
    return f"{before}{text[first:last]}{'' if last == stop else '…'}"
