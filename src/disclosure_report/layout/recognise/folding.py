"""Labels are folded for matching; values and prose never are."""

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Letters and digits alone, width folded: how a label is compared.

    >>> fold("（三） 不予公开") == fold("(三)不予公开")
    True
    >>> fold("3.危及“三安全一稳定”")
    '3危及三安全一稳定'
    """
    return "".join(c for c in unicodedata.normalize("NFKC", text) if c.isalnum())
