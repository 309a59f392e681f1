"""What was said, as per cents: every state, every kind of answer, and nothing from elsewhere."""

import json

import pandas as pd
import pytest

from survey.analysis.impact import ATTRIBUTION, DEADWEIGHT, DISPLACEMENT, DROP_OFF
from survey.analysis.said import Said
from survey.records import impact_frames
from survey.records.frames import Group
from survey.reports import asked, voices
from tests.reports.impact_worlds import about, shares, world

RESIDENTS = ["question", "state", "choices", "n"]
PARTNERS = ["partner", "kind", "area_id", "question", "state", "number", "choices"]


def residents(*rows):
    return voices.by_residents(pd.DataFrame(rows, columns=RESIDENTS))


def partner(**answers):
    """A partner's answers about "fun": a text is a choice, a dict shares, a number itself, None a skip."""
    rows = []
    for ending, value in answers.items():
        state = "dont_know" if value == "dont_know" else "skipped" if value is None else "answered"
        number = value if isinstance(value, int) else None
        chosen = [value] if isinstance(value, str) else list(value.items()) if isinstance(value, dict) else []
        choices = json.dumps(chosen) if state == "answered" and chosen else None
        rows.append((1, "nhs", None, f"fun_{ending}", state, number, choices))
    frame = pd.DataFrame(rows, columns=PARTNERS).astype({"number": "Int64", "area_id": "Int64"})
    [one] = voices.partner_answers(frame)
    return one


def test_residents_answers_are_counted_by_state():
    said = residents(
        ("hope_anyway", "answered", '["25"]', 2),
        ("hope_anyway", "answered", '["75"]', 1),
        ("hope_anyway", "dont_know", None, 3),
        ("hope_anyway", "prefer_not_to_say", None, 1),
        ("hope_anyway", "skipped", None, 2),
        ("hope_others", "answered", '["0"]', 1),
    )
    assert said == {
        "hope": {DEADWEIGHT: Said((25.0, 25.0, 75.0), unknown=3, skipped=3), ATTRIBUTION: Said((0.0,))}
    }


def test_nobody_said_nothing():
    assert residents() == {} and voices.by_partners([]) == {}


@pytest.mark.parametrize("seen, amount, counted", [
    ("better", 12, 12), ("worse_then_better", 12, 12), ("worse", 12, -12), ("worse", 0, 0),
    ("same", None, 0), ("better", None, None), ("dont_know", None, None), (None, None, None),
])  # fmt: skip
def test_the_direction_of_an_amount_is_that_of_what_was_seen(seen, amount, counted):
    assert partner(seen=seen, amount=amount).amount == counted


@pytest.mark.parametrize("answers, said", [
    ({"anyway": "50"}, ("answered", 50.0)),
    ({"anyway": "50", "anyway_exact": 43}, ("answered", 43.0)),
    ({"anyway": "50", "anyway_exact": 0}, ("answered", 0.0)),
    ({"anyway": "dont_know", "anyway_exact": 43}, ("answered", 43.0)),
    ({"anyway": "dont_know", "anyway_exact": None}, ("dont_know", None)),
    ({"anyway": None}, ("skipped", None)),
    ({"seen": "same"}, None),
])  # fmt: skip
def test_an_exact_figure_counts_instead_of_the_words(answers, said):
    assert partner(**answers).per_cent(DEADWEIGHT) == said


def test_each_question_fills_its_own_filter_and_no_other():
    one = partner(shares=shares(30, 70), displaced="25", left="75")
    assert one.per_cent(DEADWEIGHT) is None
    assert [one.per_cent(name)[1] for name in (ATTRIBUTION, DISPLACEMENT, DROP_OFF)] == [70.0, 25.0, 75.0]


def test_all_that_is_not_the_coordinators_came_from_others_the_persons_own_doing_too():
    assert partner(shares=shares(25, 0, 0, 0, 75)).per_cent(ATTRIBUTION) == ("answered", 75.0)


def test_dont_know_is_never_nought():
    said = voices.by_partners([partner(anyway="dont_know", shares="dont_know", displaced=None)])["fun"]
    assert said == {
        DEADWEIGHT: Said(unknown=1), ATTRIBUTION: Said(unknown=1), DISPLACEMENT: Said(skipped=1),
    }  # fmt: skip


def test_by_kind_holds_figures_only_in_the_order_of_sending():
    told = [partner(anyway="75"), partner(anyway="dont_know"), partner(anyway="25")]
    assert voices.by_kind(told, "fun", DEADWEIGHT) == {"nhs": [75.0, 25.0]}
    assert voices.by_kind(told, "other", DEADWEIGHT) == {}


def test_from_answers_in_the_records(app):
    evaluation = world()
    wave = asked.followups(evaluation)[0]
    frame = impact_frames.residents_said(evaluation, wave, Group(), ["control_anyway", "control_others"])
    said = voices.by_residents(frame)["control"]
    assert sorted(said[DEADWEIGHT].values) == [25, 25, 50] and said[DEADWEIGHT].skipped == 2
    assert sorted(said[ATTRIBUTION].values) == [50, 75]
    assert (said[ATTRIBUTION].unknown, said[ATTRIBUTION].skipped) == (1, 2)
    told = voices.by_partners(voices.partner_answers(impact_frames.partners_said(evaluation, Group())))[
        "control"
    ]
    assert sorted(told[DEADWEIGHT].values) == [50, 70] and sorted(told[ATTRIBUTION].values) == [40, 60]
    assert told[DISPLACEMENT] == Said((0.0,), skipped=1) and told[DROP_OFF] == Said((25.0,), skipped=1)


def test_of_an_area_are_those_who_work_there_and_those_who_work_everywhere(app):
    evaluation = world()
    north, south = (Group((area.id,)) for area in evaluation.areas)

    def said(group):
        told = voices.partner_answers(impact_frames.partners_said(evaluation, group))
        return sorted(voices.by_partners(told)["control"][DEADWEIGHT].values)

    assert said(north) == [50, 70] and said(south) == [70]


def test_about_writes_ids_of_questions():
    assert about("hope", anyway="25") == {"hope_seen": "better", "hope_anyway": "25"}
