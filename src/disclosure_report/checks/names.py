"""Whether two names may be of one organ: short, long, or with the area in front."""

import re
import unicodedata
from collections.abc import Iterator


# Names of one organ differ by these: "悦来镇", "悦来镇人民政府"; "石马河街道", with "办事处" or "办".
_STYLE = re.compile(
    r"人民政府|人民$|政府|办事处|(?<=街道)办(?!公)|管理?委员?会|(?<=委)员会|(?<=办)公[室厅]|本级|关于|[\s（()）]"
)
ITSELF = "本级"  # names the office beside the area that it governs
AREAS = "省市县区旗州盟"  # end an area in front of an organ's name
_AREA = re.compile(f"[{AREAS}]")


def same_name(text: str) -> str:
    """What two names have in common that a person, or a system, takes for the same.

    macOS writes "é" as two characters, Windows knows no capitals, typists know no width.

    >>> same_name("ＡＢ 镇") == same_name("ab镇")
    True
    """
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def core_of(name: str) -> str:
    """The name without what only some write.

    >>> core_of("青溪镇人民政府"), core_of("青溪镇")
    ('青溪镇', '青溪镇')
    """
    return same_name(_STYLE.sub("", name))


def cuts(core: str) -> Iterator[tuple[str, str]]:
    """Each way to tell the area in front of a name from the rest; nothing says that it is an area.

    >>> [*cuts("云岭县青溪镇")], [*cuts("县教育局")], [*cuts("城市管理局")]
    ([('云岭县', '青溪镇')], [('县', '教育局')], [('城市', '管理局')])
    """
    for found in _AREA.finditer(core):
        if found.end() < len(core):
            yield core[: found.end()], core[found.end() :]


def may_be_one(name: str, other: str) -> bool:
    """Whether both end in the same kind of organ, and the longer has the shorter's characters in their order.

    A name without a character may be any organ's.

    >>> may_be_one("云岭县发改局", "云岭县发展和改革局"), may_be_one("青溪镇", "云岭县青溪镇人民政府")
    (True, True)
    >>> may_be_one("云岭县财政局", "云岭县民政局"), may_be_one("云岭县", "云岭县财政局")
    (False, False)
    """
    shorter, longer = sorted((core_of(name), core_of(other)), key=len)
    characters = iter(longer)
    return longer.endswith(shorter[-1:]) and all(character in characters for character in shorter)


def is_short_form(name: str, other: str) -> bool:
    """Whether one may be a short form of the other: they also begin alike.

    >>> is_short_form("发改局", "发展和改革局"), is_short_form("改革局", "发展和改革局")
    (True, False)
    """
    return core_of(name)[:1] == core_of(other)[:1] and may_be_one(name, other)
