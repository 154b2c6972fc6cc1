"""Tests that would notice: each asserts something, and none is skipped without a reason."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest


FOLDER = Path(__file__).parent
MODULES = sorted(path for path in FOLDER.rglob("*.py") if path != Path(__file__))
SKIPS = {"skip", "skipif", "xfail"}
RAISING = {"raises", "warns", "validate"}  # they assert by raising


def _functions(path: Path) -> Iterator[ast.FunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef):
            yield node


def _called(node: ast.AST) -> set[str]:
    calls = (each.func for each in ast.walk(node) if isinstance(each, ast.Call))
    return {each.attr if isinstance(each, ast.Attribute) else getattr(each, "id", "") for each in calls}


def _asserts(function: ast.FunctionDef, helpers: dict[str, bool]) -> bool:
    called = _called(function)
    own = any(isinstance(each, ast.Assert) for each in ast.walk(function))
    said = any(name.startswith("assert_") or name in RAISING for name in called)
    return own or said or any(helpers.get(name, False) for name in called)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(FOLDER)))
def test_every_test_asserts_something(path: Path) -> None:
    functions = [*_functions(path)]
    helpers = {each.name: _asserts(each, {}) for each in functions if not each.name.startswith("test_")}
    silent = [
        each.name for each in functions if each.name.startswith("test_") and not _asserts(each, helpers)
    ]
    assert silent == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(FOLDER)))
def test_no_test_is_skipped_without_a_reason(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    named = [each for each in ast.walk(tree) if isinstance(each, ast.Attribute) and each.attr in SKIPS]
    calls = {id(each.func): each for each in ast.walk(tree) if isinstance(each, ast.Call)}
    assert [each.lineno for each in named if not _reason(calls.get(id(each)))] == []


def _reason(call: ast.Call | None) -> bool:
    """Whether a skip says why: in words as its argument, or as its reason."""
    return call is not None and bool(call.args or any(each.arg == "reason" for each in call.keywords))


def test_the_check_itself_would_notice() -> None:
    [silent, loud] = ast.parse("def test_a():\n    f()\ndef test_b():\n    assert f()\n").body
    assert isinstance(silent, ast.FunctionDef)
    assert isinstance(loud, ast.FunctionDef)
    assert (_asserts(silent, {}), _asserts(loud, {})) == (False, True)
