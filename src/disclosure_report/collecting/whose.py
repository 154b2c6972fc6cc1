"""Whose report a file is: by the organ that its report names, the identifier in it, the name of the file.

The report's own words come first. What contradicts them counts for nobody: which of the two is right cannot
be known.
"""

from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import NamedTuple

from attrs import field, frozen

from disclosure_report.across.rules import UNKNOWN, listed
from disclosure_report.checks.names import same_name
from disclosure_report.checks.received import (
    AREA_TAKEN,
    BY_FILE_NAME,
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
from disclosure_report.collecting.stems import names_in
from disclosure_report.model.findings import Finding, Rule
from disclosure_report.model.report import Report


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
    _files: Mapping[str, Office] = field(init=False)
    _ids: Mapping[str, Office] = field(init=False)

    @names.default
    def _names(self) -> Names:
        return Names(self.roster)

    @_files.default
    def _by_file(self) -> dict[str, Office]:
        return {same_name(office.file): office for office in self.roster.offices}

    @_ids.default
    def _by_id(self) -> dict[str, Office]:
        return {office.agency_id: office for office in self.roster.offices if office.agency_id}

    def of_report(self, report: Report, file: str) -> Owner:
        """Whose report it is."""
        told = _Told(self.by_stem(file), self.by_folder(file))
        identified = self._ids.get(report.agency_id or "")
        if report.agency is None:
            return self._nameless(report, told, identified)
        alike = self.names.alike(report.agency)
        if identified and identified not in alike.offices:
            said = _said(ID_OF_ANOTHER, report, identified)
            match alike.offices:
                case [office]:
                    return Owner(office, findings=(said,))
            return Owner(identified, findings=(said,))
        owner = self._settled(Alike((identified,)) if identified else alike, report, told)
        if owner.office and owner.counts and not identified and owner.office.agency_id and report.agency_id:
            return owner._replace(findings=(*owner.findings, _said(ID_UNKNOWN, report, owner.office)))
        return owner

    def _nameless(self, report: Report, told: _Told, identified: Office | None) -> Owner:
        """A report that names nobody; the name of an area tells no report of it, as any may be called so."""
        below = _Told(*map(self._leaves, told))
        owner = self._settled(Alike((identified,) if identified else below.hints), report, below)
        has_numbers = any(value is not None for value in report.cells().values())
        if identified or not owner.office or not owner.counts or not has_numbers:
            return owner
        return owner._replace(findings=(*owner.findings, _said(BY_FILE_NAME, report, owner.office)))

    def of_file(self, file: str) -> Office | None:
        """Whose a file is of which nothing but its name is known."""
        match self.by_stem(file) or self.by_folder(file):
            case [office]:
                return office
        return None

    def by_stem(self, file: str) -> tuple[Office, ...]:
        """The offices that the name of a file tells."""
        return self._called(PurePath(file).stem)

    def by_folder(self, file: str) -> tuple[Office, ...]:
        """The nearest folder that is called as an office is; that of an office above others holds theirs."""
        for folder in reversed(PurePath(file).parts[:-1]):
            told = self._called(folder)
            if told:
                return self._leaves(told)
        return ()

    def _leaves(self, offices: tuple[Office, ...]) -> tuple[Office, ...]:
        return tuple(office for office in offices if not self.roster.below(office.agency))

    def _called(self, stem: str) -> tuple[Office, ...]:
        """An organ's name beside that of one below it is its area; what is only like a name tells nothing."""
        whole = self._files.get(same_name(stem))
        if whole:
            return (whole,)
        found: dict[Office, None] = {}
        for name in names_in(stem):
            office = self._files.get(same_name(name))
            alike = self.names.alike(name)
            if office and not name.isascii():
                found[office] = None
            elif alike.doubt != "short":
                found |= dict.fromkeys(alike.offices)
        areas = {above for office in found for above in self.roster.above(office.agency)}
        return tuple(office for office in found if office.agency not in areas)

    def _settled(self, alike: Alike, report: Report, told: _Told) -> Owner:
        """The one that it is, if any; of several, the one that the names of file and folder tell."""
        both = [office for office in alike.offices if office in told.hints]
        areas = {above for office in alike.offices for above in self.roster.above(office.agency)}
        against = [office for office in told.stem if office.agency not in areas]
        match both, against, alike.offices:
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
