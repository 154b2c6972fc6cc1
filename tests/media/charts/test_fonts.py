"""A font is told by its own map of characters."""

from pathlib import Path

import matplotlib as mpl
import pytest
from matplotlib import font_manager
from matplotlib.font_manager import FontEntry, get_font

import disclosure_report as dr
from disclosure_report.errors import MissingFontError
from disclosure_report.media.charts import fonts
from disclosure_report.media.charts.fonts import LIKED, font_for


DEJAVU = str(Path(mpl.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf")
LAST_RESORT = str(Path(mpl.get_data_path()) / "fonts" / "ttf" / "LastResortHE-Regular.ttf")


def _only(monkeypatch: pytest.MonkeyPatch, *entries: FontEntry, anew: tuple[FontEntry, ...] = ()) -> None:
    """A machine with these fonts; a search finds *anew*."""
    monkeypatch.setattr(font_manager.fontManager, "ttflist", list(entries))
    monkeypatch.setattr(fonts, "FontManager", lambda: type("Found", (), {"ttflist": list(anew)}))


@pytest.mark.usefixtures("chinese_font")
def test_the_font_has_all_characters_of_the_text() -> None:
    text = "本年新收上年结转空白2025"
    font = get_font(font_for(text))
    assert all(font.get_char_index(ord(character)) for character in text)
    assert "Last Resort" not in font.family_name


def test_a_font_that_lacks_a_character_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    _only(monkeypatch, FontEntry(DEJAVU, name="SimHei", weight=400))
    assert str(font_for("2025")) == DEJAVU
    with pytest.raises(MissingFontError):
        font_for("2025年")


def test_one_glyph_for_all_characters_is_none_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    _only(monkeypatch, FontEntry(LAST_RESORT, name="SimHei", weight=400))
    assert get_font(LAST_RESORT).get_char_index(ord("年"))
    with pytest.raises(MissingFontError):
        font_for("2025年")


@pytest.mark.parametrize("content", [None, b"", b"no font"])
def test_a_font_that_is_gone_or_damaged_is_passed_over(
    content: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "gone.ttf"
    if content is not None:
        path.write_bytes(content)
    _only(monkeypatch, FontEntry(str(path), name=LIKED[0]), FontEntry(DEJAVU, name="DejaVu Sans"))
    assert str(font_for("2025")) == DEJAVU


def test_a_font_that_came_after_the_list_was_made_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    _only(monkeypatch, anew=(FontEntry(DEJAVU, name="DejaVu Sans", weight=400),))
    assert str(font_for("2025")) == DEJAVU


def test_the_liked_ones_come_first_then_upright_and_regular_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    entries = [
        FontEntry("a", name="A", style="italic", weight=400),
        FontEntry("b", name="B", weight="bold"),
        FontEntry("c", name="C", weight=700),
        FontEntry("d", name="D", weight=400),
        FontEntry("e", name=LIKED[1], weight=700),
        FontEntry("f", index=2, name=LIKED[1], weight=400),
        FontEntry("f", index=1, name=LIKED[1], weight=400),
        FontEntry("g", name=LIKED[0], weight=700),
    ]
    _only(monkeypatch, *entries)
    found = [(entry.fname, entry.index) for entry in fonts._entries()]
    assert found == [("g", 0), ("f", 1), ("f", 2), ("e", 0), ("d", 0), ("c", 0), ("b", 0), ("a", 0)]


def test_without_a_font_the_error_names_some_that_would_do(monkeypatch: pytest.MonkeyPatch) -> None:
    _only(monkeypatch)
    years = [dr.Report.blank("青溪镇", year) for year in (2025, 2024)]
    this = years[0].replace({"applications.newly_received.total": 3})
    with pytest.raises(dr.DisclosureReportError, match=r"Noto Sans CJK SC, .*SimHei") as caught:
        dr.to_bytes(dr.compare(this, years[1]), "docx", chart=True)
    assert isinstance(caught.value, MissingFontError)
