"""The roster: the organs that are to report, a line each."""

from collections.abc import Mapping
from typing import Any

from attrs import evolve, field, frozen

from disclosure_report.blocks import Place
from disclosure_report.checks.received import TOO_MANY_CELLS
from disclosure_report.collecting.office import Office
from disclosure_report.collecting.table import lines_of
from disclosure_report.collecting.taking import Taking, above, fault
from disclosure_report.errors import DamagedFileError, InvalidValueError
from disclosure_report.media.files import Source, name_of, take
from disclosure_report.media.text.decode import decode
from disclosure_report.model.findings import Finding


# The columns of a roster: the heads by which each is known.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "agency": ("agency", "机关", "机关名称", "行政机关", "单位", "单位名称"),
    "agency_id": ("agency_id", "机关代码", "单位代码", "统一社会信用代码"),
    "kind": ("kind", "类型", "类别"),
    "file": ("file", "文件", "文件名"),
    "parent": ("parent", "上级", "上级机关"),
}


_PACKAGE = b"PK\x03\x04"  # begins a workbook


def _taken(offices: Any) -> tuple[Office, ...]:
    """The offices, each parent called as its own line is.

    Raises:
        InvalidValueError: what is no office, or one that cannot stand beside those before it.
    """
    taking = Taking()
    for number, office in enumerate(offices):
        if not isinstance(office, Office):
            raise InvalidValueError(f"offices[{number}]", f"takes an Office, not {type(office).__name__}")
        problem = taking.take(office)
        if problem is not None:
            raise InvalidValueError(f"offices[{number}]", _problem(problem))
    for _ in taking.find_parents():
        pass  # what a name was taken for is told of lines
    for number, problem in taking.circles():
        raise InvalidValueError(f"offices[{number}]", _problem(problem))
    return tuple(taking.offices)


def _problem(found: Finding) -> str:
    """What is wrong, without what is then done with a line."""
    return found.text("en").partition(";")[0]


@frozen
class Roster:
    """The organs that are to report, each once; *findings* say which lines were left out, and why.

    >>> roster = Roster.parse("单位名称,类型,上级\\n青溪镇,乡镇,云岭县\\n悦来镇,乡镇,云岭县\\n青溪镇,,\\n")
    >>> [office.agency for office in roster.offices], [str(each.place) for each in roster.findings]
    (['青溪镇', '悦来镇'], ['第4行'])

    Raises:
        InvalidValueError: what is no office, or two offices with one name, identifier or file name.
    """

    offices: tuple[Office, ...] = field(converter=_taken)
    findings: tuple[Finding, ...] = ()
    parents: Mapping[str, str | None] = field(init=False, repr=False, eq=False)
    children: Mapping[str, tuple[str, ...]] = field(init=False, repr=False, eq=False)

    @parents.default
    def _parents(self) -> dict[str, str | None]:
        """The name of the organ above each."""
        return {office.agency: office.parent for office in self.offices}

    @children.default
    def _children(self) -> dict[str, tuple[str, ...]]:
        """The names of the organs right below each that has any."""
        found: dict[str, list[str]] = {}
        for name, parent in self.parents.items():
            if parent:
                found.setdefault(parent, []).append(name)
        return {parent: tuple(names) for parent, names in found.items()}

    @classmethod
    def parse(cls, text: str, *, name: str = "<roster>") -> "Roster":
        """A roster from the text of a CSV file: a line of heads, then a line for each organ.

        The heads are *agency*, *agency_id*, *kind*, *file* and *parent*, or their Chinese names; only the
        first must be there. Columns with other heads are not looked at.

        Raises:
            DamagedFileError: it has no column of agencies, or one twice, or is no CSV.
        """
        taking, faults, lines = Taking(), list[tuple[int, Finding]](), list[int]()
        for number, cells, beyond in lines_of(text, COLUMNS, name):
            found = fault(TOO_MANY_CELLS, text=beyond) if beyond else taking.add(cells)
            if found is None:
                lines.append(number)
            else:
                faults.append((number, found))
        taken = [*taking.find_parents()]
        circles = [*taking.circles()]
        for slot, _ in circles:
            taking.offices[slot] = evolve(taking.offices[slot], parent=None)
        faults += [(lines[slot], found) for slot, found in (*taken, *circles, *taking.several_tops())]
        findings = (evolve(found, place=Place(line=number)) for number, found in faults)
        return cls(tuple(taking.offices), tuple(findings))

    @classmethod
    def read(cls, source: Source, *, encoding: str | None = None) -> "Roster":
        """A roster from a CSV file (path, bytes or binary file), in UTF-8 or GBK, as Excel saves it.

        Raises:
            DamagedFileError: it has no column of agencies, or is no CSV.
            OSError: the path cannot be opened.
        """
        name, data = name_of(source), take(source)
        if data.startswith(_PACKAGE):
            raise DamagedFileError(name, "is no CSV: save the workbook as CSV")
        return cls.parse(decode(data, name, encoding), name=name)

    def above(self, name: str) -> tuple[str, ...]:
        """The names of the organs above one, the nearest first."""
        return above(name, self.parents)

    def below(self, name: str) -> tuple[str, ...]:
        """The names of the organs right below one."""
        return self.children.get(name, ())

    @property
    def leaves(self) -> tuple[Office, ...]:
        """The organs that have none below them: those whose reports add up to the whole."""
        return tuple(office for office in self.offices if office.agency not in self.children)

    @property
    def top(self) -> str | None:
        """The name of the one organ above all others; None where there are several, or none."""
        tops = {name for name in self.children if not self.parents.get(name)}
        alone = {office.agency for office in self.offices if not office.parent} - tops
        return tops.pop() if len(tops) == 1 and not alone else None
