"""What checks, readers and revisions have to say: frozen values that speak Chinese and English."""

from typing import Literal, TypeAlias

from attrs import field, frozen

from disclosure_report.blocks import Place, Value
from disclosure_report.model.forms import Form
from disclosure_report.model.report import Report


Severity: TypeAlias = Literal["error", "warning", "hint"]
Language: TypeAlias = Literal["zh", "en"]
Detail: TypeAlias = str | int | Place

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "hint")


@frozen
class Rule:
    """One code of the catalogue, with the sentence that it says in each language.

    *forms* are those that it applies to. *told_by* are codes of reading that say the same of the same part
    and more: where one was raised, this one is not.
    """

    code: str
    severity: Severity
    zh: str
    en: str
    forms: tuple[Form, ...] = tuple(Form)
    told_by: tuple[str, ...] = ()

    def sentence(self, lang: Language, details: tuple[tuple[str, Detail], ...]) -> str:
        """The sentence in *lang*, filled with *details*."""
        words = {
            name: detail.text(lang) if isinstance(detail, Place) else str(detail) for name, detail in details
        }
        return {"zh": self.zh, "en": self.en}[lang].format_map(words)


def _code(rule: Rule) -> str:
    """What is shown of a rule beside what it is about."""
    return rule.code


@frozen
class Suggestion:
    """One explanation of the broken relations of a group: cells that, set to these values, mend all of them.

    *relations* are the labels of the relations. Without *changes* it says why the group has no explanation.
    """

    changes: tuple[tuple[str, Value], ...]
    relations: tuple[str, ...]
    rule: Rule = field(repr=_code)
    details: tuple[tuple[str, Detail], ...] = field(default=(), repr=False)

    def text(self, lang: Language = "zh") -> str:
        """The suggestion as a sentence."""
        return self.rule.sentence(lang, self.details)


@frozen
class Finding:
    """One thing that a check or a reading has to say, with its place.

    *paths* are what it is about: cells, a detail such as ``title``, a part such as ``overview``, a block of
    prose such as ``overview[2]``; *span* is the piece of that block, from its first character to the one
    behind it. *expected* and *found* are values where there are such, *difference* is found minus expected.
    `text` says it in Chinese or English.
    """

    rule: Rule = field(repr=_code)
    paths: tuple[str, ...] = ()
    place: Place | None = None
    expected: Value = None
    found: Value = None
    difference: Value = None
    details: tuple[tuple[str, Detail], ...] = field(default=(), repr=False)
    suggestions: tuple[Suggestion, ...] = ()
    span: tuple[int, int] | None = None

    @property
    def code(self) -> str:
        """The code in the catalogue, such as ``P303``."""
        return self.rule.code

    @property
    def severity(self) -> Severity:
        """How grave it is: error, warning or hint."""
        return self.rule.severity

    def text(self, lang: Language = "zh") -> str:
        """The finding as a sentence."""
        return self.rule.sentence(lang, self.details)


@frozen
class Change:
    """One change that the library made, with its reason: of a cell, or of a block of prose."""

    path: str
    before: Value | str
    after: Value | str
    rule: Rule = field(repr=_code)
    details: tuple[tuple[str, Detail], ...] = field(default=(), repr=False)

    @property
    def reason(self) -> str:
        """Why it was made, in Chinese; `text` has the other language."""
        return self.text()

    def text(self, lang: Language = "zh") -> str:
        """Why it was made."""
        return self.rule.sentence(lang, self.details)


@frozen
class Revision:
    """A report that the library changed: every change with its reason, and what it would not change."""

    report: Report
    changes: tuple[Change, ...] = ()
    findings: tuple[Finding, ...] = ()
