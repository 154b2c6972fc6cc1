"""What a page says of itself: whether it is one of ours, what it keeps for reading back, its title."""

from typing import Any

from attrs import field, frozen

from disclosure_report.blocks import Detail


GENERATOR = "disclosure_report"
DETAIL = "disclosure_report."
HEADINGS = {"h1": 0, "h2": 1, "h3": 2, "h4": 3}
_LONGEST = 500  # characters of a title
_TITLE_FOR_PROGRAMS = "ArticleTitle"  # sites of government name it so


@frozen
class Said:
    """The names and contents of a page's ``meta`` elements, and its title."""

    named: tuple[tuple[str, str], ...]
    title: str
    is_ours: bool = field(init=False)

    @is_ours.default
    def _is_ours(self) -> bool:
        return ("generator", GENERATOR) in self.named

    @classmethod
    def of(cls, root: Any) -> "Said":
        """What a page says in its head; where it has none, anywhere."""
        head = root.find("head")
        named: list[tuple[str, str]] = []
        titles: list[str] = []
        for each in (root if head is None else head).iter("meta", "title"):
            if each.tag == "title":
                titles.append("".join(each.itertext()))
            elif each.get("name"):
                named.append((each.get("name"), each.get("content", "")))
        titles = [text for name, text in named if name == _TITLE_FOR_PROGRAMS] + titles
        return cls(
            tuple(named), next(filter(None, (" ".join(text[:_LONGEST].split()) for text in titles)), "")
        )

    @property
    def details(self) -> tuple[Detail, ...]:
        """The details that a page of ours keeps."""
        kept = (each for each in self.named if each[0].startswith(DETAIL))
        return tuple(Detail(name.removeprefix(DETAIL), text) for name, text in kept)
