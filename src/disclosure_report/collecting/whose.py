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
        match self.by_stem(file) or self._by_folder(file):
            case [office]:
                return office
        return None

    def _by_name(self, agency: str) -> tuple[Office, ...]:
        shorts = short_forms(agency)
        longer = self._shorts.get(shorts[0], ())
        shorter = [office for short in shorts for office in self._cores.get(short, ())]
        return tuple(dict.fromkeys((*longer, *shorter)))

    def by_stem(self, file: str) -> tuple[Office, ...]:
        """The offices that the name of a file tells: as a whole, else by what stands in it.

        A number or a few letters may stand in any name, so that they tell an office only as a whole.
        """
        stem = PurePath(file).stem
        whole = self._files.get(same_name(stem))
        if whole:
            return whole
        text = same_name(core_of(stem))
        inside = [name for name in self._files if name in text and not name.isascii()]
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
    found, told = [*offices], [*hints]
    both, named = [office for office in found if office in told], [*stem]
    match both, named, found:
        case [office], _, _:
            return Owner(office, counts=True)
        case [], [office], _:
            return Owner(office, finding=_said(OF_ANOTHER_OFFICE, report, office.agency))
        case _, _, [office]:
            taken = _said(NAME_TAKEN, report, office.agency) if unsure else None
            return Owner(office, counts=True, finding=taken)
    return Owner(None, finding=_said(OF_NO_OFFICE, report))


def _said(rule: Rule, report: Report, agency: str = "") -> Finding:
    details = (("agency", agency), ("found", report.agency or UNKNOWN))
    return Finding(rule, ("agency",), details=details)
