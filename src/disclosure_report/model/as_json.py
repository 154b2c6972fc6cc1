"""The report as JSON: the form's tree and `schema_version`; blanks are null, amounts decimal strings."""

import json
from collections import Counter
from typing import Any

from disclosure_report.errors import InvalidJSONError
from disclosure_report.model.report import Report


SCHEMA_VERSION = 1
VERSION_KEY = "schema_version"


def to_json(report: Report, *, indent: int | None = 2) -> str:
    """The report as JSON text; `from_json` gives an equal report.

    >>> text = to_json(Report.blank("悦来镇", 2021))
    >>> from_json(text) == Report.blank("悦来镇", 2021)
    True
    """
    from disclosure_report.model.converter import converter

    document = {VERSION_KEY: SCHEMA_VERSION, **converter().unstructure(report)}
    return json.dumps(document, ensure_ascii=False, indent=indent) + "\n"


def from_json(text: str) -> Report:
    """The report that `to_json` wrote. A key that is missing in a table is a blank cell.

    >>> from_json('{"schema_version": 1, "year": "2021"}')
    Traceback (most recent call last):
    disclosure_report.errors.InvalidJSONError: year: a year is an int from 2008 to 9999 or None, not '2021';
    proactive_disclosure: required field missing; applications: required field missing;
    disputes: required field missing

    Raises:
        InvalidJSONError: it is no JSON or no report; lists every problem with its path.
    """
    from disclosure_report.model.converter import report_of

    document = _loaded(text)
    if not isinstance(document, dict):
        raise InvalidJSONError((("$", f"a report is an object, not {type(document).__name__}"),))
    version = document.pop(VERSION_KEY, None)
    if type(version) is not int or version != SCHEMA_VERSION:
        raise InvalidJSONError(
            ((VERSION_KEY, f"this version reads {SCHEMA_VERSION}, found {version!r:.40}"),)
        )
    return report_of(document)


def _loaded(text: str) -> Any:
    try:
        return json.loads(text, parse_constant=_refuse, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno} column {error.colno}"
        raise InvalidJSONError(((place, f"is no JSON: {error.msg}"),)) from None
    except RecursionError:
        raise InvalidJSONError((("$", "is nested too deeply"),)) from None
    except ValueError as error:
        raise InvalidJSONError((("$", str(error)),)) from None


def _refuse(constant: str) -> Any:
    raise ValueError(f"{constant} is no number")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        twice = next(name for name, times in Counter(name for name, _ in pairs).items() if times > 1)
        raise ValueError(f"the key {twice!r:.60} stands twice in one object")
    return found
