"""What a reader writes down beside the report."""

from attrs import define, field

from disclosure_report.blocks import Block, Place
from disclosure_report.model.findings import Detail, Finding, Rule


@define
class Notes:
    """Findings, and what went nowhere."""

    findings: list[Finding] = field(factory=list)
    left_over: list[Block] = field(factory=list)

    def add(self, rule: Rule, place: Place | None = None, **details: Detail) -> None:
        """Write down a doubt."""
        self.findings.append(Finding(rule, place=place, details=tuple(details.items())))
