"""What the organ that reports is called in its own report."""

import re

from attrs import field, frozen


_STYLE = re.compile("(?:人民政府|政府|办事处)$")
_STYLES = ("人民政府", "政府", "办事处", "")
_AREA = re.compile("[市区县省州盟旗]")
_SHORTEST = 2
_SHORTEST_REST = 3


@frozen
class Organ:
    """The organ that reports, by its name, and what it is called for short, the longest first.

    A government of a county or more has no short names here: its name may stand for all its organs.

    >>> Organ("青溪区水务局").names
    ('青溪区水务局', '区水务局', '水务局')
    >>> Organ("青溪区人民政府").names
    ()
    """

    name: str = ""
    base: str = field(init=False)
    names: tuple[str, ...] = field(init=False)

    @base.default
    def _base(self) -> str:
        return _STYLE.sub("", self.name)

    @names.default
    def _names(self) -> tuple[str, ...]:
        base = self.base
        if len(base) < _SHORTEST or _AREA.match(base[-1]):
            return ()
        tails = [base[found.start() :] for found in _AREA.finditer(base)]
        rests = [tail[1:] for tail in tails[-1:] if len(tail) > _SHORTEST_REST and "政府" not in tail]
        return tuple(dict.fromkeys((base, *tails, *rests)))

    @property
    def area(self) -> str:
        """The area that a government of a county or more governs: its name may stand for all organs there.

        >>> Organ("青溪区人民政府").area
        '青溪区'
        """
        return "" if self.names or len(self.base) < _SHORTEST else self.base

    def masked(self, words: str) -> str:
        """The words with this organ, where it is named, as 本机关, and its area as 全境.

        >>> Organ("青溪镇").masked("青溪镇人民政府收到申请")
        '本机关收到申请'
        """
        if self.area:
            return words.replace(self.area, "全境")
        for name in self.names:
            if name in words:
                for style in _STYLES:
                    words = words.replace(name + style, "本机关")
        return words


NOBODY = Organ()
