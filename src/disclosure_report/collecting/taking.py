"""Lines of a roster, one after another: what is wrong with each, and with the tree that they make."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from attrs import define, evolve, field

from disclosure_report.across.rules import listed
from disclosure_report.checks.names import ITSELF, core_of, same_name
from disclosure_report.checks.received import (
    FILE_TWICE,
    ID_TWICE,
    IN_CIRCLE,
    NAME_TWICE,
    NO_FILE_NAME,
    NO_KIND,
    NO_NAME,
    PARENT_TAKEN,
    SEVERAL_TOPS,
)
from disclosure_report.checks.subject import KINDS, AgencyKind
from disclosure_report.collecting.file_names import may_be_file_name
from disclosure_report.collecting.office import Office
from disclosure_report.errors import InvalidValueError
from disclosure_report.model.findings import Finding, Rule


KINDS_OF_LINES: Mapping[str, AgencyKind] = {kind: kind for kind in KINDS} | {
    "政府": "government",
    "部门": "department",
    "乡镇": "township",
    "乡镇街道": "township",
    "乡镇(街道)": "township",
    "街道": "township",
}
_SUFFIXES = (".xlsx", ".docx")  # that a column of file names may have


@define
class Taking:
    """What is known while the lines pass by."""

    offices: list[Office] = field(factory=list)
    names: set[str] = field(factory=set)
    ids: set[str] = field(factory=set)
    files: set[str] = field(factory=set)

    def add(self, cells: Mapping[str, str]) -> Finding | None:
        """Take the office of a line, unless something is wrong with it."""
        known = {name: text for name, text in cells.items() if text}
        kind = known.pop("kind", None)
        if kind is not None and same_name(kind) not in KINDS_OF_LINES:
            return fault(NO_KIND, text=kind)
        if "file" in known:
            known["file"] = _stem(known["file"])
        try:
            office = Office(**{"agency": "", **known}, kind=KINDS_OF_LINES[same_name(kind)] if kind else None)
        except InvalidValueError:
            return fault(NO_NAME)
        return self.take(office)

    def take(self, office: Office) -> Finding | None:
        """Take an office after those before it, unless something is wrong with it."""
        faults = (
            (same_name(office.agency) in self.names, NAME_TWICE, office.agency),
            (office.agency_id in self.ids, ID_TWICE, office.agency_id or ""),
            (not may_be_file_name(office.file), NO_FILE_NAME, office.file),
            (same_name(office.file) in self.files, FILE_TWICE, office.file),
        )
        for is_so, rule, text in faults:
            if is_so:
                return fault(rule, text=text, agency=text)
        self.offices.append(office)
        self.names.add(same_name(office.agency))
        self.files.add(same_name(office.file))
        self.ids |= {office.agency_id} - {None}  # type: ignore[arg-type]
        return None

    def find_parents(self) -> Iterator[tuple[int, Finding]]:
        """A parent is the line that is called so, or the only one at the top whose name ends so.

        One without a line is called as it was at first.
        """
        names = {same_name(office.agency): office.agency for office in self.offices}
        cores = _alone((core_of(office.agency), office.agency) for office in self.offices)
        kinds = {
            is_itself: _alone((core_of(it), it) for it in names.values() if (ITSELF in it) is is_itself)
            for is_itself in (False, True)
        }
        tops = [office.agency for office in self.offices if office.parent is None]
        for number, office in enumerate(self.offices):
            if office.parent is None:
                continue
            given, core = same_name(office.parent), core_of(office.parent)
            known = names.get(given) or kinds[ITSELF in given].get(core) or cores.get(core)
            ending = [top for top in tops if core and core_of(top).endswith(core) and top != office.agency]
            if known is None and len(ending) == 1:
                [known] = ending
                yield number, fault(PARENT_TAKEN, text=office.parent, agency=known)
            known = names.setdefault(given, known or office.parent)
            self.offices[number] = evolve(office, parent=known)

    def circles(self) -> Iterator[tuple[int, Finding]]:
        """The offices that stand under themselves: the first of each circle, by its number."""
        parents = {office.agency: office.parent for office in self.offices}
        for number, office in enumerate(self.offices):
            if office.agency in above(office.agency, parents):
                parents[office.agency] = None
                yield number, fault(IN_CIRCLE, agency=office.agency)

    def several_tops(self) -> Iterator[tuple[int, Finding]]:
        """Parents that may be mistyped: without a line, beside others that have nobody above them.

        Of several parents the one of most offices is right.
        """
        parents = {office.agency: office.parent for office in self.offices}
        counts = Counter(office.parent for office in self.offices if office.parent)
        tops = [name for name in counts if not parents.get(name)]
        alone = [name for name, parent in parents.items() if parent is None and name not in counts]
        usual = max(tops, key=lambda name: (name in parents, counts[name]), default=None)
        for name in tops:
            others = [other for other in (*tops, *alone) if other != name]
            if name not in parents and (alone or name != usual) and others:
                number = next(slot for slot, office in enumerate(self.offices) if office.parent == name)
                yield number, fault(SEVERAL_TOPS, text=name, names=listed([f"“{it}”" for it in others]))


def _alone(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The names by core, of those that have one by themselves."""
    found: dict[str, list[str]] = {}
    for core, name in pairs:
        found.setdefault(core, []).append(name)
    return {core: names[0] for core, names in found.items() if len(names) == 1}


def above(name: str, parents: Mapping[str, str | None]) -> tuple[str, ...]:
    """The names above one, the nearest first."""
    met: dict[str, None] = {}
    at = parents.get(name)
    while at and at not in met:
        met[at] = None
        at = parents.get(at)
    return tuple(met)


def _stem(file: str) -> str:
    return next((file[: -len(each)] for each in _SUFFIXES if file.lower().endswith(each)), file)


def fault(rule: Rule, **details: str) -> Finding:
    """What is wrong with a line."""
    return Finding(rule, ("agency",), details=tuple(details.items()))
