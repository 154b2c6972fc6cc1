"""What may be the name of a file on every system."""

import re


MOST_BYTES = 200  # of a name without its suffix: file systems hold 255, and a name may get an addition
# Separators of paths, drives and streams, wildcards, redirections, controls; ends that Windows drops; names
# that hide a file or belong to a device.
_REFUSED = re.compile(
    r"""[/\\:*?"<>|\x00-\x1f\x7f-\x9f\u2028\u2029]
      | [\s.]\Z
      | \A(?:[\s.]|~\$)
      | \A(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|\Z)""",
    re.IGNORECASE | re.VERBOSE,
)


def may_be_file_name(stem: str) -> bool:
    """Whether a file can have this name, with a suffix behind it, on every system.

    >>> may_be_file_name("青溪镇"), may_be_file_name("../青溪镇"), may_be_file_name("NUL")
    (True, False, False)
    """
    if not stem or _REFUSED.search(stem):
        return False
    try:
        return len(stem.encode()) <= MOST_BYTES
    except UnicodeEncodeError:  # half a character
        return False
