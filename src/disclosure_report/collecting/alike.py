"""Which offices of a roster a name may be: the same, with an area in front, or a short form."""

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple, TypeAlias

from attrs import field, frozen

from disclosure_report.checks.names import core_of, cuts, is_short_form
from disclosure_report.collecting.office import Office
from disclosure_report.collecting.roster import Roster


# Why a name may not be the office's: its area is not known, or it is only like a short form.
Doubt: TypeAlias = Literal["area", "short"]


class Alike(NamedTuple):
    """The offices that a name may be, the surest alone, and what is doubtful about it."""

    offices: tuple[Office, ...]
    doubt: Doubt | None = None


@frozen
class Names:
    """The offices of a roster by the cores of their names, whole and without areas in front."""

    roster: Roster
    _whole: Mapping[str, tuple[Office, ...]] = field(init=False)
    _rests: Mapping[str, tuple[tuple[str, Office], ...]] = field(init=False)

    @_whole.default
    def _by_core(self) -> dict[str, tuple[Office, ...]]:
        found: dict[str, tuple[Office, ...]] = {}
        for office in self.roster.offices:
            core = core_of(office.agency)
            found[core] = (*found.get(core, ()), office)
        return found

    @_rests.default
    def _by_rest(self) -> dict[str, tuple[tuple[str, Office], ...]]:
        found: dict[str, tuple[tuple[str, Office], ...]] = {}
        for office in self.roster.offices:
            for area, rest in cuts(core_of(office.agency)):
                found[rest] = (*found.get(rest, ()), (area, office))
        return found

    def alike(self, name: str) -> Alike:
        """The offices that *name* may be."""
        core = core_of(name)
        whole = self._whole.get(core)
        if whole:
            return Alike(whole)
        cut = [*self._cut(core)]
        found = {doubt: tuple(office for office, of in cut if of == doubt) for doubt in (None, "area")}
        if found[None]:
            return Alike(found[None])
        if found["area"]:
            return Alike(found["area"], "area")
        short = tuple(office for office in self.roster.offices if self._is_short(core, office))
        return Alike(short, "short")

    def _cut(self, core: str) -> Iterator[tuple[Office, Doubt | None]]:
        """The offices whose names are the same without an area in front of one of the two."""
        pairs = [*self._rests.get(core, ())]
        pairs += [(area, office) for area, rest in cuts(core) for office in self._whole.get(rest, ())]
        for area, office in pairs:
            above = self._areas(office)
            if not above:
                yield office, "area"
            elif _is_among(area, above):
                yield office, None

    def _is_short(self, core: str, office: Office) -> bool:
        """Whether one is a short form of the other, as they stand or without an area of the office's."""
        own, above = core_of(office.agency), self._areas(office)
        pairs = [(core, own)]
        pairs += [(rest, own) for area, rest in cuts(core) if not above or _is_among(area, above)]
        pairs += [(core, rest) for area, rest in cuts(own) if not above or _is_among(area, above)]
        return any(is_short_form(*pair) for pair in pairs)

    def without_area(self, office: Office) -> list[str]:
        """The core of an office's name without the areas above it, where they stand in front."""
        above = self._areas(office)
        return [rest for area, rest in cuts(core_of(office.agency)) if _is_among(area, above)]

    def _areas(self, office: Office) -> list[str]:
        return [core_of(name) for name in self.roster.above(office.agency)]


def _is_among(area: str, above: list[str]) -> bool:
    """Whether an area is that of an organ above: both may have the area above that in front."""
    return any(area.endswith(name) or name.endswith(area) for name in above)
