"""The zip writer, read by the standard library."""

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from disclosure_report.media.package import pack, part


NAMES = st.text("abcXYZ019._-/", min_size=1, max_size=30)


@given(st.dictionaries(NAMES, st.binary(max_size=3000), max_size=6))
def test_what_is_packed_is_unpacked(entries: dict[str, bytes]) -> None:
    data = pack(part(name, content) for name, content in entries.items())
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        assert package.namelist() == sorted(entries)
        assert {name: package.read(name) for name in entries} == entries
        assert {info.date_time for info in package.infolist()} <= {(1980, 1, 1, 0, 0, 0)}
