"""One organ of a roster."""

from typing import Any

from attrs import Attribute, field, frozen

from disclosure_report.checks.subject import KINDS, AgencyKind
from disclosure_report.errors import InvalidValueError
from disclosure_report.model.text import problem_of_line, refusing


def _agency(_: Any, attribute: "Attribute[Any]", value: Any) -> None:
    problem = problem_of_line(value)
    if problem is not None:
        raise InvalidValueError(attribute.name, problem)


def _problem_of_kind(value: object) -> str | None:
    return None if value in KINDS else f"is one of {', '.join(KINDS)} or None, not {value!r:.60}"


@frozen
class Office:
    """One organ that is to report.

    *kind* is that of `check`. *file* is the name of its files without a suffix; the organ's name where none
    is given. *parent* is the name of the organ above it.

    >>> Office("青溪镇", kind="township", parent="云岭县").file
    '青溪镇'

    Raises:
        InvalidValueError: what is no line of text, or no kind.
    """

    agency: str = field(validator=_agency)
    agency_id: str | None = field(default=None, validator=refusing(problem_of_line))
    kind: AgencyKind | None = field(default=None, validator=refusing(_problem_of_kind))
    file: str = field(validator=refusing(problem_of_line))
    parent: str | None = field(default=None, validator=refusing(problem_of_line))

    @file.default
    def _file(self) -> str:
        return self.agency
