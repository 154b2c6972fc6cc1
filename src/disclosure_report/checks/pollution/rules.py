"""What does not belong in a text: each kind with its sentence, and what `clean` does with it."""

from typing import Literal, NamedTuple, TypeAlias

from disclosure_report.model.findings import Detail, Rule


Treatment: TypeAlias = Literal["taken out", "repaired", "left"]

ADVERTISING = Rule("X101", "warning", "疑似植入的广告：“{text}”", "looks like injected advertising: {text}")
INVISIBLE = Rule(
    "X102",
    "hint",
    "有{count}个看不见的字符：{text}",
    "{count} characters that nobody sees: {text}",
)
PINYIN = Rule("X103", "warning", "汉字后带拼音：“{text}”", "a reading in brackets behind a character: {text}")
PLACEHOLDER = Rule("X104", "warning", "模板内容没有填写或清除：“{text}”", "left over from a template: {text}")
FURNITURE = Rule("X105", "hint", "网页或版面的文字：“{text}”", "words of the page, not of the report: {text}")
MOJIBAKE = Rule(
    "X106",
    "warning",
    "乱码：“{text}”；可还原为：{repaired}",
    "mojibake: {text}; recovered: {repaired}",
)

PRIVATE_USE = Rule(
    "X107",
    "hint",
    "有{count}个私用区字符，没有标准字形：{text}",
    "{count} characters for private use, which have no standard shape: {text}",
)

# A placeholder stays, because something has to be written there. Mojibake without an exact repair stays,
# because what stood there has to be found again. A character for private use may be a rare one of a name.
TREATMENTS: dict[Rule, Treatment] = {
    ADVERTISING: "taken out",
    INVISIBLE: "taken out",
    PINYIN: "taken out",
    PLACEHOLDER: "left",
    FURNITURE: "taken out",
    MOJIBAKE: "repaired",
    PRIVATE_USE: "left",
}
POLLUTION_RULES = tuple(TREATMENTS)
_SHOWN = 40  # characters of a piece that a sentence shows
_NOTHING = "—"


class Piece(NamedTuple):
    """A piece of a text that does not belong there, from its first character to the one behind it.

    *repaired* is what it should say, where that is certain.
    """

    rule: Rule
    start: int
    end: int
    repaired: str | None = None

    def details(self, text: str) -> tuple[tuple[str, Detail], ...]:
        """What its sentence says of it; *text* is the whole text."""
        return _DETAILS.get(self.rule, _shown)(self, text[self.start : self.end])

    def instead(self, text: str) -> str:
        """What `clean` leaves in its place; *text* is the whole text."""
        treatment = TREATMENTS[self.rule]
        if treatment == "taken out":
            return ""
        repaired = self.repaired if treatment == "repaired" else None
        return text[self.start : self.end] if repaired is None else repaired


def _shortened(text: str) -> str:
    """A text that a line can show; characters that nobody sees by their numbers."""
    short = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
    return "".join(c if c.isprintable() else f"U+{ord(c):04X}" for c in short)


def _shown(_: Piece, text: str) -> tuple[tuple[str, Detail], ...]:
    return (("text", _shortened(text)),)


def _numbered(_: Piece, text: str) -> tuple[tuple[str, Detail], ...]:
    codes = " ".join(dict.fromkeys(f"U+{ord(c):04X}" for c in text[:_SHOWN]))
    return ("count", len(text)), ("text", codes)


def _recovered(piece: Piece, text: str) -> tuple[tuple[str, Detail], ...]:
    words = _NOTHING if piece.repaired is None else f"“{_shortened(piece.repaired)}”"
    return ("text", _shortened(text)), ("repaired", words)


_DETAILS = {INVISIBLE: _numbered, PRIVATE_USE: _numbered, MOJIBAKE: _recovered}
