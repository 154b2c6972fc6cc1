"""Whether two names may be of one organ: short, long, or with the area in front."""

import re


# Names of one organ differ by these: "悦来镇", "悦来镇人民政府"; "石马河街道", with "办事处" or "办".
_STYLE = re.compile(
    r"人民政府|人民$|政府|办事处|(?<=街道)办(?!公)|管理?委员?会|(?<=委)员会|(?<=办)公[室厅]|本级|关于|[\s（()）]"
)


_AREA_ENDS = "省市县区旗州盟"  # an area in front of an organ's name


def core_of(name: str) -> str:
    """The name without what only some write.

    >>> core_of("青溪镇人民政府"), core_of("青溪镇")
    ('青溪镇', '青溪镇')
    """
    return _STYLE.sub("", name)


def short_forms(name: str) -> tuple[str, ...]:
    """The core of a name, then what is left of it without areas in front.

    Two names are of one organ where the core of one is among the short forms of the other.

    >>> short_forms("云岭县青溪镇人民政府"), short_forms("县志办公室")
    (('云岭县青溪镇', '青溪镇'), ('县志办',))
    """
    core = core_of(name)
    return core, *(core[end:] for end in range(2, len(core)) if core[end - 1] in _AREA_ENDS)


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
