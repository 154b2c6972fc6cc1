"""A baseline: findings that somebody has looked at and that may stand, each with its reason.

It is also where a lawful reason for a break between two years is kept. The file is TOML, so that it can be
written by hand and reviewed line by line. A finding is known when organ, year, code, paths and its Chinese
sentence are the same; so one whose numbers change is told again.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from attrs import field, frozen

from disclosure_report.errors import DamagedFileError
from disclosure_report.model.findings import Finding
from disclosure_report.model.report import Report


_TABLE = "known"


@frozen
class Known:
    """A finding that is known, and the *reason* for which it may stand."""

    agency: str
    year: int
    code: str
    paths: tuple[str, ...]
    text: str
    reason: str = ""

    @classmethod
    def of(cls, finding: Finding, report: Report, reason: str = "") -> "Known":
        """What is kept of a finding on a report; an organ or year that is not known is kept as nothing."""
        return cls(report.agency or "", report.year or 0, finding.code, finding.paths, finding.text(), reason)

    @property
    def key(self) -> tuple[Any, ...]:
        """By what a finding is known again."""
        return (self.agency, self.year, self.code, self.paths, self.text)


_TYPES = {"agency": str, "year": int, "code": str, "paths": list, "text": str, "reason": str}


@frozen
class Baseline:
    """Known findings, by what they are known again.

    >>> from disclosure_report.checks.catalogue import CATALOGUE
    >>> report = Report.blank("青溪镇", 2025)
    >>> finding = Finding(CATALOGUE["B101"], details=(("part", "二、主动公开政府信息情况"),))
    >>> baseline = Baseline((Known.of(finding, report, "表格另行报送。"),))
    >>> baseline.knows(finding, report)
    True
    >>> Baseline.read(baseline.text().encode()) == baseline
    True
    """

    entries: tuple[Known, ...] = ()
    keys: frozenset[Any] = field(init=False, repr=False, eq=False)

    @keys.default
    def _keys(self) -> frozenset[Any]:
        return frozenset(each.key for each in self.entries)

    @classmethod
    def read(cls, data: bytes, name: str = "<baseline>") -> "Baseline":
        """From the bytes of a file.

        Raises:
            DamagedFileError: it is no TOML in UTF-8, or an entry has other fields or no reason.
        """
        import tomllib

        try:
            given = tomllib.loads(data.decode("utf-8-sig").replace("\r\n", "\n"))
        except (ValueError, RecursionError) as error:  # also a number too long, brackets too deep
            raise DamagedFileError(name, f"is no baseline: {error}") from error
        entries = given.get(_TABLE, [])
        if set(given) - {_TABLE} or not isinstance(entries, list):
            raise DamagedFileError(name, f"is no baseline: it has [[{_TABLE}]] and nothing else")
        return cls(tuple(_entry(each, number, name) for number, each in enumerate(entries, 1)))

    def knows(self, finding: Finding, report: Report) -> bool:
        """Whether a finding on a report is known."""
        return Known.of(finding, report).key in self.keys

    def text(self) -> str:
        """As a file; one without entries is not empty, so that it reads back."""
        return "\n".join(_written(each) for each in self.entries) or f"{_TABLE} = []\n"

    def new(self, findings: Iterable[Finding], report: Report) -> Iterator[Known]:
        """An entry for each finding on a report that is not known, its reason still to be written."""
        entries = (Known.of(each, report) for each in findings)
        return (entry for entry in entries if entry.key not in self.keys)

    def grown(self, entries: Iterable[Known]) -> "Baseline":
        """With more entries, each once."""
        return Baseline(tuple({entry.key: entry for entry in (*self.entries, *entries)}.values()))


def _entry(given: Any, number: int, name: str) -> Known:
    place = f"entry {number}"
    if not isinstance(given, dict) or given.keys() != _TYPES.keys():
        wanted = ", ".join(_TYPES)
        raise DamagedFileError(name, f"{place} has other fields than {wanted}")
    for word, kind in _TYPES.items():
        if type(given[word]) is not kind:
            raise DamagedFileError(name, f"{place}: {word} is no {kind.__name__}")
    if not all(isinstance(path, str) for path in given["paths"]):
        raise DamagedFileError(name, f"{place}: paths holds what is no str")
    if not given["reason"].strip():
        raise DamagedFileError(name, f"{place} ({given['code']}) has no reason; write why it may stand")
    return Known(**{**given, "paths": tuple(given["paths"])})


def _written(entry: Known) -> str:
    lines = [f"{name} = {_toml(getattr(entry, name))}" for name in _TYPES]
    return "\n".join([f"[[{_TABLE}]]", *lines, ""])


def _toml(value: str | int | tuple[str, ...]) -> str:
    """JSON's strings, numbers and lists are TOML's, but for one control character."""
    if isinstance(value, str | int):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    return f"[{', '.join(map(_toml, value))}]"
