"""A font of this machine that has the characters of a text, told by its own map of characters.

matplotlib is imported here: import this late.
"""

from collections.abc import Iterator

from matplotlib.font_manager import FontEntry, FontManager, FontPath, fontManager, get_font

from disclosure_report.errors import MissingFontError


# Good in small print, and so taken before others that have the characters.
LIKED = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Noto Sans SC",
    "Microsoft YaHei",
    "SimHei",
    "PingFang SC",
    "Hiragino Sans GB",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "SimSun",
)
_REGULAR = 400


def font_for(text: str) -> FontPath:
    """The file and face of a font that has every character of a text.

    Raises:
        MissingFontError: there is none; the message names some that would do.
    """
    for entry in _entries():
        path = FontPath(entry.fname, entry.index)
        if _has(path, text):
            return path
    raise MissingFontError(
        "no font of this machine has the Chinese characters of the chart; install one, for example "
        f"{', '.join(LIKED)} (on Debian: apt-get install fonts-noto-cjk)"
    )


def _entries() -> Iterator[FontEntry]:
    """The fonts, the liked ones first; then anew: the list that matplotlib keeps may be an old one."""
    yield from sorted(fontManager.ttflist, key=_rank)
    yield from sorted(FontManager().ttflist, key=_rank)


def _rank(entry: FontEntry) -> tuple[int | str | bool, ...]:
    liked = LIKED.index(entry.name) if entry.name in LIKED else len(LIKED)
    heavy = abs(entry.weight - _REGULAR) if isinstance(entry.weight, int) else _REGULAR
    return liked, entry.style != "normal", heavy, entry.name, entry.fname, entry.index


def _has(path: FontPath, text: str) -> bool:
    """Whether each character has a glyph of its own; some fonts have one glyph for all that they lack."""
    try:
        font = get_font(path)
    except (OSError, RuntimeError):  # it is gone, or damaged
        return False
    characters = set(text)
    glyphs = {font.get_char_index(ord(character)) for character in characters}
    return 0 not in glyphs and len(glyphs) == len(characters)
