"""What findings say to the person who has the file open: comments, each at the cell that a finding is about.

A finding has one comment, at its place: that of a broken relation is its total. Several findings at one place
share it, the gravest first.
"""

import re
from collections.abc import Iterable, Iterator

from disclosure_report.blocks import Comment, Place, Value
from disclosure_report.layout.recognise.reading import Reading
from disclosure_report.model.findings import SEVERITIES, Finding, Language


_MOST_CELLS = 10  # that are named beside the one that has the comment
_LONGEST = 1_000  # characters of a sentence: some quote what a page has in plenty
_SPACES = re.compile(r"[\t\n\r\x0b\x0c\u2028\u2029]+")
# What is said, in Chinese and English.
_WORDS = {
    "error": ("错误", "error"),
    "warning": ("警告", "warning"),
    "hint": ("提示", "hint"),
    "head": ("【{severity} {code}】{text}", "[{severity} {code}] {text}"),
    "values": ("应为 {expected}，实为 {found}", "expected {expected}, found {found}"),
    "cells": ("涉及：{cells}", "cells: {cells}"),
    "more": ("{cells}等{count}格", "{cells} and others, {count} cells"),
    "suggestion": ("建议：{text}", "suggestion: {text}"),
}


def comments_on(reading: Reading, findings: Iterable[Finding], lang: Language = "zh") -> tuple[Comment, ...]:
    """A comment for each place that a finding has; what has none stands at its part or the title."""
    labels = {
        said.path: " / ".join(said.labels)
        for compiled, _ in reading.report.tables()
        for said in compiled.fields
    }
    values = {reading.place_of(path): value for path, value in reading.report.cells().items()}
    found: dict[Place | None, list[Finding]] = {}
    for finding in findings:
        found.setdefault(_place(reading, finding), []).append(finding)
    return tuple(
        Comment(
            place,
            tuple(
                "\n".join(_lines(each, labels, values.get(place), lang))
                for each in sorted(there, key=_gravity)
            ),
        )
        for place, there in found.items()
    )


def _gravity(finding: Finding) -> int:
    return SEVERITIES.index(finding.severity)


def _place(reading: Reading, finding: Finding) -> Place | None:
    """Its own place, else the first that is known: of its paths, of the parts around these, of the title."""
    parts = (re.split(r"[.\[]", path)[0] for path in finding.paths)
    known = (reading.place_of(path) for path in (*finding.paths, *parts, "title"))
    return finding.place or next((place for place in known if place is not None), None)


def _lines(finding: Finding, labels: dict[str, str], beside: Value, lang: Language) -> Iterator[str]:
    """The sentence with its code; expected and found; the other cells; each suggestion.

    What is found may be the sum of a balance: *beside* one of its cells it would be taken for its number.
    """
    severity = _say(finding.severity, lang)
    yield _say("head", lang, severity=severity, code=finding.code, text=_short(finding.text(lang)))
    if finding.expected is not None and finding.found is not None:
        if finding.found == beside:
            yield _say("values", lang, expected=finding.expected, found=finding.found)
    elif len(finding.paths) > 1:
        yield from _cells(finding, labels, lang)
    for suggestion in finding.suggestions:
        yield _say("suggestion", lang, text=_short(suggestion.text(lang)))


def _cells(finding: Finding, labels: dict[str, str], lang: Language) -> Iterator[str]:
    """The cells that a finding is about, where its sentence does not work them out."""
    named = [labels[path] for path in finding.paths if path in labels]
    shown = "；".join(named[:_MOST_CELLS])
    if len(named) > _MOST_CELLS:
        shown = _say("more", lang, cells=shown, count=len(named))
    if named:
        yield _say("cells", lang, cells=shown)


def _short(text: str) -> str:
    """One line of text, not too long for a comment."""
    line = _SPACES.sub(" ", text)
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"


def _say(phrase: str, lang: Language, **details: object) -> str:
    return _WORDS[phrase][lang == "en"].format(**details)
