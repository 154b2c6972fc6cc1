"""A copy of the file that was read, with its findings as comments."""

import os
from collections.abc import Iterable
from pathlib import PurePath
from typing import get_args

from disclosure_report.errors import InvalidValueError
from disclosure_report.layout.recognise.reading import Origin, Reading
from disclosure_report.layout.remarks import comments_on
from disclosure_report.media.files import Target, digest_of, is_file_at, name_of, path_of, put, take
from disclosure_report.media.registry import Medium, medium_to_mark, with_comments
from disclosure_report.model.findings import Finding, Language


def mark(reading: Reading, findings: Iterable[Finding], target: Target, *, lang: Language = "zh") -> None:
    """Write the file that was read with a comment at each place that a finding has; all else stays as it was.

    A Word document gets comments, a workbook gets notes: code, sentence, expected, found, suggestions, in
    *lang*. A finding without a place stands at the title. Comments that are there stay. A file that was read
    from a path must still be there, unchanged. The file is replaced whole or not at all; a digital signature
    no longer holds.

    >>> import io
    >>> import disclosure_report as dr
    >>> reading, copy = dr.read(dr.to_bytes(dr.Report.blank("悦来镇", 2021), "docx")), io.BytesIO()
    >>> mark(reading, dr.check(reading), copy)
    >>> dr.read(copy.getvalue()) == reading
    True

    Raises:
        InvalidValueError: the reading is of a medium without comments, or its file has changed; the target is
            the file that was read, or has the suffix of another medium.
        UnreadableError: a part of the file that takes comments is damaged or too large.
        OSError: the file is gone, or the target cannot be written.
    """
    put(marked(reading, findings, target, lang), target)


def marked(reading: Reading, findings: Iterable[Finding], target: Target, lang: Language) -> bytes:
    """The bytes that `mark` writes, after all that it refuses of the target."""
    origin = getattr(reading, "origin", None)
    if not isinstance(origin, Origin):
        raise InvalidValueError("reading", f"takes what read gave, not {type(reading).__name__}")
    if lang not in get_args(Language):
        raise InvalidValueError("lang", f"is one of {', '.join(get_args(Language))}, not {lang!r:.60}")
    found = tuple(findings)
    if not all(isinstance(each, Finding) for each in found):
        raise InvalidValueError("findings", "takes findings")
    medium = medium_to_mark(origin.medium)
    _refuse_target(origin, medium, target)
    return with_comments(medium, _again(origin), origin.name, comments_on(reading, found, lang))


def _refuse_target(origin: Origin, medium: Medium, target: Target) -> None:
    name = name_of(target)
    suffix = PurePath(name).suffix.lower()
    if is_file_at(target, origin.path or path_of(origin.name)):
        raise InvalidValueError("target", f"{name} is the file that was read; it is not written over")
    its = {*medium.suffixes, PurePath(origin.path or "").suffix.lower()} - {""}
    if isinstance(target, str | os.PathLike) and suffix not in its:
        raise InvalidValueError("target", f"{name}: the copy is a file of {medium.name}, as what was read")


def _again(origin: Origin) -> bytes:
    """The bytes of the file that was read."""
    if origin.path is None:
        return origin.data or b""
    data = take(origin.path)
    if digest_of(data) != origin.digest:
        raise InvalidValueError("reading", f"{origin.name} has changed since it was read; read it again")
    return data
