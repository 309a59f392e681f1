"""What partners are asked: names that last, bounds that hold, more only where something changed."""

from datetime import date

import pytest

from survey.questionnaires import impact_ids as ids
from survey.questionnaires import loading, pace, partners
from survey.questionnaires.answers import Answer, NotUnderstood, understand
from survey.questionnaires.impact_ids import CONTRIBUTORS, PER_CENTS, YEARS
from survey.questionnaires.partner_composing import compose_partner
from survey.questionnaires.partners import PARTNER_KINDS
from survey.questionnaires.routing import visible_pages

OUTCOMES = loading.library()["resident-outcomes"].outcomes
YEAR = (date(2025, 4, 1), date(2026, 3, 31))
MOST_PAGES = 21


def composed(kind="nhs", outcomes=OUTCOMES, period=YEAR, supported=63, **more):
    return compose_partner(partners.library()[kind], outcomes, period, supported, **more)


def shown(questionnaire, **answers):
    given = {name: Answer(name, "answered", choices=(value,)) for name, value in answers.items()}
    return [page.id for page in visible_pages(questionnaire, given)]


def values(question):
    return [choice.value for choice in question.choices]


@pytest.mark.parametrize("kind", PARTNER_KINDS)
def test_every_kind_gets_a_questionnaire_that_reads_back_the_same(kind):
    made = composed(kind, version=4)
    assert made.id == f"partner-{kind.replace('_', '-')}"
    assert made.version == 4
    assert loading.from_json(loading.to_json(made)) == made
    assert made.digest == composed(kind, version=4).digest
    assert "{" not in loading.to_json(made).replace('{"', "")


@pytest.mark.parametrize("kind", PARTNER_KINDS)
def test_what_one_partner_is_asked_stays_humane(kind):
    made = composed(kind)
    assert pace.length(made) <= MOST_PAGES
    assert len(visible_pages(made, {})) <= 7
    assert pace.seconds(made) <= 15 * 60


def test_an_outcome_of_the_organisation_is_four_pages_under_the_names_that_live_for_ever():
    made = composed("police")
    assert [page.id for page in made.pages][:4] == [
        f"fewer_police_call_outs{ending}" for ending in ("", ids.SIZE, ids.CAUSE, ids.LASTING)
    ]
    asked = [question.id for page in made.pages[:4] for question in page.questions]
    assert asked == [
        f"fewer_police_call_outs{ending}"
        for ending in (
            *(ids.SEEN, ids.PEOPLE, ids.AMOUNT, ids.FROM, ids.UNTIL, ids.BENEFIT),
            *(ids.ANYWAY, ids.ANYWAY_EXACT, ids.SHARES, ids.DISPLACED, ids.LASTS, ids.LEFT),
        )
    ]


def test_an_outcome_of_residents_is_three_pages_with_the_words_that_residents_get():
    made = composed("police", OUTCOMES)
    pages = [page.id for page in made.pages if page.id.startswith("crime_worry")]
    assert pages == ["crime_worry", "crime_worry_cause", "crime_worry_lasting"]
    assert "Worry about crime" in made.question("crime_worry_seen").text
    assert "How worried are you about crime where you live?" in made.page("crime_worry").text


def test_only_outcomes_that_concern_the_kind_and_that_residents_are_asked_are_asked():
    def concerned(outcomes):
        made = composed("nhs", outcomes)
        return [each.id for each in OUTCOMES if each.id in [page.id for page in made.pages]]

    assert concerned(OUTCOMES) == ["low_mood", "health"]
    assert concerned([each for each in OUTCOMES if each.id != "health"]) == ["low_mood"]
    assert concerned([]) == []


def test_the_last_page_asks_for_one_case():
    questions = composed().pages[-1].questions
    assert [question.id for question in questions] == [
        ids.CASE_PERSON,
        ids.TRADITIONAL_RESPONSE,
        ids.HAPPENED_INSTEAD,
    ]
    assert [question.longest for question in questions] == [80, 2000, 2000]


@pytest.mark.parametrize("seen", ids.CHANGED)
def test_where_something_changed_better_or_worse_it_is_asked_how_much_and_why(seen):
    pages = shown(composed("fire_and_rescue", []), fewer_fire_call_outs_seen=seen)
    assert pages == ["fewer_fire_call_outs", *(f"fewer_fire_call_outs{end}" for end in AFTER), "case"]


AFTER = (ids.SIZE, ids.CAUSE, ids.LASTING)


def test_where_nothing_changed_nothing_more_is_asked():
    made = composed("fire_and_rescue", [])
    assert shown(made, fewer_fire_call_outs_seen=ids.SAME) == ["fewer_fire_call_outs", "case"]
    assert shown(made) == ["fewer_fire_call_outs", "case"]
    not_ours = {"fewer_fire_call_outs_seen": Answer("fewer_fire_call_outs_seen", "does_not_apply")}
    assert [page.id for page in visible_pages(made, not_ours)] == ["fewer_fire_call_outs", "case"]


def test_what_was_seen_may_be_unknown_or_no_concern_of_theirs():
    for question_id in ("crisis_avoided_seen", "health_seen"):
        question = composed().question(question_id)
        assert values(question) == ["worse", "same", "worse_then_better", "better"]
        assert question.also == ("dont_know", "does_not_apply")
        assert question.text_of("does_not_apply") == "This does not concern us"


@pytest.mark.parametrize("outcome", ["crisis_avoided", "health"])
def test_deadweight_is_asked_before_attribution_and_both_may_be_unknown(outcome):
    anyway, exact, shares, displaced = composed().page(f"{outcome}_cause").questions
    assert (anyway.id, shares.id) == (f"{outcome}{ids.ANYWAY}", f"{outcome}{ids.SHARES}")
    assert tuple(values(anyway)) == tuple(values(displaced)) == PER_CENTS
    assert (exact.id, exact.most_number) == (f"{outcome}{ids.ANYWAY_EXACT}", 100)
    assert "of what is left" in shares.text.lower()
    assert all("dont_know" in each.also for each in (anyway, shares, displaced))


def test_a_change_lasts_so_many_whole_years_and_is_so_far_gone_after_one():
    lasts, left = composed().page("health_lasting").questions
    assert tuple(values(lasts)) == YEARS
    assert tuple(values(left)) == PER_CENTS


def test_the_kinds_of_benefit_are_the_four_of_the_value_map():
    assert tuple(values(composed().question("crisis_avoided_benefit"))) == ids.BENEFITS


def test_coordinators_share_out_to_no_organisation_of_their_own():
    assert tuple(values(composed("nhs").question("health_shares"))) == CONTRIBUTORS
    for question in composed("coordinators").questions:
        if question.id.endswith(ids.SHARES):
            assert tuple(values(question)) == tuple(
                each for each in CONTRIBUTORS if each != "your_organisation"
            )


def refused(questionnaire, question_id, *raw):
    with pytest.raises(NotUnderstood) as caught:
        understand(questionnaire.question(question_id), raw)
    return str(caught.value)


def test_more_people_than_the_programme_supported_are_refused():
    made = composed()
    assert refused(made, "crisis_avoided_people", "64") == "Write a whole number from 0 to 63."
    assert refused(made, "earlier_intervention_amount", "64") == "Write a whole number from 0 to 63."
    assert "63 at most" in made.question("crisis_avoided_people").hint
    assert understand(made.question("crisis_avoided_amount"), ["640"]).number == 640


@pytest.mark.parametrize("supported", [None, 0])
def test_where_nobody_knows_how_many_were_supported_any_count_will_do(supported):
    made = composed(supported=supported)
    assert understand(made.question("crisis_avoided_people"), ["6400"]).number == 6400
    assert "at most" not in made.question("crisis_avoided_people").hint


def test_those_who_need_not_have_met_a_coordinator_are_not_bounded_by_how_many_did():
    made = composed("community")
    for question_id in ("more_volunteers_people", "peace_of_mind_amount"):
        assert understand(made.question(question_id), ["6400"]).number == 6400


def test_people_are_asked_for_once_where_the_amount_counts_them():
    asked = [question.id for question in composed("nhs").questions if question.id.endswith(ids.PEOPLE)]
    assert asked == ["crisis_avoided_people", "fewer_gp_visits_people"]


@pytest.mark.parametrize("ending", [ids.FROM, ids.UNTIL])
@pytest.mark.parametrize("day", ["2025-03-31", "2026-04-01"])
def test_a_period_outside_the_evaluations_is_refused_by_naming_it(ending, day):
    told = refused(composed(), f"crisis_avoided{ending}", day)
    assert told == "Write a date from 1 April 2025 to 31 March 2026."


def test_an_end_waits_for_its_beginning():
    assert composed().question("crisis_avoided_until").not_before == "crisis_avoided_from"


def test_a_negative_count_is_refused():
    assert "0 or more" in refused(composed(), "crisis_avoided_amount", "-3")


def test_the_day_that_is_given_as_an_example_would_be_taken():
    made = composed()
    assert f"such as {YEAR[0].day} {YEAR[0].month} {YEAR[0].year}." in refused(
        made, "crisis_avoided_from", "31 4 2026"
    )
