"""One file of many: what is wrong with it never stops the others."""

import os
from typing import Any, TypeAlias

from disclosure_report.front import read
from disclosure_report.layout.recognise.reading import Reading
from disclosure_report.media.files import name_of


# A file with what was read in it, or the error that says why it could not be.
File: TypeAlias = tuple[str, Reading | Exception]


def attempt(path: str | os.PathLike[str], /, **options: Any) -> File:
    """The name of a file, with what `read` gives of it or the error that it raises: a pair for `collect`.

    *options* are those of `read`. It is a function of a module, so that a pool of processes can run it.

    >>> attempt("no such file.docx")
    ('no such file.docx', FileNotFoundError(2, 'No such file or directory'))
    """
    try:
        return name_of(path), read(path, **options)
    except Exception as error:  # noqa: BLE001  also what nobody foresaw; what is said of it names its class
        return name_of(path), error
