"""Parts out of order, headings of another form, places of prose."""

import pytest

import disclosure_report as dr
from disclosure_report.layout.recognise.reading import Reading


TITLE = "青溪镇2021年政府信息公开工作年度报告"
ONE = ("一、总体情况", "全年公开信息126条。")
FIVE = ("五、存在的主要问题及改进情况", "更新不够及时。")
SIX = ("六、其他需要报告的事项", "未收取信息处理费。")


def _read(*parts: tuple[str, ...], title: str = TITLE) -> Reading:
    lines = [title, *(line for part in parts for line in part)]
    return dr.read("\n".join(lines).encode(), "text")


def _codes(reading: Reading) -> list[str]:
    return [finding.code for finding in reading.findings if finding.code in {"R201", "R203", "R205", "R207"}]


@pytest.mark.parametrize(
    ("parts", "codes"),
    [
        ((ONE, FIVE, SIX), []),
        ((ONE, SIX, FIVE), ["R207"]),
        ((FIVE, ONE, SIX), ["R207"]),
        ((SIX, FIVE, ONE), ["R207", "R207"]),
        ((FIVE, SIX, ONE), ["R207"]),
    ],
)
def test_parts_out_of_order_are_read_whole_with_a_hint(
    parts: tuple[tuple[str, ...], ...], codes: list[str]
) -> None:
    reading = _read(*parts)
    assert _codes(reading) == codes
    assert {finding.severity for finding in reading.findings if finding.code == "R207"} <= {"hint"}
    report = reading.report
    assert (report.overview.text, report.problems_and_improvements.text, report.other_matters.text) == (
        ONE[1],
        FIVE[1],
        SIX[1],
    )


def test_a_heading_out_of_order_with_nothing_below_is_a_table_of_contents() -> None:
    reading = _read((SIX[0],), ONE, FIVE)
    assert _codes(reading) == ["R201"]
    assert not reading.report.other_matters


@pytest.mark.parametrize("line", [(), ("现将有关情况报告如下。",)])
@pytest.mark.parametrize(
    ("body", "missing"),
    [((ONE, ("五、不足和打算", FIVE[1]), SIX), FIVE), ((ONE, FIVE, ("六、另外几件事", SIX[1])), SIX)],
)
def test_the_line_of_a_table_of_contents_that_comes_again_in_other_words_is_no_part(
    line: tuple[str, ...], body: tuple[tuple[str, str], ...], missing: tuple[str, str]
) -> None:
    contents = (ONE[0], FIVE[0], SIX[0])
    reading = _read(("目录", *contents, *line), *body)
    assert "R207" not in _codes(reading)
    assert "R201" in _codes(reading)
    part = "problems_and_improvements" if missing is FIVE else "other_matters"
    assert not getattr(reading.report, part)
    assert reading.report.overview.text.startswith(ONE[1])


def test_two_headings_out_of_order_are_not_chosen_between() -> None:
    second = (FIVE[0], "另一个问题。")
    reading = _read(FIVE, second, ONE, ("二、主动公开政府信息情况", "见下表。"), SIX)
    assert _codes(reading) == ["R201", "R203"]
    assert not reading.report.problems_and_improvements
    assert [getattr(block, "text", None) for block in reading.left_over] == [
        *FIVE[1:],
        *second[1:],
        "见下表。",
    ]


@pytest.mark.parametrize(
    ("form", "heading", "found"),
    [
        (dr.Form.Y2021, "五、存在的主要问题及改进情况", False),
        (dr.Form.Y2021, "五、政府信息公开工作存在的主要问题及改进情况", True),
        (dr.Form.Y2021, "五、存在问题及改进情况", False),
        (dr.Form.Y2019, "五、政府信息公开工作存在的主要问题及改进情况", False),
        (dr.Form.Y2019, "五、存在的主要问题及改进情况", False),
    ],
)
def test_the_heading_of_an_earlier_form_is_a_hint(form: dr.Form, heading: str, found: bool) -> None:
    report = dr.complete(dr.Report.blank("青溪镇", form.value), zeros=True).report
    report = report.replace(problems_and_improvements=dr.Prose.from_text("更新不够及时。"))
    page = dr.to_bytes(report, "html").decode()
    official = {
        dr.Form.Y2021: "五、存在的主要问题及改进情况",
        dr.Form.Y2019: "五、政府信息公开工作存在的主要问题及改进情况",
    }[form]
    assert official in page
    reading = dr.read(page.replace(official, heading).encode(), "html")
    hints = [finding for finding in reading.findings if finding.code == "R208"]
    assert [finding.severity for finding in hints] == ["hint"] * found
    assert all(heading in finding.text() for finding in hints)


def test_a_title_in_two_lines_stands_at_the_first() -> None:
    lines = ["返回首页", "青溪镇人民政府", "2021年政府信息公开工作年度报告", *ONE]
    reading = dr.read("\n".join(lines).encode(), "text")
    assert (reading.report.agency, reading.report.year) == ("青溪镇人民政府", 2021)
    assert reading.places["title"].line == 2


def test_title_parts_and_blocks_of_prose_have_places() -> None:
    preamble = ("按照条例编制。", "统计期限为全年。")
    reading = _read(preamble, ONE, ("（一）主动公开", "好。"), FIVE, SIX)
    lines = {path: place.line for path, place in reading.places.items()}
    assert lines == {
        "title": 1,
        "preamble[0]": 2,
        "preamble[1]": 3,
        "overview": 4,
        "overview[0]": 5,
        "overview[1]": 6,
        "overview[2]": 7,
        "problems_and_improvements": 8,
        "problems_and_improvements[0]": 9,
        "other_matters": 10,
        "other_matters[0]": 11,
    }
    assert all(reading.place_of(path) is place for path, place in reading.places.items())
    for path, place in reading.places.items():
        part, bracket, number = path.partition("[")
        if bracket:
            block = getattr(reading.report, part).blocks[int(number.removesuffix("]"))]
            assert block.text in "\n".join([*preamble, *ONE, "（一）主动公开", "好。", *FIVE, *SIX])
        assert place.line
