"""What the library asks partners, and that a document that is wrong is refused in its place."""

import copy
import json

import pytest

from survey.questionnaires import loading, partners
from survey.questionnaires.impact_ids import ENDINGS
from survey.questionnaires.partners import PARTNER_KINDS, read
from survey.questionnaires.place import QuestionnaireError

# The key outcomes for other stakeholders that Thurrock and Derby reported, and what step 3 adds for housing.
OUTCOMES = {
    "nhs": ["earlier_intervention", "crisis_avoided", "fewer_gp_visits"],
    "adult_social_care": ["less_care_demand"],
    "fire_and_rescue": ["fewer_fire_call_outs"],
    "police": ["fewer_police_call_outs", "police_time_freed"],
    "housing": ["tenancies_kept", "housing_officer_time"],
    "community": ["less_administration", "more_volunteers", "peace_of_mind"],
    "coordinators": ["own_engagement", "dependency"],
}
EVERY = [outcome for entry in partners.library().values() for outcome in entry.outcomes]


def document():
    words = {"better": "Yes", "worse": "No", "worse_then_better": "In the end", "same": "Neither"}
    outcome = {"id": "rest", "short_name": "Rest", "text": "More rest?", "unit": "hours"}
    return {
        "kind": "police",
        "version": 1,
        "title": "What you saw",
        "source": "Our own",
        "licence": "Free",
        "concerns": ["hope"],
        "outcomes": [outcome | {"whose": "anyone", "better": "higher", "words": words}],
    }


def changed(path, value):
    made = copy.deepcopy(document())
    *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    place = made
    for step in way:
        place = place[step]
    place[last] = value
    return made


def test_every_kind_is_asked_about_the_outcomes_that_were_reported():
    found = {kind: [each.id for each in entry.outcomes] for kind, entry in partners.library().items()}
    assert found == OUTCOMES
    assert list(partners.library()) == list(PARTNER_KINDS)


def test_every_kind_can_speak_of_two_outcomes_of_residents_or_three_and_coordinators_of_more():
    asked = {outcome.id for outcome in loading.library()["resident-outcomes"].outcomes}
    for kind, entry in partners.library().items():
        assert set(entry.concerns) <= asked
        assert len(entry.concerns) in ((4, 5) if kind == "coordinators" else (2, 3))


def test_outcomes_are_found_by_id_with_the_kind_that_sees_them():
    assert list(partners.outcomes()) == [each.id for each in EVERY]
    assert partners.outcomes()["peace_of_mind"].unit == "people"
    assert partners.kind_of("peace_of_mind") == "community"
    with pytest.raises(KeyError):
        partners.kind_of("hope")


def test_no_id_can_be_taken_for_another():
    residents = {each.id for made in loading.library().values() for each in made.questions}
    ids = [each.id for each in EVERY]
    assert len(set(ids)) == len(ids)
    assert not {*ids} & residents
    assert not {f"{each}{ending}" for each in (*ids, *residents) for ending in ENDINGS} & {*ids, *residents}


@pytest.mark.parametrize("outcome", EVERY, ids=lambda outcome: outcome.id)
def test_what_is_asked_is_plain_and_a_rise_at_first_is_a_normal_answer(outcome):
    assert outcome.text.endswith("?") and len(outcome.text.split()) <= 20
    assert [choice.value for choice in outcome.words] == ["worse", "same", "worse_then_better", "better"]
    first_worse = outcome.words[2].text
    assert "first" in first_worse and "then" in first_worse


def test_an_outcome_that_counts_people_says_so():
    assert [each.id for each in EVERY if each.counts_people] == ["earlier_intervention", "peace_of_mind"]


def test_what_keeps_the_rules_is_read():
    (outcome,) = read(document(), "police.yaml").outcomes
    assert (outcome.id, outcome.better, outcome.whose) == ("rest", "higher", "anyone")
    assert [choice.text for choice in outcome.words] == ["No", "Neither", "In the end", "Yes"]


@pytest.mark.parametrize(
    ("path", "value", "outcome", "key"),
    [
        ("colour", "red", "", "colour"),
        ("kind", "family", "", "kind"),
        ("version", "1", "", "version"),
        ("concerns", [], "", "concerns"),
        ("concerns", ["hope", "hope"], "", "concerns"),
        ("concerns", ["How hopeful"], "", "concerns"),
        ("outcomes", {}, "", "outcomes"),
        ("outcomes.0.id", "The rest", "The rest", "id"),
        ("outcomes.0.unit", "", "rest", "unit"),
        ("outcomes.0.whose", "ours", "rest", "whose"),
        ("outcomes.0.better", "up", "rest", "better"),
        ("outcomes.0.words", {"better": "Yes"}, "rest", "words.worse"),
        ("outcomes.0.words.same", "Yes", "rest", "words"),
        ("outcomes.0.words.maybe", "Maybe", "rest", "words.maybe"),
    ],
)
def test_what_cannot_be_read_is_refused_in_its_place(path, value, outcome, key):
    with pytest.raises(QuestionnaireError) as caught:
        read(changed(path, value), "police.yaml")
    error = caught.value
    assert (error.name, error.question, error.key) == ("police.yaml", outcome, key)


def test_two_outcomes_of_the_same_id_are_refused():
    made = document()
    made["outcomes"] *= 2
    with pytest.raises(QuestionnaireError, match="question rest, key id: is used by an earlier outcome"):
        read(made, "police.yaml")


def test_a_file_is_named_after_its_kind(tmp_path):
    path = tmp_path / "nhs.yaml"
    path.write_text(json.dumps(document()))
    with pytest.raises(QuestionnaireError, match=r"nhs\.yaml, key kind: must be the file's name"):
        partners.load(path)


@pytest.mark.parametrize(
    ("path", "value", "problem"),
    [
        ("concerns", ["love"], "names no outcome of residents: love"),
        ("outcomes.0.id", "hope", "question hope, key id: is used elsewhere"),
        ("outcomes.0.id", "crisis_avoided", "question crisis_avoided, key id: is used elsewhere"),
    ],
)
def test_an_outcome_has_one_place_in_the_whole_library(tmp_path, monkeypatch, path, value, problem):
    for file in partners.FOLDER.glob("*.yaml"):
        (tmp_path / file.name).write_text(file.read_text())
    (tmp_path / "police.yaml").write_text(json.dumps(changed(path, value)))
    monkeypatch.setattr(partners, "FOLDER", tmp_path)
    with pytest.raises(QuestionnaireError, match=problem):
        partners.library.__wrapped__()
