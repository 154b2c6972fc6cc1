"""Tests that would notice: each asserts something, and none is skipped without a reason."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest


FOLDER = Path(__file__).parent
MODULES = sorted(path for path in FOLDER.rglob("*.py") if path != Path(__file__))
SKIPS = {"skip", "skipif", "xfail", "importorskip"}
RAISING = {"raises", "warns", "validate"}  # they assert by raising
FUNCTION = ast.FunctionDef | ast.AsyncFunctionDef


def _within(node: ast.AST) -> Iterator[ast.AST]:
    """What a function does itself: not what functions inside it do."""
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, FUNCTION):
            yield child
            yield from _within(child)


def _called(node: ast.AST) -> set[str]:
    calls = (each.func for each in _within(node) if isinstance(each, ast.Call))
    return {each.attr if isinstance(each, ast.Attribute) else getattr(each, "id", "") for each in calls}


def _asserts(function: ast.AST, helpers: dict[str, bool]) -> bool:
    called = _called(function)
    asserted = [each.test for each in _within(function) if isinstance(each, ast.Assert)]
    own = any(not isinstance(each, ast.Constant) for each in asserted)
    said = any(name.startswith("assert_") or name in RAISING for name in called)
    return own or said or any(helpers.get(name, False) for name in called)


def _silent(tree: ast.AST) -> list[str]:
    functions = [each for each in ast.walk(tree) if isinstance(each, FUNCTION)]
    helpers = {each.name: _asserts(each, {}) for each in functions if not each.name.startswith("test_")}
    tests = [each for each in functions if each.name.startswith("test_")]
    return [each.name for each in tests if not _asserts(each, helpers)]


def _skips(tree: ast.AST) -> list[int]:
    """The lines of skips without a reason; one that is imported by name would not be seen."""
    named = [each for each in ast.walk(tree) if isinstance(each, ast.Attribute) and each.attr in SKIPS]
    calls = {id(each.func): each for each in ast.walk(tree) if isinstance(each, ast.Call)}
    imported = [
        each.lineno
        for each in ast.walk(tree)
        if isinstance(each, ast.ImportFrom) and SKIPS & {alias.name for alias in each.names}
    ]
    return [each.lineno for each in named if not _reason(calls.get(id(each)))] + imported


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(FOLDER)))
def test_every_test_asserts_something(path: Path) -> None:
    assert _silent(ast.parse(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(FOLDER)))
def test_no_test_is_skipped_without_a_reason(path: Path) -> None:
    assert _skips(ast.parse(path.read_text(encoding="utf-8"))) == []


def _reason(call: ast.Call | None) -> bool:
    """Whether a skip says why: as its reason, or in words as the argument of a plain skip."""
    if call is None:
        return False
    words = [each.value for each in call.keywords if each.arg == "reason"]
    is_plain = isinstance(call.func, ast.Attribute) and call.func.attr == "skip"
    words += call.args[:1] if is_plain else []
    return any(not isinstance(each, ast.Constant) or bool(each.value) for each in words)


@pytest.mark.parametrize(
    ("text", "noticed"),
    [
        ("def test_a():\n    f()", True),
        ("def test_a():\n    assert True", True),
        ("def test_a():\n    def inner():\n        assert f()", True),
        ("def test_a():\n    assert f()", False),
        ("def test_a():\n    with pytest.raises(ValueError):\n        f()", False),
        ("def test_a():\n    def inner():\n        assert f()\n    inner()", False),
    ],
)
def test_a_silent_test_would_be_noticed(text: str, noticed: bool) -> None:
    assert (_silent(ast.parse(text)) == ["test_a"]) is noticed


@pytest.mark.parametrize(
    ("text", "noticed"),
    [
        ("pytest.skip()", True),
        ("pytest.skip('')", True),
        ("pytest.mark.skipif(a)", True),
        ("pytest.mark.skipif('a')", True),
        ("pytest.mark.xfail(True)", True),
        ("pytest.mark.xfail", True),
        ("pytest.importorskip('docx')", True),
        ("from pytest import skip", True),
        ("pytest.skip('no browser')", False),
        ("pytest.mark.skipif(a, reason='no browser')", False),
        ("pytest.importorskip('docx', reason='no docx')", False),
    ],
)
def test_a_skip_without_a_reason_would_be_noticed(text: str, noticed: bool) -> None:
    assert bool(_skips(ast.parse(text))) is noticed
