"""What a reader writes down beside the report."""

from attrs import define, field

from disclosure_report.blocks import Block, Place
from disclosure_report.model.findings import Detail, Finding, Rule


@define
class Notes:
    """Findings, and what went nowhere; *pictures* are those among it that stood in the report.

    *places* are those of the title, of parts and of blocks of prose, by path.
    """

    findings: list[Finding] = field(factory=list)
    left_over: list[Block] = field(factory=list)
    pictures: list[Block] = field(factory=list)
    places: dict[str, Place] = field(factory=dict)
    dropped_characters: int = 0
    dropped_place: Place | None = None

    def dropped(self, block: Block, count: int) -> None:
        """Count characters that no file can hold; one finding a file says so."""
        self.dropped_place = self.dropped_place or block.place
        self.dropped_characters += count

    def add(self, rule: Rule, place: Place | None = None, **details: Detail) -> None:
        """Write down a doubt."""
        self.findings.append(Finding(rule, place=place, details=tuple(details.items())))
