"""The JSON Schema of a report, derived from the declarations; the committed file is tested to be current."""

from typing import Any

from disclosure_report.blocks import Kind
from disclosure_report.model.as_json import SCHEMA_VERSION, VERSION_KEY
from disclosure_report.model.converter import FORM_KEY
from disclosure_report.model.declare import Declaration, declarations
from disclosure_report.model.parts import PROSE_PARTS, TABLE_PARTS
from disclosure_report.model.prose import LEVELS
from disclosure_report.model.registry import tables_of
from disclosure_report.model.report import FIRST_YEAR, LAST_YEAR
from disclosure_report.model.tree import Table
from disclosure_report.model.values import DIGITS


_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_MOST = 10**DIGITS - 1
_LEAVES: dict[Kind, dict[str, Any]] = {
    "count": {"type": ["integer", "null"], "minimum": 0, "maximum": _MOST},
    "signed": {"type": ["integer", "null"], "minimum": -_MOST, "maximum": _MOST},
    "amount": {"type": ["string", "null"], "pattern": r"^[+-]?[0-9]+(\.[0-9]+)?$"},
}
_LINE = {"type": ["string", "null"], "minLength": 1}
_BLOCK = {
    "type": "object",
    "properties": {"text": {"type": "string", "minLength": 1}, "heading": {"enum": list(LEVELS)}},
    "required": ["text"],
    "additionalProperties": False,
}


def schema() -> dict[str, Any]:
    """The schema of what `to_json` writes and `from_json` reads."""
    tables = {part.name: _any_of([_table(each) for each in tables_of(part.name)]) for part in TABLE_PARTS}
    properties = {
        VERSION_KEY: {"const": SCHEMA_VERSION},
        "agency": _LINE,
        "year": {"type": ["integer", "null"], "minimum": FIRST_YEAR, "maximum": LAST_YEAR},
        "title": _LINE,
        **{name: {"type": "array", "items": {"$ref": "#/$defs/block"}} for name in PROSE_PARTS},
        **tables,
        "publication_date": {"type": ["string", "null"], "format": "date"},
        **dict.fromkeys(("document_number", "index_number", "source_address", "agency_id"), _LINE),
    }
    definitions: dict[str, Any] = {"block": _BLOCK}
    for part in TABLE_PARTS:
        for compiled in tables_of(part.name):
            definitions |= _definitions(compiled.cls)
    return {
        "$schema": _DRAFT,
        "title": "政府信息公开工作年度报告",
        "$defs": definitions,
        **_closed(properties, [VERSION_KEY, *tables]),
    }


def _any_of(tables: list[dict[str, Any]]) -> dict[str, Any]:
    first, *others = tables
    return {"oneOf": tables} if others else first


def _table(compiled: Table) -> dict[str, Any]:
    node = _node(compiled.cls)
    if compiled.form:
        node["properties"] = {FORM_KEY: {"const": compiled.form.value}, **node["properties"]}
        node["required"] = [FORM_KEY]
    return node


def _node(cls: type) -> dict[str, Any]:
    return _closed({name: _property(node, said) for name, node, said in declarations(cls)}, [])


def _property(cls: type, said: Declaration) -> dict[str, Any]:
    """A leaf, or a reference to the node's own definition: one row serves every place where it stands."""
    return {"description": said.label, **(_LEAVES[said.kind] if said.kind else {"$ref": _reference(cls)})}


def _reference(cls: type) -> str:
    return f"#/$defs/{cls.__name__}"


def _definitions(cls: type) -> dict[str, Any]:
    """The definition of every node below a table, by the name of its class."""
    found: dict[str, Any] = {}
    for _, node, said in declarations(cls):
        if said.kind is None:
            found |= {node.__name__: _node(node), **_definitions(node)}
    return found


def _closed(properties: dict[str, Any], required: list[str]) -> dict[str, Any]:
    closed = {"type": "object", "properties": properties, "additionalProperties": False}
    return {**closed, "required": required} if required else closed
