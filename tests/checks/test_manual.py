"""The manual: each code has a page in both languages, and its examples show what they say."""

import doctest
import re
from pathlib import Path

import pytest

from disclosure_report.checks import catalogue
from disclosure_report.checks.catalogue import CATALOGUE


FOLDER = Path(catalogue.__file__).parent / "manual"
HEADINGS = ["说明", "怎样处理", "Meaning", "What to do", "Fails", "Passes"]
EXAMPLE = re.compile(r"```python\n([^`]*)```")


def _page(code: str) -> str:
    return (FOLDER / f"{code}.md").read_text(encoding="utf-8")


def _sections(code: str) -> dict[str, str]:
    pieces = re.split(r"^## (.*)\n", _page(code), flags=re.MULTILINE)[1:]
    return {heading: text.strip() for heading, text in zip(pieces[::2], pieces[1::2], strict=True)}


def _examples(code: str, heading: str) -> list[doctest.Example]:
    """The examples of a section, after they have run and given what they say."""
    block = EXAMPLE.fullmatch(_sections(code)[heading])
    assert block, "the section is one block of Python"
    test = doctest.DocTestParser().get_doctest(block[1], {}, f"{code} {heading}", f"{code}.md", 0)
    said: list[str] = []
    failed, tried = doctest.DocTestRunner(verbose=False).run(test, out=said.append)
    assert not failed, "".join(said)
    assert tried == len(test.examples) > 0
    return test.examples


def test_every_code_has_a_page_and_no_page_is_without_a_code() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {f"{code}.md" for code in CATALOGUE}


@pytest.mark.parametrize("code", CATALOGUE)
def test_a_page_has_a_title_in_both_languages_and_the_six_sections(code: str) -> None:
    page = _page(code)
    title = re.fullmatch(r"# (.+) · (.+)", page.partition("\n")[0])
    assert title
    chinese, english = title.groups()
    assert re.search("[\u4e00-\u9fff]", chinese)
    assert english.isascii()
    assert re.findall(r"^#+ .*", page, flags=re.MULTILINE)[1:] == [f"## {each}" for each in HEADINGS]
    assert all(_sections(code)[heading] for heading in HEADINGS)


@pytest.mark.parametrize("code", CATALOGUE)
def test_the_first_example_raises_the_code(code: str) -> None:
    *_, last = _examples(code, "Fails")
    asked = f'"{code}" in ' in last.source and re.search(r"\bTrue\b", last.want)
    filtered = f'== "{code}"]' in last.source and last.want.strip() != "[]"
    assert f"'{code}'" in last.want or asked or filtered


@pytest.mark.parametrize("code", CATALOGUE)
def test_the_second_example_does_not_raise_the_code(code: str) -> None:
    examples = _examples(code, "Passes")
    last = examples[-1]
    assert not any(code in each.want for each in examples)
    if f'"{code}" in ' in last.source:
        assert re.search(r"\bFalse\)?$", last.want.strip())
    if f'== "{code}"]' in last.source:
        assert last.want.strip() == "[]"
