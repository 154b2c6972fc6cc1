"""What the look of letters does to what they say: raised, lowered and struck ones are no plain text."""

_PLAIN, _SUPER, _SUB = "0123456789+-=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎"
_RAISED = {"superscript": str.maketrans(_PLAIN, _SUPER), "subscript": str.maketrans(_PLAIN, _SUB)}
_STRIKE = "\u0336"  # behind each letter that is struck


def raised(text: str, how: str | None) -> str:
    """Text that stands above or below the line.

    >>> raised("2", "superscript"), raised("2", "baseline")
    ('²', '2')
    """
    return text.translate(_RAISED[how]) if how in _RAISED else text


def struck(text: str) -> str:
    """Text with a line through it."""
    return "".join(letter + _STRIKE for letter in text)
