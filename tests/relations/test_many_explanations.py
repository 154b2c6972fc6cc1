"""Where an error has many explanations."""

import disclosure_report as dr


OUTCOMES = "applications.outcomes."
SUM = OUTCOMES + "total.total"


def _wrong_by_one(many: int) -> dr.Report:
    """Outcomes with *many* counts of 1, else 0; of the row of totals only the last is known, one too small.

    Each count of 1 with the total of its row explains it, and the wrong cell alone.
    """
    names = [path for path in dr.Report.blank("青溪镇", 2021).cells() if path.startswith(OUTCOMES)]
    rows: dict[str, list[str]] = {}
    for path in names:
        rows.setdefault(path.rpartition(".")[0], []).append(path)
    del rows[OUTCOMES + "total"]
    counts = [path for row in rows.values() for path in row[:-1]]
    cells = {path: int(number < many) for number, path in enumerate(counts)}
    totals = {row[-1]: sum(cells[path] for path in row[:-1]) for row in rows.values()}
    return dr.Report.blank("青溪镇", 2021).replace({**cells, **totals, SUM: many - 1})


def test_sixty_explanations_are_listed() -> None:
    located = dr.locate(_wrong_by_one(59))
    assert len(located) == 60
    assert located[0].changes == ((SUM, 59),)
    assert {(len(found.changes), found.rule.code) for found in located[1:]} == {(2, "L102")}


def test_of_more_than_sixty_the_single_cells_are_listed_and_the_others_counted() -> None:
    for many in (60, 126):
        single, rest = dr.locate(_wrong_by_one(many))
        assert single.changes == ((SUM, many),)
        assert (rest.changes, rest.rule.code) == ((), "L202")
        assert f"(（七）总计 总计); {many} explanations are not listed" in rest.text("en")
