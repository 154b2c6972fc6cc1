"""Files in and out: nothing half written, a clear error for what cannot be read."""

import io
import os
import stat
import sys
from pathlib import Path
from typing import Any

import pytest

import disclosure_report as dr
from disclosure_report.errors import (
    DamagedFileError,
    FileTooLargeError,
    InvalidValueError,
    UnknownMediumError,
)
from disclosure_report.media import files


def test_writing_to_a_path_and_to_a_binary_file_gives_the_same(full: dr.Report, tmp_path: Path) -> None:
    stream = io.BytesIO()
    dr.write(full, tmp_path / "a.docx")
    dr.write(full, str(tmp_path / "b.docx"))
    dr.write(full, stream, "docx")
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes() == stream.getvalue()


def test_json_reads_back_equal_from_path_bytes_and_file(full: dr.Report, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    dr.write(full, path)
    with path.open("rb") as file:
        readings = [dr.read(path), dr.read(str(path)), dr.read(path.read_bytes()), dr.read(file)]
    assert [reading.report for reading in readings] == [full] * 4
    assert [reading.findings for reading in readings] == [()] * 4
    assert readings[0].sources["disputes.reconsideration.total"].text == "3"


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are POSIX")
def test_a_file_is_replaced_whole_and_keeps_its_permissions(full: dr.Report, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("old")
    path.chmod(0o640)
    dr.write(full, path)
    assert dr.read(path).report == full
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert os.listdir(tmp_path) == ["a.json"]


def test_a_failed_write_leaves_the_old_file_and_no_other(
    full: dr.Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.json"
    path.write_text("old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="space"):
        dr.write(full, path)
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["a.json"]


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "soffice --headless --convert-to docx"),
        ("a.xls", b"x", "soffice --headless --convert-to xlsx"),
        ("a.pdf", b"%PDF-1.4", "pdf cannot be read"),
        ("a", b"%PDF-1.4", "pdf cannot be read"),
        ("a", b"PK\x03\x04cut", "zip cannot be read"),
    ],
)
def test_what_cannot_be_read_names_the_file_and_the_way_out(
    name: str, data: bytes, words: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(UnknownMediumError) as raised:
        dr.read(path)
    assert words in str(raised.value)
    assert str(path) in str(raised.value)


@pytest.mark.parametrize("name", ["a", "a.zzz", "a.doc", "a.pdf"])
def test_what_cannot_be_written_names_the_media_that_can(name: str, full: dr.Report, tmp_path: Path) -> None:
    with pytest.raises(UnknownMediumError, match="docx, xlsx, json"):
        dr.write(full, tmp_path / name)
    assert os.listdir(tmp_path) == []


def test_an_unknown_medium(full: dr.Report) -> None:
    with pytest.raises(UnknownMediumError, match="no medium is called 'word'"):
        dr.to_bytes(full, "word")
    with pytest.raises(UnknownMediumError, match="no medium is called 'word'"):
        dr.read(b"x", "word")


def test_a_suffix_that_lies_is_an_error_that_names_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(DamagedFileError, match=r"a\.json"):
        dr.read(path)


def test_a_file_over_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 10)
    with pytest.raises(FileTooLargeError, match="larger than"):
        dr.read(b"x" * 11)
    with pytest.raises(FileTooLargeError):
        dr.read(io.BytesIO(b"x" * 11))


def test_a_missing_file_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        dr.read(tmp_path / "nope.txt")


@pytest.mark.skipif(sys.platform == "win32", reason="links are POSIX")
def test_behind_a_link_the_file_is_written_and_the_link_stays(full: dr.Report, tmp_path: Path) -> None:
    real, link = tmp_path / "real.json", tmp_path / "link.json"
    real.write_text("old")
    link.symlink_to(real)
    dr.write(full, link)
    assert link.is_symlink()
    assert dr.read(real).report == full


def test_an_error_names_the_target(full: dr.Report, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="nowhere") as raised:
        dr.write(full, tmp_path / "nowhere" / "a.json")
    assert raised.value.filename == str(tmp_path / "nowhere" / "a.json")
    with pytest.raises(IsADirectoryError):
        dr.write(full, tmp_path, "json")
    with pytest.raises(InvalidValueError, match="target"):
        dr.write(full, None, "json")  # type: ignore[arg-type]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with a name are POSIX")
def test_what_is_no_ordinary_file_is_not_replaced(full: dr.Report, tmp_path: Path) -> None:
    """Else /dev/null would become a file, for whoever may do that."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(OSError, match="is no ordinary file") as raised:
        dr.write(full, pipe, "json")
    assert raised.value.filename == str(pipe)
    assert pipe.is_fifo()
    assert os.listdir(tmp_path) == ["pipe"]


def test_files_written_piece_by_piece_take_their_names_together(tmp_path: Path) -> None:
    paths = [tmp_path / "a", tmp_path / "b"]
    paths[0].write_text("old")
    with files.staged(paths) as opened:
        for file in opened:
            file.write(b"1")
            file.write(b"2")
        assert (paths[0].read_text(), paths[1].exists()) == ("old", False)
    assert [path.read_text() for path in paths] == ["12", "12"]
    assert sorted(os.listdir(tmp_path)) == ["a", "b"]


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_pieces_are_dropped_when_something_goes_wrong(error: type[BaseException], tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("old")
    with pytest.raises(error), files.staged([path, tmp_path / "b"]) as opened:  # noqa: PT012
        opened[0].write(b"new")
        raise error
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["a"]


class _Slow(io.RawIOBase):
    """A file that gives and takes few bytes at a time."""

    def __init__(self, data: bytes = b"") -> None:
        self.data, self.at = bytearray(data), 0

    def read(self, size: int = -1) -> bytes:
        piece = bytes(self.data[self.at : self.at + min(size, 500)])
        self.at += len(piece)
        return piece

    def write(self, data: Any) -> int:
        self.data += data[:500]
        return min(len(data), 500)


def test_a_file_may_give_and_take_few_bytes_at_a_time(full: dr.Report) -> None:
    target = _Slow()
    dr.write(full, target, "json")  # type: ignore[arg-type]
    assert dr.read(_Slow(bytes(target.data)), "json").report == full  # type: ignore[arg-type]


def test_what_a_caller_cannot_give_is_the_callers_error(full: dr.Report) -> None:
    closed = io.BytesIO()
    closed.close()
    for source in (closed, io.StringIO("x"), "a\0.json", "\ud800.json\0"):
        with pytest.raises(InvalidValueError, match="source"):
            dr.read(source)  # type: ignore[arg-type]
    for target in (closed, io.StringIO(), "a\0.json"):
        with pytest.raises(InvalidValueError, match="target"):
            dr.write(full, target, "json")  # type: ignore[arg-type]
    with pytest.raises(UnknownMediumError):
        dr.read(b"x", [])  # type: ignore[arg-type]
    with pytest.raises(InvalidValueError, match="profile"):
        dr.to_bytes(full, "docx", profile=[])
    with pytest.raises(InvalidValueError, match="report"):
        dr.to_bytes("x", "docx")  # type: ignore[arg-type]


def test_a_path_may_be_bytes_inside(full: dr.Report, tmp_path: Path) -> None:
    dr.write(full, tmp_path / "a.json")
    [entry] = os.scandir(os.fsencode(tmp_path))
    assert dr.read(entry).report == full  # type: ignore[arg-type]


def test_new_files_have_the_permissions_of_new_files(full: dr.Report, tmp_path: Path) -> None:
    (tmp_path / "other").touch()
    dr.write(full, tmp_path / "a.json")
    assert (tmp_path / "a.json").stat().st_mode == (tmp_path / "other").stat().st_mode
