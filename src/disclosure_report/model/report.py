"""The report: six parts, with agency and year. A value: frozen, hashable, equal by content, picklable."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any, TypeAlias

import attrs
from attrs import Attribute, field, frozen

from disclosure_report.blocks import Value
from disclosure_report.errors import InvalidValueError, UnknownPathError
from disclosure_report.model.common import Disputes
from disclosure_report.model.form2019 import Applications2019, ProactiveDisclosure2019
from disclosure_report.model.form2021 import Applications2021, ProactiveDisclosure2021
from disclosure_report.model.forms import Form
from disclosure_report.model.parts import TABLE_PARTS
from disclosure_report.model.prose import Prose
from disclosure_report.model.registry import TABLES, form_in_force, tables_of
from disclosure_report.model.text import problem_of_line, refusing, tidy_or_none
from disclosure_report.model.tree import Table, table
from disclosure_report.model.values import PROBLEM


ProactiveDisclosure: TypeAlias = ProactiveDisclosure2019 | ProactiveDisclosure2021
Applications: TypeAlias = Applications2019 | Applications2021

# The Regulations on Open Government Information came into force on 1 May 2008.
FIRST_YEAR, LAST_YEAR = 2008, 9999


def derived_title(agency: str | None, year: int | None) -> str:
    """The usual title of a report.

    >>> derived_title("悦来镇", 2021)
    '悦来镇2021年政府信息公开工作年度报告'
    """
    return f"{agency or ''}{f'{year}年' if year else ''}政府信息公开工作年度报告"


def problem_of_year(value: object) -> str | None:
    """What is wrong with a year, or None."""
    if type(value) is int and FIRST_YEAR <= value <= LAST_YEAR:
        return None
    return f"a year is an int from {FIRST_YEAR} to {LAST_YEAR} or None, not {value!r:.60}"


def _problem_of_date(value: object) -> str | None:
    if isinstance(value, date) and not isinstance(value, datetime):
        return None
    return f"a date is a datetime.date or None, not {value!r:.60}"


def _table(_: Any, attribute: "Attribute[Any]", value: Any) -> None:
    known = [known.cls for known in tables_of(attribute.name)]
    if type(value) not in known:
        names = " or ".join(cls.__name__ for cls in known)
        raise InvalidValueError(attribute.name, f"takes {names}, not {type(value).__name__}")


def _prose(_: Any, attribute: "Attribute[Any]", value: Any) -> None:
    if not isinstance(value, Prose):
        raise InvalidValueError(attribute.name, f"takes Prose, not {type(value).__name__} {value!r:.60}")


def _line() -> Any:
    return field(default=None, converter=tidy_or_none, validator=refusing(problem_of_line))


@frozen(kw_only=True)
class Report:
    """One annual report: preamble, six parts, and what is known about the document itself.

    Blank cells are None, and a total is data as printed: nothing is ever computed on the way in.
    `title` is None while it equals the usual title; `full_title` always has the words.

    >>> report = Report.blank("悦来镇", 2021)
    >>> report = report.replace({"applications.newly_received.total": 5})
    >>> report["applications.newly_received.total"], report.applications.newly_received.natural_person
    (5, None)
    """

    agency: str | None = _line()
    year: int | None = field(default=None, validator=refusing(problem_of_year))
    title: str | None = _line()
    preamble: Prose = field(default=Prose(), validator=_prose)
    overview: Prose = field(default=Prose(), validator=_prose)
    proactive_disclosure: ProactiveDisclosure = field(validator=_table)
    applications: Applications = field(validator=_table)
    disputes: Disputes = field(validator=_table)
    problems_and_improvements: Prose = field(default=Prose(), validator=_prose)
    other_matters: Prose = field(default=Prose(), validator=_prose)
    publication_date: date | None = field(default=None, validator=refusing(_problem_of_date))
    document_number: str | None = _line()
    index_number: str | None = _line()
    source_address: str | None = _line()
    agency_id: str | None = _line()

    def __attrs_post_init__(self) -> None:
        if self.title == derived_title(self.agency, self.year):
            object.__setattr__(self, "title", None)

    @classmethod
    def blank(cls, agency: str | None, year: int | None, form: Form | None = None) -> "Report":
        """A report with all cells blank, in the forms in force for the year unless *form* is given.

        >>> Report.blank("悦来镇", 2020).applications.form
        <Form.Y2019: 2019>

        Raises:
            InvalidValueError: neither year nor form is given, or no form is known for the year.
        """
        if form is None:
            if year is None:
                raise InvalidValueError("year", "a blank report needs a year or a form")
            form = form_in_force(year)
        if form not in TABLES:
            raise InvalidValueError("form", f"is a Form, not {form!r:.60}")
        blank_tables = {part: table_class() for part, table_class in TABLES[form].items()}
        return cls(agency=agency, year=year, **blank_tables)

    @property
    def full_title(self) -> str:
        """The title of the report, derived from agency and year unless it has another."""
        return self.title or derived_title(self.agency, self.year)

    def tables(self) -> Iterator[tuple[Table, Any]]:
        """The three tables in the order of the form: each compiled class with its instance."""
        for part in TABLE_PARTS:
            instance = getattr(self, part.name)
            cls: type = type(instance)
            yield table(part.name, cls), instance

    def cells(self) -> dict[str, Value]:
        """Every cell by its path, in the order of the form.

        >>> list(Report.blank("悦来镇", 2021).cells())[:2]
        ['proactive_disclosure.rules.issued', 'proactive_disclosure.rules.repealed']
        """
        return {
            path: values[slot]
            for compiled, instance in self.tables()
            for values in [compiled.values(instance)]
            for path, slot in compiled.index.items()
        }

    def __getitem__(self, path: str) -> Value:
        compiled, instance = self._table_of(path)
        return compiled.values(instance)[compiled.index[path]]

    def _table_of(self, path: str) -> tuple[Table, Any]:
        for compiled, instance in self.tables():
            if path in compiled.index:
                return compiled, instance
        raise UnknownPathError(str(path), "no such cell in the forms of this report")

    def replace(self, cells: Mapping[str, Value] | None = None, /, **parts: Any) -> "Report":
        """A new report with other cells (by path) or other parts and details (by name).

        >>> report = Report.blank("悦来镇", 2021)
        >>> report.replace(other_matters=Prose.from_text("无。")).other_matters.text
        '无。'
        >>> report.replace({"applications.newly_received.total": -1})
        Traceback (most recent call last):
        disclosure_report.errors.InvalidValueError:
        applications.newly_received.total: a count is not negative, found -1

        Raises:
            UnknownPathError: a path or a name that this report does not have.
            InvalidValueError: a value that its cell or part cannot hold.
        """
        names = {f.name for f in attrs.fields(Report)}
        for name in parts:
            if name not in names:
                raise UnknownPathError(name, "a report has no such part or detail")
        report = attrs.evolve(self, **parts) if parts else self
        return report._with_cells(cells) if cells else report  # noqa: SLF001  a report of this class

    def _with_cells(self, cells: Mapping[str, Value]) -> "Report":
        changed: dict[str, tuple[Table, list[Value]]] = {}
        for path, value in cells.items():
            compiled, instance = self._table_of(path)
            _, values = changed.setdefault(compiled.part, (compiled, list(compiled.values(instance))))
            slot = compiled.index[path]
            problem = None if value is None else PROBLEM[compiled.fields[slot].kind](value)
            if problem is not None:
                raise InvalidValueError(path, problem)
            values[slot] = value
        tables = {part: compiled.build(values) for part, (compiled, values) in changed.items()}
        return attrs.evolve(self, **tables)
