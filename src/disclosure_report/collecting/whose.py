"""Whose report a file is: by the organ that its report names, the identifier in it, the name of the file.

The report's own words come first. What contradicts them counts for nobody: which of the two is right cannot
be known.
"""

from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import NamedTuple

from attrs import field, frozen

from disclosure_report.across.rules import UNKNOWN, listed
from disclosure_report.checks.names import core_of, same_name
from disclosure_report.checks.received import (
    AREA_TAKEN,
    ID_OF_ANOTHER,
    ID_UNKNOWN,
    NAME_TAKEN,
    OF_ANOTHER_OFFICE,
    OF_NO_OFFICE,
    OF_SEVERAL,
)
from disclosure_report.collecting.alike import Alike, Names
from disclosure_report.collecting.office import Office
from disclosure_report.collecting.roster import Roster
from disclosure_report.model.findings import Finding, Rule
from disclosure_report.model.report import Report


Index = Mapping[str, tuple[Office, ...]]


class Owner(NamedTuple):
    """The office under which a file is listed, whether it counts as that office's, what is to be said."""

    office: Office | None
    counts: bool = False
    findings: tuple[Finding, ...] = ()


class _Told(NamedTuple):
    """The offices that the names of a file and of its folders tell; only the file's own may contradict."""

    stem: tuple[Office, ...]
    folder: tuple[Office, ...]

    @property
    def hints(self) -> tuple[Office, ...]:
        return self.stem or self.folder


@frozen
class Owners:
    """Tells whose a file is."""

    roster: Roster
    names: Names = field(init=False)
    _files: Index = field(init=False)
    _ids: Mapping[str, Office] = field(init=False)

    @names.default
    def _names(self) -> Names:
        return Names(self.roster)

    @_files.default
    def _by_file(self) -> Index:
        """The offices by what a file or folder of theirs may be called."""
        found: dict[str, tuple[Office, ...]] = {}
        for office in self.roster.offices:
            names = {same_name(office.file), same_name(office.agency), core_of(office.agency)}
            for name in sorted({*names, *self.names.without_area(office)} - {""}):
                found[name] = (*found.get(name, ()), office)
        return found

    @_ids.default
    def _by_id(self) -> dict[str, Office]:
        return {office.agency_id: office for office in self.roster.offices if office.agency_id}

    def of_report(self, report: Report, file: str) -> Owner:
        """Whose report it is."""
        told = _Told(self.by_stem(file), self._by_folder(file))
        identified = self._ids.get(report.agency_id or "")
        if report.agency is None:
            return _settled(Alike((identified,) if identified else told.hints), report, told)
        alike = self.names.alike(report.agency)
        if identified and identified not in alike.offices:
            office = alike.offices[0] if len(alike.offices) == 1 else identified
            return Owner(office, findings=(_said(ID_OF_ANOTHER, report, identified),))
        owner = _settled(Alike((identified,)) if identified else alike, report, told)
        stranger = owner.counts and owner.office and owner.office.agency_id and report.agency_id
        if stranger and owner.office and not identified:
            return owner._replace(findings=(*owner.findings, _said(ID_UNKNOWN, report, owner.office)))
        return owner

    def of_file(self, file: str) -> Office | None:
        """Whose a file is of which nothing but its name is known."""
        match self.by_stem(file) or self._by_folder(file):
            case [office]:
                return office
        return None

    def by_stem(self, file: str) -> tuple[Office, ...]:
        """The offices that the name of a file tells: as a whole, else by what stands in it.

        A number or a few letters may stand in any name, so that they tell an office only as a whole. An
        organ's name in front of that of one below it is its area.
        """
        stem = PurePath(file).stem
        whole = self._files.get(same_name(stem))
        if whole:
            return whole
        text = core_of(stem)
        inside = [name for name in self._files if name in text and not name.isascii()]
        longest = [name for name in inside if not any(name != other and name in other for other in inside)]
        found = dict.fromkeys(office for name in longest for office in self._files[name])
        areas = {above for office in found for above in self.roster.above(office.agency)}
        return tuple(office for office in found if office.agency not in areas)

    def _by_folder(self, file: str) -> tuple[Office, ...]:
        """The nearest folder that is called as an office is; that of an office above others holds theirs."""
        leaves = {*self.roster.leaves}
        for folder in reversed(PurePath(file).parts[:-1]):
            told = self._files.get(same_name(folder)) or self._files.get(core_of(folder), ())
            if told:
                return tuple(office for office in told if office in leaves)
        return ()


def _settled(alike: Alike, report: Report, told: _Told) -> Owner:
    """The one that it is, if any; of several, the one that the names of file and folder tell."""
    both = [office for office in alike.offices if office in told.hints]
    match both, told.stem, alike.offices:
        case [office], _, _:
            return Owner(office, counts=True, findings=_doubt(alike, report, office, told.stem))
        case [], [office], _:
            return Owner(office, findings=(_said(OF_ANOTHER_OFFICE, report, office),))
        case _, _, [office]:
            return Owner(office, counts=True, findings=_doubt(alike, report, office))
        case _, _, []:
            return Owner(None, findings=(_said(OF_NO_OFFICE, report),))
    names = listed([f"“{office.agency}”" for office in alike.offices])
    return Owner(None, findings=(_said(OF_SEVERAL, report, names=names),))


def _doubt(alike: Alike, report: Report, office: Office, stem: Sequence[Office] = ()) -> tuple[Finding, ...]:
    """What is doubtful about a name; the name of the file tells a short form, but no area."""
    rule = {"area": AREA_TAKEN, "short": None if office in stem else NAME_TAKEN}.get(alike.doubt or "")
    return (_said(rule, report, office),) if rule else ()


def _said(rule: Rule, report: Report, office: Office | None = None, names: str = "") -> Finding:
    details = {
        "agency": office.agency if office else "",
        "found": report.agency or UNKNOWN,
        "text": report.agency_id or "",
        "names": names,
    }
    return Finding(rule, ("agency",), details=tuple(details.items()))
