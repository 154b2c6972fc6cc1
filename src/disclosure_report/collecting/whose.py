"""Whose report a file is: by the identifier in it, the organ that its report names, the name of the file.

The report's own words come first. A file whose name tells another organ than its report does counts for
neither: which of the two is right cannot be known.
"""

from collections.abc import Iterable, Mapping
from pathlib import PurePath
from typing import NamedTuple

from attrs import field, frozen

from disclosure_report.across.rules import UNKNOWN
from disclosure_report.checks.names import core_of, may_be_one, short_forms
from disclosure_report.checks.received import NAME_TAKEN, OF_ANOTHER_OFFICE, OF_NO_OFFICE
from disclosure_report.collecting.file_names import same_name
from disclosure_report.collecting.roster import Office, Roster
from disclosure_report.model.findings import Finding, Rule
from disclosure_report.model.report import Report


Index = Mapping[str, tuple[Office, ...]]


class Owner(NamedTuple):
    """The office under which a file is listed, whether it counts as that office's, what is to be said."""

    office: Office | None
    counts: bool = False
    finding: Finding | None = None


def _indexed(pairs: Iterable[tuple[str, Office]]) -> Index:
    found: dict[str, tuple[Office, ...]] = {}
    for name, office in pairs:
        if name and office not in found.get(name, ()):
            found[name] = (*found.get(name, ()), office)
    return found


@frozen
class Owners:
    """Tells whose a file is."""

    roster: Roster
    _ids: Index = field(init=False)
    _cores: Index = field(init=False)
    _shorts: Index = field(init=False)
    _files: Index = field(init=False)

    def __attrs_post_init__(self) -> None:
        offices = self.roster.offices
        indexes = {
            "_ids": [(office.agency_id or "", office) for office in offices],
            "_cores": [(core_of(office.agency), office) for office in offices],
            "_shorts": [(short, office) for office in offices for short in short_forms(office.agency)],
            "_files": [(name, office) for office in offices for name in _called(office)],
        }
        for name, pairs in indexes.items():
            object.__setattr__(self, name, _indexed(pairs))

    def of_report(self, report: Report, file: str) -> Owner:
        """Whose report it is."""
        stem = self.by_stem(file)
        hints = stem or self._by_folder(file)
        if report.agency is None and report.agency_id is None:
            return _settled(hints, report, hints)
        sure = self._ids.get(report.agency_id or "", ()) or self._by_name(report.agency or "")
        if sure:
            return _settled(sure, report, hints, stem)
        like = [each for each in self.roster.offices if may_be_one(each.agency, report.agency or "")]
        return _settled(like, report, hints, stem, unsure=True)

    def of_file(self, file: str) -> Office | None:
        """Whose a file is of which nothing but its name is known."""
        hints = self.by_stem(file) or self._by_folder(file)
        return hints[0] if len(hints) == 1 else None

    def _by_name(self, agency: str) -> tuple[Office, ...]:
        shorts = short_forms(agency)
        longer = self._shorts.get(shorts[0], ())
        shorter = [office for short in shorts for office in self._cores.get(short, ())]
        return tuple(dict.fromkeys((*longer, *shorter)))

    def by_stem(self, file: str) -> tuple[Office, ...]:
        """The offices that the name of a file tells: as a whole, else by what stands in it."""
        stem = PurePath(file).stem
        whole = self._files.get(same_name(stem)) or self._files.get(same_name(core_of(stem)))
        if whole:
            return whole
        inside = [name for name in self._files if name in same_name(core_of(stem))]
        longest = [name for name in inside if not any(name != other and name in other for other in inside)]
        return tuple(dict.fromkeys(office for name in longest for office in self._files[name]))

    def _by_folder(self, file: str) -> tuple[Office, ...]:
        """The nearest folder that is called as an office is; that of an office above others holds theirs."""
        leaves = {*self.roster.leaves}
        for folder in reversed(PurePath(file).parts[:-1]):
            told = self._files.get(same_name(folder)) or self._files.get(same_name(core_of(folder)), ())
            if told:
                return tuple(office for office in told if office in leaves)
        return ()


def _called(office: Office) -> Iterable[str]:
    """What a file or folder of an office may be called."""
    return same_name(office.file), same_name(core_of(office.agency)), same_name(office.agency)


def _settled(
    offices: Iterable[Office],
    report: Report,
    hints: Iterable[Office],
    stem: Iterable[Office] = (),
    *,
    unsure: bool = False,
) -> Owner:
    """The one of *offices* that it is, if any; of several, the one that the names of file and folder tell."""
    found, told, named = [*offices], [*hints], [*stem]
    both = [office for office in found if office in told]
    if len(both) == 1:
        return Owner(both[0], counts=True)
    if len(named) == 1 and not both:
        return Owner(named[0], finding=_said(OF_ANOTHER_OFFICE, report, named[0]))
    if len(found) != 1:
        return Owner(None, finding=_said(OF_NO_OFFICE, report))
    return Owner(found[0], counts=True, finding=_said(NAME_TAKEN, report, found[0]) if unsure else None)


def _said(rule: Rule, report: Report, office: Office | None = None) -> Finding:
    found, agency = report.agency or UNKNOWN, office.agency if office else ""
    return Finding(rule, ("agency",), details=(("agency", agency), ("found", found)))
