"""One file of many: what is wrong with it never stops the others."""

import os
from typing import TypeAlias

from disclosure_report.errors import InvalidValueError
from disclosure_report.front import read
from disclosure_report.layout.recognise.reading import Reading
from disclosure_report.media.files import name_of


# A file with what was read in it, or the error that says why it could not be.
File: TypeAlias = tuple[str, Reading | Exception]
_ARGUMENTS = ("source", "medium", "agency", "year")  # what is wrong with these is wrong with every file


def attempt(
    path: str | os.PathLike[str],
    /,
    medium: str | None = None,
    *,
    agency: str | None = None,
    year: int | None = None,
    encoding: str | None = None,
) -> File:
    """The name of a file, with what `read` gives of it or the error that it raises: a pair for `collect`.

    It is a function of a module, so that a pool of processes can run it.

    >>> attempt("no such file.docx")
    ('no such file.docx', FileNotFoundError(2, 'No such file or directory'))

    Raises:
        InvalidValueError: the path, medium, agency or year is no such thing.
    """
    try:
        return name_of(path), read(path, medium, agency=agency, year=year, encoding=encoding)
    except Exception as error:
        if isinstance(error, InvalidValueError) and error.path in _ARGUMENTS:
            raise
        return name_of(path), error
