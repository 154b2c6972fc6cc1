"""The roster: the organs that are to report, a line each."""

from collections.abc import Iterator, Mapping

from attrs import define, evolve, field, frozen

from disclosure_report.blocks import Place
from disclosure_report.checks.received import (
    FILE_TWICE,
    ID_TWICE,
    IN_CIRCLE,
    NAME_TWICE,
    NO_FILE_NAME,
    NO_KIND,
    NO_NAME,
)
from disclosure_report.checks.subject import KINDS, AgencyKind
from disclosure_report.collecting.file_names import may_be_file_name, same_name
from disclosure_report.collecting.table import lines_of
from disclosure_report.errors import InvalidValueError
from disclosure_report.media.files import Source, name_of, take
from disclosure_report.media.text.decode import decode
from disclosure_report.model.findings import Finding, Rule
from disclosure_report.model.text import problem_of_line


# The columns of a roster: the heads by which each is known.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "agency": ("agency", "机关", "机关名称", "行政机关", "单位", "单位名称"),
    "agency_id": ("agency_id", "机关代码", "单位代码", "统一社会信用代码"),
    "kind": ("kind", "类型", "类别"),
    "file": ("file", "文件", "文件名"),
    "parent": ("parent", "上级", "上级机关"),
}
_KINDS: Mapping[str, AgencyKind] = {kind: kind for kind in KINDS} | {
    "政府": "government",
    "部门": "department",
    "乡镇": "township",
    "乡镇街道": "township",
    "乡镇(街道)": "township",
    "街道": "township",
}
_SUFFIXES = (".xlsx", ".docx")  # that a column of file names may have


@frozen
class Office:
    """One organ of a roster.

    *kind* is that of `check`. *file* is the name of its files without a suffix; the organ's name where the
    roster gives none. *parent* is the name of the organ above it.
    """

    agency: str
    agency_id: str | None = None
    kind: AgencyKind | None = None
    file: str = ""
    parent: str | None = None

    def __attrs_post_init__(self) -> None:
        if not self.file:
            object.__setattr__(self, "file", self.agency)


@frozen
class Roster:
    """The organs that are to report, each once; *findings* say which lines were left out, and why.

    >>> roster = Roster.parse("单位名称,类型,上级\\n青溪镇,乡镇,云岭县\\n悦来镇,乡镇,云岭县\\n青溪镇,,\\n")
    >>> [office.agency for office in roster.offices], [str(each.place) for each in roster.findings]
    (['青溪镇', '悦来镇'], ['第4行'])
    """

    offices: tuple[Office, ...]
    findings: tuple[Finding, ...] = ()

    def __attrs_post_init__(self) -> None:
        work = _Work()
        for number, office in enumerate(self.offices):
            if not isinstance(office, Office):
                raise InvalidValueError(f"offices[{number}]", f"takes an Office, not {type(office).__name__}")
            fault = work.take(office)
            if fault is not None:
                raise InvalidValueError(f"offices[{number}]", fault.text("en"))
        for number, finding in work.circles():
            raise InvalidValueError(f"offices[{number}]", finding.text("en"))

    @classmethod
    def parse(cls, text: str, *, name: str = "<roster>") -> "Roster":
        """A roster from the text of a CSV file: a line of heads, then a line for each organ.

        The heads are *agency*, *agency_id*, *kind*, *file* and *parent*, or their Chinese names; only the
        first must be there. Columns with other heads are not looked at.

        Raises:
            DamagedFileError: it has no column of agencies, or one twice, or is no CSV.
        """
        work, faults, places = _Work(), list[Finding](), list[int]()
        for number, cells in lines_of(text, COLUMNS, name):
            fault = work.add(cells)
            if fault is not None:
                faults.append(Finding(fault.rule, place=Place(line=number), details=fault.details))
            else:
                places.append(number)
        offices = work.offices
        for slot, finding in [*work.circles()]:
            offices[slot] = evolve(offices[slot], parent=None)
            faults.append(Finding(finding.rule, place=Place(line=places[slot]), details=finding.details))
        return cls(tuple(offices), tuple(faults))

    @classmethod
    def read(cls, source: Source, *, encoding: str | None = None) -> "Roster":
        """A roster from a CSV file (path, bytes or binary file), in UTF-8 or GBK, as Excel saves it.

        Raises:
            DamagedFileError: it has no column of agencies, or is no CSV.
            OSError: the path cannot be opened.
        """
        name = name_of(source)
        return cls.parse(decode(take(source), name, encoding), name=name)

    @property
    def parents(self) -> dict[str, str | None]:
        """The name of the organ above each."""
        return {office.agency: office.parent for office in self.offices}

    @property
    def leaves(self) -> tuple[Office, ...]:
        """The organs that have none below them: those whose reports add up to the whole."""
        above = {*self.parents.values()}
        return tuple(office for office in self.offices if office.agency not in above)

    @property
    def top(self) -> str | None:
        """The name of the one organ above all others; None where there are several, or none."""
        above = {parent for parent in self.parents.values() if parent}
        tops = {name for name in above if not self.parents.get(name)}
        alone = {office.agency for office in self.offices if not office.parent} - tops
        return tops.pop() if len(tops) == 1 and not alone else None


@define
class _Work:
    """What is known while the lines pass by."""

    offices: list[Office] = field(factory=list)
    names: set[str] = field(factory=set)
    ids: set[str] = field(factory=set)
    files: set[str] = field(factory=set)

    def add(self, cells: Mapping[str, str]) -> Finding | None:
        """The office of a line, or what is wrong with it."""
        kind = _KINDS.get(same_name(cells.get("kind", "")))
        if cells.get("kind") and kind is None:
            return _fault(NO_KIND, text=cells["kind"])
        office = Office(
            cells.get("agency", ""),
            cells.get("agency_id") or None,
            kind,
            _stem(cells.get("file", "")),
            cells.get("parent") or None,
        )
        return self.take(office)

    def take(self, office: Office) -> Finding | None:
        """Take an office after those before it, unless something is wrong with it."""
        faults = (
            (problem_of_line(office.agency) is not None, NO_NAME, ""),
            (office.kind not in (None, *KINDS), NO_KIND, str(office.kind)),
            (same_name(office.agency) in self.names, NAME_TWICE, office.agency),
            (office.agency_id in self.ids, ID_TWICE, office.agency_id or ""),
            (not may_be_file_name(office.file), NO_FILE_NAME, office.file),
            (same_name(office.file) in self.files, FILE_TWICE, office.file),
        )
        for is_so, rule, text in faults:
            if is_so:
                return _fault(rule, text=text, agency=text)
        self.offices.append(office)
        self.names.add(same_name(office.agency))
        self.files.add(same_name(office.file))
        if office.agency_id is not None:
            self.ids.add(office.agency_id)
        return None

    def circles(self) -> Iterator[tuple[int, Finding]]:
        """The offices that stand under themselves: the first of each circle, by its number."""
        parents = {office.agency: office.parent for office in self.offices}
        for number, office in enumerate(self.offices):
            if office.agency in _above(office.agency, parents):
                parents[office.agency] = None
                yield number, _fault(IN_CIRCLE, agency=office.agency)


def _above(name: str, parents: Mapping[str, str | None]) -> set[str]:
    met: set[str] = set()
    at = parents.get(name)
    while at and at not in met:
        met.add(at)
        at = parents.get(at)
    return met


def _stem(file: str) -> str:
    return next((file[: -len(each)] for each in _SUFFIXES if file.lower().endswith(each)), file)


def _fault(rule: Rule, **details: str) -> Finding:
    return Finding(rule, ("agency",), details=tuple(details.items()))
