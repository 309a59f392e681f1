"""What a release says of value: rounded, hidden where single answers could be worked out, and frozen."""

import pytest

from survey.analysis.tables import HIDDEN
from survey.engagement import value_maps, value_parts
from survey.records.value_map import MapStakeholder
from survey.reports import frozen, value
from tests import making, valuing
from tests.reports.release_value_worlds import released, scores, world


def only(made, **more):
    [told] = released(made, **more).findings.value
    return told


@pytest.fixture
def told(app):
    return only(world(["control", "hope"]))


def test_the_ratio_is_told_to_one_decimal_with_its_range(told):
    # 24 of 40 changed, of 50 supported: 30 at £100, twice, on £1,234: 4.86.
    cells = told.figures.rows[0].cells
    assert cells["ratio"] == 4.9 and cells["inputs"] == 1234
    assert told.headline.startswith("4.9 (") and told.headline.endswith("3.5 per cent, 1 year")
    assert "value of about £4.9" in told.sentence and "an evaluation of what has happened" in told.sentence


def test_present_value_follows_from_what_is_told(told):
    assert told.figures.rows[0].cells["present_value"] == 6000


def test_what_was_put_in_is_the_sum_and_its_worth_today_is_called_so(app):
    made = world(["control", "hope"], inputs=1_000_000)
    valuing.given(made, 760_000, year=2, description="the second year")
    told = only(made)
    headings = {column.key: column.heading for column in told.figures.columns}
    assert headings["put_in"] == "What was put in"
    assert headings["inputs"] == "What was put in, in today’s money"
    cells = told.figures.rows[0].cells
    assert cells["put_in"] == 1_760_000 and cells["inputs"] == 1_734_300
    assert "present value is that ratio times what was put in, in today’s money" in told.figures.notes[0]


def test_where_inputs_are_not_discounted_there_is_one_sum(app):
    made = world(["control", "hope"])
    value_maps.change(made, {"inputs_discounted": False})
    told = only(made)
    assert "inputs" not in [column.key for column in told.figures.columns]
    assert told.figures.rows[0].cells["put_in"] == 1234
    assert "today’s money" not in told.figures.notes[0]


def test_how_many_changed_is_rounded_before_it_is_scaled(told):
    # 25 of 40, of 50 supported, is 31.25; 24 would be 30.
    row = told.rows.rows[0]
    assert row.cells["quantity"] == 30 and row.cells["n"] == 40
    assert row.cells["deadweight"] == 0


def test_what_is_typed_is_said_to_be(told):
    [typed] = [note for note in told.rows.notes if note.startswith("Typed from a source")]
    assert "R1 (deadweight, displacement, attribution to others, drop-off)" in typed


def test_every_setting_and_proxy_is_told_and_people_supported_are_rounded(told):
    settings = dict(told.settings)
    assert settings["People supported"] == "about 50"
    assert (
        settings["Discounting"].startswith("Green Book 2026")
        and "one point better" in settings["Quantity rule"]
    )
    assert [words.startswith("proxy ") for _, words in told.proxies] == [True, True]


def test_who_gains_is_told_in_fives(app):
    made = world(["control", "hope"])
    other = value_parts.add(made, MapStakeholder(name="The NHS"))
    valuing.row(made, stakeholder_id=other.id, typed={"quantity": 17, **valuing.NOTHING_OFF})
    shares = {row.heading: row.cells["share"] for row in only(made).who.rows}
    assert shares == {"Residents": 80, "The NHS": 20}


def test_the_order_of_those_who_gain_does_not_say_who_gains_more(app):
    orders = set()
    for count in (1, 1000):
        made = world(["control", "hope"])
        other = value_parts.add(made, MapStakeholder(name="The NHS"))
        valuing.row(made, stakeholder_id=other.id, typed={"quantity": count, **valuing.NOTHING_OFF})
        orders.add(tuple(row.heading for row in only(made).who.rows))
        # Control: in the team's own table the larger comes first.
        first = value.gather(made.evaluation, made).results.by_stakeholder[0][0]
        assert first == ("Residents" if count == 1 else "The NHS")
    assert orders == {("Residents", "The NHS")}


def test_one_stakeholder_alone_has_no_table(told):
    assert told.who is None


def test_few_people_hide_the_ratio_and_how_many_changed(app):
    made = world([], inputs=100)
    scores(made.evaluation, "control", [(2, 4)] * 3 + [(3, 3)] * 20)
    valuing.row(made, "control", typed=valuing.NOTHING_OFF)
    told = only(made)
    assert {key for key, cell in told.figures.rows[0].cells.items() if cell is not HIDDEN} == {
        "put_in",
        "inputs",
    }
    assert told.headline.startswith("The ratio is hidden") and told.sentence == ""
    assert told.rows.rows[0].cells["quantity"] is HIDDEN


def test_why_a_ratio_is_hidden_is_true_of_a_map_in_which_nobody_answered(app):
    made = world([], inputs=100)
    valuing.row(made, typed={"quantity": 4, **valuing.NOTHING_OFF})
    headline = only(made).headline
    assert headline.startswith("The ratio is hidden: a figure that a release does not tell")
    assert "small number of people that was typed" in headline


def test_what_few_people_change_can_be_told_where_a_tenth_is_many_of_them(app):
    made = world([], inputs=1_000_000)
    scores(made.evaluation, "control", [(2, 4)] * 3 + [(3, 3)] * 20)
    valuing.row(made, "control", typed=valuing.NOTHING_OFF)
    told = only(made)
    assert told.figures.rows[0].cells["ratio"] == 0.0
    assert told.rows.rows[0].cells["quantity"] is HIDDEN


def test_what_one_median_would_give_away_hides_the_ratio(app):
    # All else is typed or known, so the ratio would say what partners said of deadweight.
    typed = {name: 0 for name in valuing.NOTHING_OFF if name != "deadweight"}
    made = world(["control", "hope"], typed=typed)
    value_parts.type_figure(made.rows[1], "deadweight", 0, "the log of calls")
    for number, anyway in enumerate(("25", "50", "50")):
        team = making.partner(made.evaluation, "adult_social_care", f"Made-up team {number}")
        making.partner_answer(team, control_seen="better", control_anyway=anyway)
    told = only(made)
    assert told.headline.startswith("The ratio is hidden")
    assert told.rows.rows[0].cells["deadweight"] is None
    # Control: with the deadweight typed, the same map is told.
    value_parts.type_figure(made.rows[0], "deadweight", 0, "the log of calls")
    assert only(made).headline.startswith("4.9 (")


def test_what_partners_counted_is_never_told(app):
    made = world(["control", "hope"])
    surgery = making.partner(made.evaluation, "nhs", "Made-up surgery")
    making.partner_answer(surgery, fewer_gp_visits_seen="better", fewer_gp_visits_amount=7391)
    valuing.row(made, "fewer_gp_visits", typed=valuing.NOTHING_OFF)
    told = only(made)
    assert told.rows.rows[-1].cells["quantity"] is HIDDEN
    assert told.headline.startswith("The ratio is hidden")
    assert "7391" not in repr(told) and "7,391" not in repr(told)


def test_a_level_of_an_area_is_told_only_where_a_table_tells_of_just_these_people(app):
    made = world(["control", "hope"])
    made.area = made.evaluation.areas[0]
    scores(made.evaluation, "control", [(2, 4)] * 12 + [(3, 3)] * 12, area=1)
    scores(made.evaluation, "hope", [(2, 4), (3, 3)], area=1)
    control, hope = only(made).rows.rows
    assert control.cells["n"] == 40 and hope.cells["n"] is HIDDEN


def test_maps_that_are_not_in_it_are_named_with_why(app):
    made = world(["control", "hope"])
    valuing.value_map(made.evaluation, "Bare")
    value_maps.change(valuing.value_map(made.evaluation, "Recalled"), {"before_kind": "recalled"})
    found = released(made)
    assert [each.name for each in found.findings.value] == ["Walking"]
    assert {name for name, _ in found.value.left_out} == {"Bare", "Recalled"}


def test_a_release_with_value_comes_back_the_same(app):
    findings = released(world(["control", "hope"])).findings
    assert findings.value and frozen.from_text(frozen.to_text(findings)) == findings


def test_nothing_exact_is_kept(app):
    made = world(["control", "hope"])
    scores(made.evaluation, "control", [(2, 4)] * 3)
    kept = frozen.to_text(released(made).findings)
    found = value.gather(made.evaluation, made)
    [worth, _] = found.results.worth.rows
    # 27 of 43, of 50 supported, at £100.
    exact = [f"{figure:.4f}"[:5] for figure in (worth.row.quantity, worth.present_value)]
    assert exact == ["31.39", "3139."]
    # Control: the team's own tables hold them.
    team = [str(cell) for table in found.tables for row in table.rows for cell in row.cells.values()]
    assert all(any(cell.startswith(each) for cell in team) for each in exact)
    assert not [each for each in (*exact, "3139", "3,139", '"n": 43') if each in kept]
