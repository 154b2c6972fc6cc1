"""Every snippet of README and docs is run.

Python blocks run as they stand. A console block runs each line that begins with "$ disclosure-report", and
compares the output as doctest does, with "..." for what is left out.
"""

import doctest
import os
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from sybil import Example, Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser

from disclosure_report.cli import demo
from disclosure_report.cli.commands import commands


ROOT = Path(__file__).parent.parent.parent
DOCUMENTS = [ROOT / "README.md", ROOT / "README.zh-CN.md", *sorted((ROOT / "docs").glob("*.md"))]
DOCUMENTS += [ROOT / "docs" / "reference" / "index.md", ROOT / "CONTRIBUTING.md"]
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE | doctest.IGNORE_EXCEPTION_DETAIL


def run_console(example: Example) -> None:
    for block in example.parsed.split("$ ")[1:]:
        line, _, expected = block.partition("\n")
        name, *words = shlex.split(line)
        assert name == "disclosure-report", line
        result = CliRunner().invoke(commands, words, prog_name=name)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        assert doctest.OutputChecker().check_output(expected, result.output, FLAGS), result.output


SYBIL = Sybil(
    parsers=[PythonCodeBlockParser(doctest_optionflags=FLAGS), CodeBlockParser("console", run_console)]
)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_snippets(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    if "chart=True" in path.read_text(encoding="utf-8"):
        request.getfixturevalue("chinese_font")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "400")
    shutil.copy(Path(demo.__file__).with_name(demo.PAGE), "page.txt")
    examples = list(SYBIL.parse(path))
    assert examples or "```python" not in path.read_text(encoding="utf-8")
    for example in examples:
        example.evaluate()
    assert Path.cwd() == Path(os.path.realpath(tmp_path))
