"""A package changed in few parts: what is not looked at is copied as it lies there, or refused by name."""

import io
import zipfile
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure_report.errors import DamagedFileError, FileTooLargeError
from disclosure_report.media.archive import Package
from disclosure_report.media.editing import Edits


TYPES = (
    b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    b'<Default Extension="XML" ContentType="application/xml"/>'
    b'<Override PartName="/A/b.xml" ContentType="x"/></Types>'
)
NAMES = st.text("abc年/_", min_size=1, max_size=9).filter(lambda name: name[-1] != "/")
METHODS = zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2


def zipped(entries: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as made:
        for name, content in entries.items():
            made.writestr(name, content)
    return buffer.getvalue()


class Stream(io.BytesIO):
    """A file that cannot go back: sizes then stand behind each entry, and not in its head."""

    def seekable(self) -> bool:
        return False

    def seek(self, *_: int) -> int:
        raise io.UnsupportedOperation

    def tell(self) -> int:
        raise io.UnsupportedOperation


@given(
    st.dictionaries(
        st.text("abc年/_", min_size=1, max_size=9).filter(lambda name: name[-1] != "/"), st.binary()
    ),
    st.sampled_from(METHODS),
)
def test_every_part_is_copied(entries: dict[str, bytes], method: int) -> None:
    for prefix in (b"", b"#! something before"):
        data = Edits(Package(prefix + zipped(entries, method), "x")).data()
        with zipfile.ZipFile(io.BytesIO(data)) as made:
            assert made.testzip() is None
            assert {name: made.read(name) for name in made.namelist()} == entries
            assert all(entry.compress_type == method for entry in made.infolist())


def test_a_package_that_was_streamed_is_copied() -> None:
    stream = Stream()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("a", b"one")
        made.writestr("b", b"two")
    with zipfile.ZipFile(io.BytesIO(Edits(Package(stream.getvalue(), "x")).data())) as found:
        assert {name: found.read(name) for name in found.namelist()} == {"a": b"one", "b": b"two"}


def test_of_two_parts_with_one_name_the_one_that_was_read_is_copied() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        made.writestr("a", b"first")
        with pytest.warns(UserWarning, match="Duplicate"):
            made.writestr("a", b"last")
    package = Package(buffer.getvalue(), "x")
    with zipfile.ZipFile(io.BytesIO(Edits(package).data())) as found:
        assert [found.read(name) for name in found.namelist()] == [package.read("a")] == [b"last"]


def test_a_part_that_is_not_where_the_package_says_is_named() -> None:
    data = zipped({"a": b"one" * 99})
    with pytest.raises(DamagedFileError, match="x: its part a is not where the package says"):
        Edits(Package(data.replace(b"PK\x03\x04", b"PK\x03\x05"), "x")).data()


def test_a_part_that_is_cut_off_is_named() -> None:
    package = Package(zipped({"a": b"one" * 99}), "x")
    package._zip.getinfo("a").compress_size = 10_000
    with pytest.raises(DamagedFileError, match="x: its part a is cut off"):
        Edits(package).data()


def test_a_size_that_the_format_cannot_write_is_refused() -> None:
    package = Package(zipped({"a": b"one"}), "x")
    package._zip.getinfo("a").file_size = 2**33
    with pytest.raises(FileTooLargeError, match="x: its part a says that it has 8589934592 bytes"):
        Edits(package).data()


def test_a_name_that_the_format_cannot_write_is_refused() -> None:
    data = zipped({"n" * 40_000: b""}).replace(b"n" * 40_000, b"\x82" * 40_000)  # é, of two bytes in UTF-8
    with pytest.raises(DamagedFileError, match="x: has a part with a name that is too long"):
        Edits(Package(data, "x")).data()


def test_a_content_type_is_declared_once_whatever_the_case() -> None:
    edits = Edits(Package(zipped({"[Content_Types].xml": TYPES}), "x"))
    edits.declare("a/B.xml", "x")
    edits.declare_suffix("xml", "x")
    assert edits.changed == set()
    edits.declare("c.xml", "y")
    edits.declare_suffix("vml", "z")
    kinds = [each.get("PartName") or each.get("Extension") for each in edits.root("[Content_Types].xml")]
    assert kinds == ["vml", "XML", "/A/b.xml", "/c.xml"]


def test_a_free_name_is_one_that_no_part_has_whatever_the_case() -> None:
    edits = Edits(Package(zipped({"A.xml": b"", "a1.xml": b""}), "x"))
    edits.contents["a2.xml"] = b""
    assert (edits.free_name("a{}.xml", first=""), edits.free_name("b{}.xml")) == ("a3.xml", "b1.xml")


@pytest.mark.parametrize(
    ("target", "part"),
    [("c.xml", "w/c.xml"), ("../c.xml", "c.xml"), ("/w/c.xml", "w/c.xml"), ("../../../c.xml", "c.xml")],
)
def test_a_relationship_leads_inside_the_package(target: str, part: str) -> None:
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="a" Type="urn:x/comments" TargetMode="External" Target="http://example.org/"/>'
        f'<Relationship Id="rId1" Type="urn:x/comments" Target="{target}"/></Relationships>'
    )
    edits = Edits(Package(zipped({"w/_rels/d.xml.rels": relations.encode()}), "x"))
    assert edits.target("w/d.xml", "comments") == edits.target_of("w/d.xml", "rId1") == part
    assert edits.target("w/d.xml", "drawing") is edits.target_of("w/d.xml", "a") is None
    assert edits.relate("w/d.xml", "urn:x/drawing", "v/e.vml") == "rId2"
    assert edits.target("w/d.xml", "drawing") == "v/e.vml"


def test_the_checksum_of_a_copied_part_is_that_of_the_package() -> None:
    package = Package(zipped({"a": b"one" * 99}), "x")
    packed = package.packed("a")
    assert (zlib.decompress(packed.stored, -15), packed.checksum) == (b"one" * 99, zlib.crc32(b"one" * 99))
