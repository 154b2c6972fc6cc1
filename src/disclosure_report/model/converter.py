"""The cattrs converter behind `to_json` and `from_json`: strict leaves, no unknown keys, every error kept."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import cattrs
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from disclosure_report.blocks import Heading, Paragraph
from disclosure_report.errors import InvalidJSONError, InvalidValueError
from disclosure_report.model.declare import declarations
from disclosure_report.model.parts import TABLE_PARTS
from disclosure_report.model.prose import LEVELS, Prose
from disclosure_report.model.registry import tables_of
from disclosure_report.model.report import Applications, ProactiveDisclosure, Report, problem_of_year
from disclosure_report.model.text import problem_of, problem_of_line, tidy_or_none
from disclosure_report.model.values import PROBLEM


FORM_KEY = "form"
AMOUNT = re.compile(r"[+-]?[0-9]{1,32}(?:\.[0-9]{1,32})?")
DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


@cache
def converter() -> cattrs.Converter:
    """The converter, made at first use; never cattrs' global one."""
    made = cattrs.Converter(forbid_extra_keys=True, detailed_validation=True)
    made.register_unstructure_hook(Decimal | None, _text_or_none)
    made.register_unstructure_hook(date | None, _text_or_none)
    made.register_unstructure_hook(Prose, lambda prose: [_block_out(block) for block in prose])
    made.register_structure_hook(Prose, lambda blocks, _: _prose_in(made, blocks))
    made.register_structure_hook(Heading | Paragraph, lambda block, _: _block_in(block))
    for part in TABLE_PARTS:
        for compiled in tables_of(part.name):
            _register_node(made, compiled.cls)
    _register_union(made, ProactiveDisclosure, "proactive_disclosure")
    _register_union(made, Applications, "applications")
    lines = ("agency", "title", "document_number", "index_number", "source_address", "agency_id")
    details: dict[str, Any] = {name: override(struct_hook=_line_in) for name in lines}
    details["year"] = override(struct_hook=_checked(problem_of_year))
    details["publication_date"] = override(struct_hook=_date_in)
    _register(made, Report, details)
    return made


def _register(made: cattrs.Converter, cls: type, hooks: dict[str, Any]) -> None:
    structure: Any = make_dict_structure_fn(cls, made, **hooks)
    made.register_structure_hook(cls, lambda given, _: structure(_object(given), cls))


def _register_node(made: cattrs.Converter, cls: type) -> None:
    """A node of a form; each leaf checks its own value, so that every error keeps its own path."""
    leaves: dict[str, Any] = {}
    for name, node, said in declarations(cls):
        if said.kind is None:
            _register_node(made, node)
        else:
            hook = _amount_in if said.kind == "amount" else _checked(PROBLEM[said.kind])
            leaves[name] = override(struct_hook=hook)
    _register(made, cls, leaves)


def _register_union(made: cattrs.Converter, union: Any, part: str) -> None:
    """A table that has several forms carries its form as a key."""
    by_form = {compiled.form.value: compiled.cls for compiled in tables_of(part) if compiled.form}

    def structure(given: Any, _: Any) -> Any:
        rest = dict(_object(given))
        form = rest.pop(FORM_KEY, None)
        if type(form) is not int or form not in by_form:
            known = " or ".join(map(str, sorted(by_form)))
            raise InvalidValueError(FORM_KEY, f"is {known}, found {form!r:.40}")
        return made.structure(rest, by_form[form])

    made.register_structure_hook(union, structure)
    for form, cls in by_form.items():
        made.register_unstructure_hook(cls, _with_form(form, make_dict_unstructure_fn(cls, made)))
    made.register_unstructure_hook(union, made.unstructure)


def _with_form(form: int, unstructure: Callable[[Any], dict[str, Any]]) -> Callable[[Any], dict[str, Any]]:
    return lambda given: {FORM_KEY: form, **unstructure(given)}


def _text_or_none(value: Decimal | date | None) -> str | None:
    return None if value is None else format(value, "f") if isinstance(value, Decimal) else str(value)


def _object(given: Any) -> dict[str, Any]:
    if not isinstance(given, dict):
        raise ValueError(f"takes an object, not {type(given).__name__}")  # noqa: TRY004  a value of JSON, no type of ours
    return given


def _checked(problem_of: Callable[[Any], str | None]) -> Callable[[Any, Any], Any]:
    """A hook that takes null, or a value of which *problem_of* says nothing, as it is."""

    def structure(given: Any, _: Any) -> Any:
        problem = None if given is None else problem_of(given)
        if problem is not None:
            raise ValueError(problem)
        return given

    return structure


def _line_in(given: Any, _: Any) -> Any:
    return _checked(problem_of_line)(tidy_or_none(given), _)


def _amount_in(given: Any, _: Any) -> Any:
    return None if given is None else Decimal(_checked(_problem_of_amount)(given, _))


def _problem_of_amount(given: Any) -> str | None:
    if not isinstance(given, str) or not AMOUNT.fullmatch(given):
        return f'an amount is a string such as "1.5" or null, found {given!r:.40}'
    return PROBLEM["amount"](Decimal(given))


def _date_in(given: Any, _: Any) -> Any:
    if given is None:
        return None
    match = DATE.fullmatch(given) if isinstance(given, str) else None
    try:
        return date(*map(int, match.groups() if match else ()))
    except (TypeError, ValueError):
        raise ValueError(f'a date is a string such as "2022-01-18" or null, found {given!r:.40}') from None


def _prose_in(made: cattrs.Converter, blocks: Any) -> Prose:
    if not isinstance(blocks, list):
        raise ValueError(f"prose is a list of blocks, not {type(blocks).__name__}")  # noqa: TRY004
    return Prose(made.structure(blocks, list[Heading | Paragraph]))


def _block_in(given: Any) -> Heading | Paragraph:
    rest = dict(_object(given))
    text, level = tidy_or_none(rest.pop("text", None)), rest.pop("heading", None)
    if rest:
        raise ValueError(f"a block has text and perhaps heading, not {', '.join(map(repr, rest)):.60}")
    problem = problem_of(text)
    if problem is not None:
        raise ValueError(problem)
    if level is not None and (type(level) is not int or level not in LEVELS):
        raise ValueError(f"a heading has level 1 or 2, not {level!r:.40}")
    return Paragraph(text) if level is None else Heading(level, text)


def _block_out(block: Heading | Paragraph) -> dict[str, Any]:
    level = {"heading": block.level} if isinstance(block, Heading) else {}
    return {**level, "text": block.text}


def report_of(document: dict[str, Any]) -> Report:
    """The report that is in a document; an error lists every problem with its path."""
    try:
        return converter().structure(document, Report)
    except cattrs.BaseValidationError as error:
        lines = cattrs.transform_error(error, format_exception=_words)
        raise InvalidJSONError(tuple(_problem(*line.rsplit(" @ ", 1)) for line in lines)) from None


def _words(error: BaseException, expected: type | None) -> str:
    if isinstance(error, cattrs.errors.ForbiddenExtraKeysError):
        return f"unknown keys: {', '.join(sorted(map(str, error.extra_fields)))}"
    if isinstance(error, ValueError):
        return str(error)
    return cattrs.v.format_exception(error, expected)


def _problem(problem: str, path: str) -> tuple[str, str]:
    return path.removeprefix("$.").replace("$", "(report)"), problem
