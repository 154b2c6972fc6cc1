"""Which codes are asked for."""

from collections.abc import Iterable

from attrs import field, frozen

from disclosure_report.checks.catalogue import CATALOGUE
from disclosure_report.errors import InvalidValueError


def _begins_codes(name: str, beginnings: Iterable[object]) -> frozenset[str]:
    """The codes that begin so."""
    if isinstance(beginnings, str | bytes) or not isinstance(beginnings, Iterable):
        raise InvalidValueError(name, f"takes codes or their beginnings in a list, not {beginnings!r:.60}")
    found: set[str] = set()
    for beginning in beginnings:
        is_text = isinstance(beginning, str) and beginning
        codes = [code for code in CATALOGUE if code.startswith(str(beginning))] if is_text else ()
        if not codes:
            raise InvalidValueError(name, f"no code begins with {beginning!r:.60}")
        found.update(codes)
    return frozenset(found)


@frozen
class Choice:
    """The codes of *select*, all where none is named, without those of *ignore*.

    >>> "P303" in Choice.of(select=["P"], ignore=["P4"]), "P401" in Choice.of(ignore=["P4"])
    (True, False)
    """

    codes: frozenset[str] = field(factory=lambda: frozenset(CATALOGUE))

    @classmethod
    def of(cls, select: Iterable[str] = (), ignore: Iterable[str] = ()) -> "Choice":
        """By codes or their beginnings.

        Raises:
            InvalidValueError: no code begins so.
        """
        chosen = _begins_codes("select", select) or frozenset(CATALOGUE)
        return cls(chosen - _begins_codes("ignore", ignore))

    def __contains__(self, code: str) -> bool:
        return code in self.codes


EVERYTHING = Choice()
