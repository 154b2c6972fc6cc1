"""Which offices of a roster a name may be: the same, with an area in front, or a short form."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple, TypeAlias

from attrs import field, frozen

from disclosure_report.checks.names import AREAS, ITSELF, core_of, cuts, is_short_form, same_name
from disclosure_report.collecting.office import Office
from disclosure_report.collecting.roster import Roster


# Why a name may not be the office's: its area is not known, or it is only like a short form.
Doubt: TypeAlias = Literal["area", "short"]
_ALIKE = 2  # characters by which two names of one area begin


class Alike(NamedTuple):
    """The offices that a name may be, the surest alone, and what is doubtful about it."""

    offices: tuple[Office, ...]
    doubt: Doubt | None = None


@frozen
class _Group:
    """The offices below the same organs: the same areas may stand in front of their names."""

    above: tuple[str, ...]
    offices: tuple[Office, ...]
    fronts: tuple[str, ...] = field(init=False)
    rests: Mapping[str, tuple[Office, ...]] = field(init=False)

    @fronts.default
    def _fronts(self) -> tuple[str, ...]:
        """The nearest area, alone or with those above it in front; of the nearest also its last character."""
        found, front = list[str](), ""
        for area, higher in zip(self.above, (*self.above, "")[1:], strict=True):
            front = area.removeprefix(higher) + front
            found.append(front)
        if front.endswith(tuple(AREAS)):
            found.append(front[-1])
        return tuple(found)

    @rests.default
    def _rests(self) -> dict[str, tuple[Office, ...]]:
        return _indexed((self.rest_of(core_of(office.agency)), office) for office in self.offices)

    def rest_of(self, core: str) -> str:
        """A name without the areas that may stand in front of it."""
        front = next((front for front in self.fronts if core.startswith(front) and core != front), "")
        return core[len(front) :]

    def unsure(self, core: str) -> Iterator[Office]:
        """The offices that a name may be if what stands in front of it is their area."""
        for rest in {rest for area, rest in cuts(core) if self._may_be_area(area)}:
            yield from self.rests.get(rest, ())
        for own, offices in self.rests.items() if not self.above else ():
            if any(self._is_same(area, rest, core) for area, rest in cuts(own)):
                yield from offices

    @staticmethod
    def _is_same(area: str, rest: str, core: str) -> bool:
        """Whether a name is the rest of another's, alone or with an area in front that ends alike."""
        return rest == core or any(
            rest == other and (area.endswith(end) or end.endswith(area)) for end, other in cuts(core)
        )

    def _may_be_area(self, area: str) -> bool:
        """Nothing is known of it; or only of what stands in front of the nearest; or it begins alike."""
        if not self.above:
            return True
        near = self.above[0]
        is_higher = len(self.above) == 1 and area.endswith(near) and area[: -len(near)].endswith(tuple(AREAS))
        return is_higher or (len(near) >= _ALIKE and area[:_ALIKE] == near[:_ALIKE])

    def short(self, core: str) -> Iterator[Office]:
        """The offices of which a name may be a short form, or they of it; an area of both does not tell."""
        rest = self.rest_of(core)
        areas = dict(cuts(core)) if not self.above else {}
        for own, offices in self.rests.items():
            shared = next(((areas[area], it) for area, it in cuts(own) if area in areas), (rest, own))
            if is_short_form(*shared):
                yield from offices


@frozen
class Names:
    """The offices of a roster by their names."""

    roster: Roster
    _exact: Mapping[str, tuple[Office, ...]] = field(init=False)
    _cores: Mapping[str, tuple[Office, ...]] = field(init=False)
    _groups: tuple[_Group, ...] = field(init=False)

    @_exact.default
    def _by_name(self) -> dict[str, tuple[Office, ...]]:
        return _indexed((same_name(office.agency), office) for office in self.roster.offices)

    @_cores.default
    def _by_core(self) -> dict[str, tuple[Office, ...]]:
        """Of two with one core, the one that is not called 本级 comes first."""
        offices = self.roster.offices
        plain = {core_of(office.agency) for office in offices if ITSELF not in office.agency}
        return _indexed(
            (core, office)
            for office in offices
            for core in [core_of(office.agency)]
            if ITSELF not in office.agency or core not in plain
        )

    @_groups.default
    def _by_above(self) -> tuple[_Group, ...]:
        found: dict[tuple[str, ...], list[Office]] = {}
        for office in self.roster.offices:
            above = tuple(map(core_of, self.roster.above(office.agency)))
            found.setdefault(above, []).append(office)
        return tuple(_Group(above, tuple(offices)) for above, offices in found.items())

    def alike(self, name: str) -> Alike:
        """The offices that *name* may be."""
        core = core_of(name)
        ways: tuple[tuple[Iterable[Office], Doubt | None], ...] = (
            (self._exact.get(same_name(name), ()), None),
            (self._cores.get(core, ()), None),
            ((it for group in self._groups for it in group.rests.get(group.rest_of(core), ())), None),
            ((it for group in self._groups for it in group.unsure(core)), "area"),
            ((it for group in self._groups for it in group.short(core)), "short"),
        )
        for offices, doubt in ways:
            found = tuple(dict.fromkeys(offices))
            if found:
                return Alike(found, doubt)
        return Alike(())


def _indexed(pairs: Iterable[tuple[str, Office]]) -> dict[str, tuple[Office, ...]]:
    found: dict[str, tuple[Office, ...]] = {}
    for name, office in pairs:
        found[name] = (*found.get(name, ()), office)
    return found
