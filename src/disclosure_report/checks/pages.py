"""The manual: a page for each code, in Chinese and English, with examples that run.

The pages lie beside this module as text, so that they cost nothing until somebody asks.
"""

from functools import cache
from importlib.resources import files

from attrs import frozen

from disclosure_report.checks.catalogue import CATALOGUE
from disclosure_report.errors import InvalidValueError
from disclosure_report.model.findings import Language, Rule


_TITLES = " · "  # between the Chinese and the English title
_FENCES = ("```python\n", "```")
# The sections of a page as it is shown: its heading there, and where its words stand.
SECTIONS: dict[Language, dict[str, str]] = {
    "zh": {"说明": "说明", "怎样处理": "怎样处理", "会提示的例子": "Fails", "不会提示的例子": "Passes"},
    "en": {"Meaning": "Meaning", "What to do": "What to do", "Fails": "Fails", "Passes": "Passes"},
}


@frozen
class Page:
    """The manual page of one code; *sections* has the text of each heading as it stands in the file."""

    rule: Rule
    titles: dict[Language, str]
    sections: dict[str, str]

    def lines(self, lang: Language) -> list[tuple[str, str]]:
        """The headings and texts in one language, examples without their fences."""
        return [(shown, _unfenced(self.sections[name])) for shown, name in SECTIONS[lang].items()]


@cache
def page_of(code: str) -> Page:
    """The page of a code.

    >>> page_of("P303").titles["en"]
    'Received and brought forward do not balance'

    Raises:
        InvalidValueError: the catalogue has no such code.
    """
    if code not in CATALOGUE:
        raise InvalidValueError("code", f"no such code: {code!r:.40}")
    text = files("disclosure_report.checks").joinpath("manual", f"{code}.md").read_text(encoding="utf-8")
    title, *sections = text.removeprefix("# ").split("\n## ")
    chinese, english = title.strip().split(_TITLES)
    parts = [each.partition("\n") for each in sections]
    words = {heading: body.strip() for heading, _, body in parts}
    return Page(CATALOGUE[code], {"zh": chinese, "en": english}, words)


def _unfenced(text: str) -> str:
    opening, closing = _FENCES
    return text.removeprefix(opening).removesuffix(closing).strip()
