from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from survey.engagement import evaluations, outcomes, waves
from survey.engagement.evaluations import AreaDetails, LastColleague, NothingToAsk
from survey.records.asking import OpenedQuestionnaire
from survey.records.base import db
from survey.records.evaluation import THEN_AND_NOW, WAVES
from survey.records.trail import TrailLine
from tests import making


@pytest.fixture(autouse=True)
def noise(app):
    """Somebody else's evaluation, which nothing here may touch or count."""
    return making.evaluation(making.user("noise@example.org"), name="Noise")


def acts(evaluation):
    lines = select(TrailLine).where(TrailLine.evaluation_id == evaluation.id).order_by(TrailLine.id)
    return [(line.act, line.detail) for line in db.session.scalars(lines)]


def test_a_new_evaluation_has_the_usual_outcomes_and_waves_and_is_its_makers():
    user = making.user()
    made = evaluations.create(making.details(), user)
    assert len(outcomes.questions(made, "two")) == outcomes.USUAL
    assert [wave.name for wave in waves.planned(made)] == ["At introduction", "Follow-up"]
    assert evaluations.granted_to(user) == [made]
    assert not made.is_open
    assert acts(made) == [("created evaluation", "")]


def test_the_newest_evaluation_is_listed_first():
    user = making.user()
    first, second = making.evaluation(user), making.evaluation(user)
    assert evaluations.granted_to(user) == [second, first]


def test_the_description_is_read_back_as_it_was_given():
    given = making.details(made_up=True, note="Constructed.")
    made = evaluations.create(given, making.user())
    back = evaluations.described(made)
    assert replace(back, areas=[replace(area, id=None) for area in back.areas]) == given


def test_a_correction_changes_what_it_says_and_keeps_a_line_of_what_changed():
    made = making.evaluation(opened=False)
    known = evaluations.described(made)
    later = replace(known, name="New name", period_end=date(2028, 1, 1), areas=known.areas[:1])
    evaluations.update(made, later)
    assert evaluations.described(made) == later
    assert acts(made)[-1] == ("changed evaluation details", "name, period_end, areas")
    evaluations.update(made, later)
    assert acts(made)[-1] == ("changed evaluation details", "")


def test_before_opening_another_way_of_asking_plans_other_waves():
    made = making.evaluation(opened=False)
    evaluations.update(made, replace(evaluations.described(made), before=THEN_AND_NOW))
    assert [(wave.number, wave.name) for wave in waves.planned(made)] == [(1, "Then and now")]


def test_once_open_the_way_of_asking_stays():
    made = making.evaluation()
    evaluations.update(made, replace(evaluations.described(made), before=THEN_AND_NOW))
    assert made.before == WAVES
    assert len(waves.planned(made)) == 2


def test_opening_freezes_a_questionnaire_for_each_level_and_opens_the_first_wave():
    made = making.evaluation(opened=False)
    expected = {level: evaluations.preview(made, level) for level in ("one", "two")}
    evaluations.open_evaluation(made)
    kept = evaluations.opened(made)
    assert {level: row.digest for level, row in kept.items()} == {
        level: questionnaire.digest for level, questionnaire in expected.items()
    }
    assert evaluations.asked(made) == expected
    assert [wave.is_open for wave in waves.planned(made)] == [True, False]
    assert acts(made)[-1] == ("opened evaluation", "")


def test_opening_twice_opens_once():
    made = making.evaluation()
    at = made.opened_at
    evaluations.open_evaluation(made)
    rows = select(OpenedQuestionnaire).where(OpenedQuestionnaire.evaluation_id == made.id)
    assert len(list(db.session.scalars(rows))) == 2
    assert made.opened_at == at
    assert [act for act, _ in acts(made)].count("opened evaluation") == 1


def test_what_was_opened_stays_when_the_name_changes():
    made = making.evaluation()
    evaluations.update(made, replace(evaluations.described(made), name="Another name"))
    assert evaluations.asked(made)["two"].title == "Walking alongside"


def test_nothing_to_ask_cannot_be_opened():
    made = making.evaluation(opened=False)
    for question in outcomes.questions(made, "two"):
        outcomes.set_level(made, question.id, "two", asked=False)
    with pytest.raises(NothingToAsk, match="at least one outcome"):
        evaluations.open_evaluation(made)
    assert not made.is_open
    assert evaluations.opened(made) == {}


def test_before_opening_the_questionnaire_follows_the_choice():
    made = making.evaluation(opened=False)
    outcomes.remove(made, "isolation")
    assert "isolation" not in [page.id for page in evaluations.asked(made)["two"].pages]


def test_access_is_given_once_and_taken_away_but_never_from_the_last():
    made, ada = making.evaluation(), making.user("ada@example.org")
    db.session.flush()
    evaluations.grant(made, ada)
    evaluations.grant(made, ada)
    assert [user.email for user in evaluations.colleagues(made)] == ["ada@example.org", "eva@example.org"]
    assert [act for act, _ in acts(made)].count("granted access") == 1
    evaluations.revoke(made, making.user())
    evaluations.revoke(made, making.user())
    assert evaluations.colleagues(made) == [ada]
    with pytest.raises(LastColleague, match="Somebody has to have access"):
        evaluations.revoke(made, ada)
    assert evaluations.colleagues(made) == [ada]


def test_areas_of_a_new_evaluation_are_in_the_order_given():
    made = evaluations.create(
        making.details(areas=[AreaDetails("B", {}), AreaDetails("A", {})]), making.user()
    )
    assert [area.name for area in made.areas] == ["B", "A"]
