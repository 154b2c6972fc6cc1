"""Which tables belong to which notice, and which notice is in force for which year."""

from functools import cache

from disclosure_report.errors import InvalidValueError
from disclosure_report.model.common import Disputes
from disclosure_report.model.form2019 import Applications2019, ProactiveDisclosure2019
from disclosure_report.model.form2021 import Applications2021, ProactiveDisclosure2021
from disclosure_report.model.forms import Form
from disclosure_report.model.tree import Field, Table, table


TABLES: dict[Form, dict[str, type]] = {
    Form.Y2019: {
        "proactive_disclosure": ProactiveDisclosure2019,
        "applications": Applications2019,
        "disputes": Disputes,
    },
    Form.Y2021: {
        "proactive_disclosure": ProactiveDisclosure2021,
        "applications": Applications2021,
        "disputes": Disputes,
    },
}

# The first year that is reported in a form. 〔2019〕60号 served for 2019 and 2020.
FIRST_YEAR = {2019: Form.Y2019, 2021: Form.Y2021}


def form_in_force(year: int) -> Form:
    """The form prescribed for the report of *year*.

    >>> form_in_force(2020), form_in_force(2025)
    (<Form.Y2019: 2019>, <Form.Y2021: 2021>)
    """
    if type(year) is not int:
        raise InvalidValueError("year", f"a year is an int, not {year!r:.60}")
    first_years = [first for first in FIRST_YEAR if first <= year]
    if not first_years:
        raise InvalidValueError("year", f"no form is known for {year}: the first is for {min(FIRST_YEAR)}")
    return FIRST_YEAR[max(first_years)]


@cache
def tables_of(part: str) -> tuple[Table, ...]:
    """The tables that may stand as *part*, one for each class, newest form first."""
    classes = {TABLES[form][part]: None for form in sorted(Form, key=lambda form: -form.value)}
    return tuple(table(part, cls) for cls in classes)


def fields(form: Form) -> tuple[Field, ...]:
    """Every cell of a form's three tables, in the order of the form.

    >>> len(fields(Form.Y2021)), len(fields(Form.Y2019))
    (200, 198)
    >>> print(*fields(Form.Y2021)[10].labels, sep=" / ")
    一、本年新收政府信息公开申请数量 / 自然人
    """
    return tuple(f for part, cls in TABLES[form].items() for f in table(part, cls).fields)
