"""The catalogue: codes are unique and well formed, sentences speak both languages with the same details."""

import re
import string

import pytest

from disclosure_report.checks.catalogue import CATALOGUE, RULES
from disclosure_report.model.findings import SEVERITIES, Rule


def _details(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def test_no_code_stands_twice() -> None:
    assert len(CATALOGUE) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: str(rule.code))
def test_a_rule_is_well_formed(rule: Rule) -> None:
    assert re.fullmatch(r"[PBFTYWXRCLA]\d{3}", rule.code)
    assert rule.severity in SEVERITIES
    assert _details(rule.en) <= _details(rule.zh)
    assert not rule.en.startswith(rule.zh)
