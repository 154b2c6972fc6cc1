"""Every error that the library raises on purpose.

Whose fault it is decides the branch::

    DisclosureReportError
    ├── InvalidValueError (ValueError)       the caller's value; names its path
    │   ├── UnknownPathError (KeyError)      a path that the report's forms do not have
    │   └── InvalidJSONError                 JSON that is no report; lists every problem with its path
    ├── UnreadableError                      the file that was read; names the file
    │   ├── UnknownMediumError               no medium is known for this suffix or content
    │   ├── DamagedFileError                 not what its suffix or its first bytes say
    │   ├── FileTooLargeError                over a stated limit
    │   └── SeveralReportsError              more than one report in one file
    ├── MissingExtraError (ImportError)      an optional part is not installed; names the `pip install`
    └── MissingFontError                     no font of this machine has the characters; names some that do

This module imports nothing of the package.
"""

__all__ = [
    "DamagedFileError",
    "DisclosureReportError",
    "FileTooLargeError",
    "InvalidJSONError",
    "InvalidValueError",
    "MissingExtraError",
    "MissingFontError",
    "SeveralReportsError",
    "UnknownMediumError",
    "UnknownPathError",
    "UnreadableError",
]


class DisclosureReportError(Exception):
    """The root: catch this to catch every error that the library raises on purpose."""


class InvalidValueError(DisclosureReportError, ValueError):
    """A value that the form cannot hold: a bool, a float, a negative count, text that no file can carry."""

    def __init__(self, path: str, problem: str) -> None:
        self.path = path
        self.problem = problem
        super().__init__(path, problem)

    def __str__(self) -> str:
        return f"{self.path}: {self.problem}"


class UnknownPathError(InvalidValueError, KeyError):
    """A path that does not exist in the report's forms."""


class InvalidJSONError(InvalidValueError):
    """JSON that is no report; `problems` holds every (path, problem) that was found."""

    def __init__(self, problems: tuple[tuple[str, str], ...]) -> None:
        self.problems = problems
        super().__init__(*problems[0])
        self.args = (problems,)

    def __str__(self) -> str:
        return "; ".join(f"{path}: {problem}" for path, problem in self.problems)


class UnreadableError(DisclosureReportError):
    """A file that cannot be read; the message begins with its name."""

    def __init__(self, name: str, problem: str) -> None:
        self.name = name
        self.problem = problem
        super().__init__(name, problem)

    def __str__(self) -> str:
        return f"{self.name}: {self.problem}"


class UnknownMediumError(UnreadableError):
    """No medium is known for this suffix or content, or not in this direction."""


class DamagedFileError(UnreadableError):
    """The bytes are not what their suffix or their beginning says: empty, cut off, another kind."""


class FileTooLargeError(UnreadableError):
    """The file is over a limit that the message states."""


class SeveralReportsError(UnreadableError):
    """More than one report stands in the file; reading both into one would mix their numbers."""


class MissingExtraError(DisclosureReportError, ImportError):
    """An optional part is not installed; the message names the `pip install` that brings it."""


class MissingFontError(DisclosureReportError):
    """No font of this machine has the characters of a picture; the message names fonts that have them."""
