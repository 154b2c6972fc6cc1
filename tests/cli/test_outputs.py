"""A folder of results: what changed is written, what somebody changed by hand is left alone."""

import errno
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml.etree import SerialisationError

from disclosure_report.cli import outputs
from disclosure_report.cli.outputs import Make, Outcome, Output
from disclosure_report.cli.outputs import write_outputs as write_with
from disclosure_report.errors import InvalidValueError
from disclosure_report.media.files import put


JOURNAL = ".journal"


def write_outputs(folder: Path, given: Iterable[Output], **options: Any) -> Iterator[Outcome]:
    return write_with(folder, given, JOURNAL, **options)


def _outputs(**contents: str) -> list[Output]:
    return [Output(f"{name}.txt", _giving(text.encode())) for name, text in contents.items()]


def _giving(data: bytes) -> Make:
    return lambda _: data


def _states(outcomes: Iterable[Outcome]) -> dict[str, str]:
    return {each.name: each.state for each in outcomes}


def _when(path: Path) -> tuple[int, int]:
    return path.stat().st_ino, path.stat().st_mtime_ns


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    folder = tmp_path / "a/b"
    assert _states(write_outputs(folder, _outputs(one="1", two="2"))) == {
        "one.txt": "written",
        "two.txt": "written",
    }
    before = _when(folder / "one.txt"), _when(folder / JOURNAL)
    again = _outputs(one="1", two="3")
    assert _states(write_outputs(folder, again)) == {"one.txt": "unchanged", "two.txt": "written"}
    assert _when(folder / "one.txt") == before[0]
    assert (folder / "two.txt").read_text() == "3"
    written = _when(folder / JOURNAL)
    assert _states(write_outputs(folder, again)) == {"one.txt": "unchanged", "two.txt": "unchanged"}
    assert _when(folder / JOURNAL) == written != before[1]


def test_what_was_changed_by_hand_is_kept_until_it_is_moved_away(tmp_path: Path) -> None:
    [*write_outputs(tmp_path, _outputs(one="1"))]
    path = tmp_path / "one.txt"
    path.write_text("by hand")
    assert _states(write_outputs(tmp_path, _outputs(one="1"))) == {"one.txt": "edited"}
    assert _states(write_outputs(tmp_path, _outputs(one="2"))) == {"one.txt": "kept"}
    assert path.read_text() == "by hand"
    path.unlink()
    assert _states(write_outputs(tmp_path, _outputs(one="2"))) == {"one.txt": "written"}


def test_a_file_of_somebody_else_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("mine")
    assert _states(write_outputs(tmp_path, _outputs(one="1"))) == {"one.txt": "kept"}
    assert (tmp_path / "one.txt").read_text() == "mine"
    [*write_outputs(tmp_path, (), removes=True)]
    assert (tmp_path / "one.txt").read_text() == "mine"


def test_a_file_of_somebody_else_with_the_same_content_is_never_ours(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("1")
    assert _states(write_outputs(tmp_path, _outputs(one="1"))) == {"one.txt": "unchanged"}
    assert _states(write_outputs(tmp_path, (), removes=True)) == {}
    assert _states(write_outputs(tmp_path, _outputs(one="2"))) == {"one.txt": "kept"}
    assert (tmp_path / "one.txt").read_text() == "1"


def test_what_is_spared_is_not_removed(tmp_path: Path) -> None:
    [*write_outputs(tmp_path, _outputs(one="1", two="2"))]
    assert _states(write_outputs(tmp_path, (), removes=True, spared=["one.txt"])) == {"two.txt": "removed"}


def test_a_journal_that_cannot_be_written_is_told_with_all_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(data: bytes, target: Any) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), target)

    monkeypatch.setattr(outputs, "put", full)
    assert _states(write_outputs(tmp_path, _outputs(one="1"))) == {"one.txt": "failed", JOURNAL: "failed"}


def test_what_takes_over_gets_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("by hand")
    added = Output("one.txt", lambda there: (there or b"") + b"!", merges=True)
    assert _states(write_outputs(tmp_path, [added])) == {"one.txt": "written"}
    assert (tmp_path / "one.txt").read_text() == "by hand!"


def test_what_is_no_longer_made_is_removed_where_it_is_ours(tmp_path: Path) -> None:
    [*write_outputs(tmp_path, _outputs(one="1", two="2", three="3"))]
    (tmp_path / "two.txt").write_text("by hand")
    (tmp_path / "three.txt").unlink()
    assert _states(write_outputs(tmp_path, _outputs(four="4"))) == {"four.txt": "written"}
    assert _states(write_outputs(tmp_path, _outputs(four="4"), removes=True)) == {
        "four.txt": "unchanged",
        "one.txt": "removed",
        "two.txt": "kept",
    }
    assert sorted(path.name for path in tmp_path.iterdir()) == [JOURNAL, "four.txt", "two.txt"]


def test_a_name_in_other_letters_is_the_same_file(tmp_path: Path) -> None:
    [*write_outputs(tmp_path, _outputs(One="1"))]
    assert "removed" not in _states(write_outputs(tmp_path, _outputs(one="1"), removes=True)).values()


@pytest.mark.parametrize("name", ["../two.txt", "/two.txt", "a/../two.txt", "c:two.txt", ".two.txt"])
def test_a_journal_never_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "out"
    [*write_outputs(folder, _outputs(one="1"))]
    journal = folder / JOURNAL
    digest = journal.read_text()[:64]
    outside = tmp_path / "two.txt"
    outside.write_text("1")
    journal.write_text(f"{digest}  {name}\n")
    assert _states(write_outputs(folder, (), removes=True)) == {}
    assert outside.read_text() == "1"


def test_half_a_line_of_an_interrupted_run_does_no_harm(tmp_path: Path) -> None:
    [*write_outputs(tmp_path, _outputs(one="1"))]
    journal = tmp_path / JOURNAL
    journal.write_bytes(journal.read_bytes() + b"\xff\x00" + b"a" * 30)
    assert _states(write_outputs(tmp_path, _outputs(one="1", two="2"))) == {
        "one.txt": "unchanged",
        "two.txt": "written",
    }
    assert _states(write_outputs(tmp_path, _outputs(one="2", two="3"))) == {
        "one.txt": "written",
        "two.txt": "written",
    }


def test_an_interrupted_run_leaves_whole_files_and_is_known_to_the_next(tmp_path: Path) -> None:
    [*write_outputs(tmp_path, _outputs(one="1", two="1"))]
    run = write_outputs(tmp_path, _outputs(one="2", two="2"))
    assert next(run).state == "written"
    run.close()  # type: ignore[attr-defined]
    assert [(tmp_path / f"{name}.txt").read_text() for name in ("one", "two")] == ["2", "1"]
    assert _states(write_outputs(tmp_path, _outputs(one="3", two="3"))) == {
        "one.txt": "written",
        "two.txt": "written",
    }


def test_a_full_disk_stops_nothing_and_leaves_nothing_half(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:

    def full(data: bytes, target: Any) -> None:
        if Path(target).name == "one.txt":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), target)
        put(data, target)

    monkeypatch.setattr(outputs, "put", full)
    found = [*write_outputs(tmp_path, _outputs(one="1", two="2"))]
    assert found[0] == Outcome("one.txt", "failed", "No space left on device")
    assert _states(found) == {"one.txt": "failed", "two.txt": "written"}
    assert sorted(path.name for path in tmp_path.iterdir()) == [JOURNAL, "two.txt"]
    monkeypatch.undo()
    assert _states(write_outputs(tmp_path, _outputs(one="1", two="2")))["one.txt"] == "written"


def test_what_cannot_be_made_is_told(tmp_path: Path) -> None:
    def refuse(_: bytes | None) -> bytes:
        raise InvalidValueError("rows", "are too many")

    def fail(_: bytes | None) -> bytes:
        raise SerialisationError("IO_EFBIG")

    (tmp_path / "two.txt").mkdir()
    (tmp_path / "file").write_text("")
    given = [
        Output("one.txt", refuse),
        Output("four.txt", fail),
        *_outputs(two="2"),
        Output("file/three.txt", lambda _: b"3"),
    ]
    found = {each.name: (each.state, each.reason) for each in write_outputs(tmp_path, given)}
    assert found["one.txt"] == ("failed", "rows: are too many")
    assert found["four.txt"] == ("failed", "SerialisationError: IO_EFBIG")
    assert found["two.txt"][0] == found["file/three.txt"][0] == "failed"
    with pytest.raises(OSError, match="file"):
        next(write_outputs(tmp_path / "file", ()))
