"""What a workbook is made for, and where things stand on its sheets without a grid."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from disclosure_report.blocks import Detail, Shape
from disclosure_report.media.xlsx.styles import HEAD, LINE, OPEN_LINE, TITLE, Key
from disclosure_report.media.xlsx.words import (
    ADVICE,
    CHECK_HEADS,
    COUNT_HEADS,
    GUIDE_HEADS,
    GUIDE_TITLE,
)


GUIDE_WIDTHS, TEXT_WIDTHS = (22, 70), (8, 100)
CHECK_WIDTHS = (70, 12, 12, 12, 12)


@frozen(cache_hash=True)
class Plan:
    """The grids, the details that have a label, and whether it is a form to fill in.

    Everything in a workbook but its numbers and words depends on this alone.
    """

    shapes: tuple[Shape, ...]
    details: tuple[Detail, ...]
    fillable: bool

    @property
    def first_detail(self) -> int:
        """The row of the first detail in the guide."""
        return 1

    @property
    def first_count(self) -> int:
        """The row of the first grid's counts in the checks, below the status and the heads."""
        return 2

    @property
    def first_relation(self) -> int:
        """The row of the first relation in the checks, below the counts and the heads."""
        return self.first_count + len(self.shapes) + 1

    @property
    def relations(self) -> int:
        """How many relations there are."""
        return sum(len(shape.sums) for shape in self.shapes)

    @property
    def words(self) -> tuple[str, ...]:
        """Every text that does not depend on the report."""
        labels = [box.content for shape in self.shapes for box in shape.boxes if isinstance(box.content, str)]
        sentences = [each.sentence for shape in self.shapes for each in shape.sums]
        guide = [text for _, texts in self.guide([""] * len(self.details)) for text in texts]
        return tuple(dict.fromkeys(filter(None, (*labels, *sentences, *guide, *CHECK_HEADS, *COUNT_HEADS))))

    def guide(self, texts: Sequence[str]) -> Iterator[tuple[tuple[Key, Key], tuple[str, str]]]:
        """The rows of the guide: two styles, two texts; *texts* are those of the details."""
        yield (TITLE, TITLE), (GUIDE_TITLE[self.fillable], "")
        for detail, text in zip(self.details, texts, strict=True):
            yield (HEAD, OPEN_LINE if self.fillable else LINE), (detail.label, text)
        yield (HEAD, HEAD), GUIDE_HEADS
        for shape in self.shapes:
            yield (LINE, LINE), (shape.title, shape.source)
        for advice in ADVICE if self.fillable else ():
            yield (LINE, LINE), (advice, "")
