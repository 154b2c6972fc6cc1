"""Reports as pages of government sites publish them: a renderer of messy pages for the tests."""

from .kinds import HARMLESS, KINDS, SITE, Kind, Mess, messes
from .page import Page, plain, unmarked
from .render import rendered


__all__ = ["HARMLESS", "KINDS", "SITE", "Kind", "Mess", "Page", "messes", "plain", "rendered", "unmarked"]
