"""Every kind of mess, declared once; and the mess of a page, as Hypothesis draws it.

They are listed in the order in which they are made: first what changes words, then tables, then the page.
A harmless kind takes nothing away: a person still reads every number of the page.
"""

import random

from attrs import frozen
from hypothesis import strategies as st

from disclosure_report.model.report import Report

from . import cuts, furniture, labels, markup, tables, values, words
from .page import Change, Dice, Page, plain
from .render import rendered


@frozen
class Kind:
    """One kind of mess."""

    make: Change
    harmless: bool = True

    @property
    def name(self) -> str:
        """The room and name of what makes it."""
        return f"{self.make.__module__.rpartition('.')[2]}.{self.make.__name__}"

    def __repr__(self) -> str:
        return self.name


KINDS = (
    *map(Kind, (words.title_order, words.other_headings, words.bare_headings, words.other_numbers)),
    *map(Kind, (tables.column_order, labels.other_words)),
    Kind(labels.cut_heads, harmless=False),
    *map(Kind, (labels.notes, labels.lost_points, labels.half_width, labels.traditional)),
    *map(Kind, (labels.blanks_inside, labels.blanks_around, labels.breaks_inside, labels.readings)),
    *map(Kind, (values.plus_signs, values.counted, values.money, values.thousands, values.noted)),
    *map(Kind, (values.full_width, values.unseen, values.blanks_around, values.blank_marks)),
    *(Kind(make, harmless=False) for make in (cuts.sub_rows, cuts.merged_values)),
    Kind(tables.unmerged),
    Kind(tables.spread, harmless=False),
    *map(Kind, (tables.copied_labels, tables.slivers)),
    *map(Kind, (tables.extra_rows, tables.remarks, tables.row_numbers, cuts.cut_with_heads)),
    Kind(cuts.cut_without_heads, harmless=False),
    *map(Kind, (tables.empty_rows, tables.empty_ends)),
    *(Kind(make, harmless=False) for make in (tables.missing_ends, cuts.lost_ends, cuts.lost_blanks)),
    Kind(tables.sized_columns),
    *(Kind(make, harmless=False) for make in (cuts.repeated_rows, cuts.covering_spans)),
    *map(Kind, (words.headings_in_tables, markup.row_groups, tables.long_spans)),
    *map(Kind, (labels.torn_words, words.lines_around, cuts.before_heading)),
    *map(Kind, (cuts.other_order, cuts.all_at_the_end)),
    *map(Kind, (words.heading_tags, words.title_twice, words.contents)),
    *map(Kind, (furniture.source_line, furniture.metadata, furniture.share_bar, furniture.hidden)),
    *map(Kind, (furniture.divisions, furniture.navigation, furniture.other_reports, furniture.footer)),
    *map(Kind, (furniture.layout_tables, furniture.scripts)),
    *map(Kind, (markup.from_word, markup.hidden_cells, markup.head_cells)),
    *map(Kind, (markup.forms, markup.upper_tags)),
    *map(Kind, (markup.unclosed_tags, markup.unquoted, markup.indented)),
    *map(Kind, (markup.as_gb18030, markup.with_mark, markup.lines_of_windows)),
)
_SITE = {furniture.divisions, furniture.navigation, furniture.footer}
SITE = tuple(kind for kind in KINDS if kind.make in _SITE)
HARMLESS = tuple(kind for kind in KINDS if kind.harmless)


@frozen
class Mess:
    """The mess of one page: its kinds, how much of the page they hit, and the seed of chance."""

    kinds: tuple[Kind, ...] = ()
    share: float = 0.1
    seed: int = 0

    def page(self, report: Report) -> Page:
        """The page of a report in this mess."""
        page = plain(report)
        for kind in self.kinds:
            kind.make(page, Dice(random.Random(f"{self.seed} {kind.name}"), self.share))
        return page

    def render(self, report: Report) -> bytes:
        """The bytes of that page."""
        return rendered(self.page(report))


def messes(kinds: tuple[Kind, ...] = KINDS, most: int = 8) -> st.SearchStrategy[Mess]:
    """Some of these kinds, in the order of the table."""
    some = st.sets(st.integers(0, len(kinds) - 1), max_size=most)
    chosen = some.map(lambda numbers: tuple(kinds[number] for number in sorted(numbers)))
    return st.builds(Mess, chosen, st.sampled_from((0.05, 0.3, 1.0)), st.integers(0, 999))
