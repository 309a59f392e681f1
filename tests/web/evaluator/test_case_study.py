import pytest
from lxml import html

from survey.engagement import case_studies, consents
from survey.questionnaires.story_ids import LEARNING, QUOTED_NAMED, STEERING_GROUP
from survey.records.base import db
from tests import making
from tests.making import EVERY_USE
from tests.reading import text

GIVEN = {"kind": "journey", "title": "To the <b>lunch</b> club", "how": "unnamed"}
TOLD = {"story_before": "I was low.", "story_happened": "<i>[name]</i> knocked.", "story_about": ["hope"]}


@pytest.fixture
def evaluation(signed_in, evaluator):
    return making.evaluation(evaluator)


@pytest.fixture
def story(evaluation):
    return told(evaluation)


def told(evaluation, **given):
    return making.confirmed(making.story(evaluation, **TOLD | EVERY_USE | given))


def new(evaluation, story=None):
    return f"/evaluations/{evaluation.id}/case-studies/new" + (f"?story={story.id}" if story else "")


def address(evaluation, made, rest=""):
    return f"/evaluations/{evaluation.id}/case-studies/{made.id}{rest}"


def ticked(page, name):
    return page.xpath(f"//input[@name='{name}'][@checked]/@value")


def only(evaluation):
    db.session.expire_all()
    [made] = case_studies.of(evaluation)
    return made


def test_stories_that_are_ready_are_offered_with_whether_they_may_be_shown(signed_in, evaluation, story):
    withdrawn = told(evaluation)
    consents.withdraw(withdrawn, STEERING_GROUP)
    db.session.commit()
    making.story(evaluation, story_before="canary", **EVERY_USE)
    told(evaluation, use_learning="no")
    page = signed_in.page(new(evaluation))
    links = page.xpath("//main//li//a/@href")
    assert links == [new(evaluation, each) for each in (withdrawn, story)]
    assert "May be in the steering group’s pack, with a name or without." in text(page)
    assert "Consent to being shown to the steering group was taken back." in text(page)
    assert "canary" not in text(page)


def test_nothing_is_made_of_no_story(signed_in, evaluation):
    assert signed_in.post(new(evaluation), data=GIVEN).status_code == 400
    assert case_studies.count(evaluation) == 0


def test_where_no_story_is_ready_the_page_says_what_has_to_be_done(signed_in, evaluation):
    assert "No story is ready yet." in text(signed_in.page(new(evaluation)))


def test_the_tellers_own_tags_come_first_and_are_ticked(signed_in, evaluation):
    page = signed_in.page(new(evaluation, told(evaluation, story_about=["isolation"])))
    assert ticked(page, "outcomes") == ["isolation"]
    assert page.xpath("//input[@name='outcomes']/@value")[0] == "isolation"
    assert ticked(page, "prompts") == ["story_before", "story_happened"]
    assert "<i>[name]</i> knocked." in text(page)


def test_a_case_study_is_made(signed_in, evaluation, story):
    partner = making.partner(evaluation, "nhs", "Elm Road")
    response = signed_in.fill(new(evaluation, story), **GIVEN, partners=[str(partner.id)])
    assert "The case study is made." in text(response) and "&lt;b&gt;lunch&lt;/b&gt;" in response.text
    made = only(evaluation)
    said = case_studies.described(made)
    assert (said.title, said.outcomes, said.partners, said.named) == (
        GIVEN["title"],
        ("hope",),
        (partner,),
        False,
    )
    assert said.prompts == ("story_before", "story_happened") and made.story == story


def test_a_second_press_makes_nothing_more(signed_in, evaluation, story):
    for _ in range(2):
        signed_in.fill(new(evaluation, story), **GIVEN, once="a" * 32)
    assert case_studies.count(evaluation) == 1


@pytest.mark.parametrize(
    ("wrong", "problem"),
    [
        ({"title": " "}, "Write a title."),
        ({"kind": "novel"}, "Choose a kind."),
        ({"how": ""}, "Choose how it is told."),
        ({"prompts": ["story_tell_people", "nonsense"]}, "Choose at least one part of the story."),
        ({"kind": "agency"}, "Write what the agency told the team."),
        ({"introduction": "x" * 601}, "the most is 600 characters"),
        ({"agency_view": "x" * 901}, "the most is 900 characters"),
    ],
)
def test_a_problem_is_named_and_what_was_typed_stays(signed_in, evaluation, story, wrong, problem):
    given = {"introduction": "A man in his seventies.", **GIVEN, **wrong}
    response = signed_in.fill(new(evaluation, story), **given)
    assert response.status_code == 422 and problem in text(response)
    assert given["introduction"] in response.text
    assert case_studies.count(evaluation) == 0


def test_a_name_is_refused_where_the_teller_did_not_agree_to_it(signed_in, evaluation, story):
    consents.withdraw(story, QUOTED_NAMED)
    db.session.commit()
    response = signed_in.fill(new(evaluation, story), **GIVEN | {"how": "named"})
    assert response.status_code == 422
    assert "Consent to being quoted with a name was taken back." in text(response)
    assert case_studies.count(evaluation) == 0


def test_a_story_that_may_no_longer_be_read_is_not_made_into_one_and_not_shown(signed_in, evaluation, story):
    page = signed_in.page(new(evaluation, story))
    token = page.xpath("//main//input[@name='csrf_token']/@value")[0]
    consents.withdraw(story, LEARNING)
    db.session.commit()
    given = {**GIVEN, "prompts": ["story_before"], "csrf_token": token}
    response = signed_in.post(new(evaluation, story), data=given)
    assert response.status_code == 422 and "not ready to be made into a case study" in text(response)
    assert "I was low." not in response.text
    assert "To the &lt;b&gt;lunch&lt;/b&gt; club" in response.text
    assert "No story is ready yet." in text(signed_in.page(new(evaluation, story)))


def test_a_case_study_is_changed(signed_in, evaluation, story):
    signed_in.fill(new(evaluation, story), **GIVEN)
    where = address(evaluation, only(evaluation))
    page = signed_in.page(where)
    assert ticked(page, "how") == ["unnamed"] and ticked(page, "outcomes") == ["hope"]
    given = {"title": "Better", "how": "named", "prompts": ["story_happened"], "outcomes": ["control", "x"]}
    assert "The case study is saved." in text(signed_in.fill(where, **given))
    said = case_studies.described(only(evaluation))
    assert (said.title, said.named, said.prompts, said.outcomes) == (
        "Better",
        True,
        ("story_happened",),
        ("control",),
    )


def test_a_case_study_is_removed_once_that_is_confirmed(signed_in, evaluation, story):
    signed_in.fill(new(evaluation, story), **GIVEN)
    where = address(evaluation, only(evaluation), "/remove")
    assert "for good?" in text(signed_in.page(where)) and case_studies.count(evaluation) == 1
    assert "The case study is removed." in text(signed_in.fill(where))
    assert case_studies.count(evaluation) == 0 and story.response.submitted_at


def test_its_page_shows_no_word_of_a_story_that_may_no_longer_be_read(signed_in, evaluation, story):
    wrote = {"introduction": "A man in his seventies.", "agency_view": "He came less often."}
    signed_in.fill(new(evaluation, story), **GIVEN, **wrote)
    where = address(evaluation, only(evaluation))
    # Control: until then, what the team wrote is there to be changed.
    assert all(words in signed_in.get(where).text for words in wrote.values())
    token = signed_in.page(where).xpath("//main//input[@name='csrf_token']/@value")[0]
    consents.withdraw(story, LEARNING)
    db.session.commit()
    response = signed_in.get(where)
    assert "Nobody may read this story now." in text(response) and "I was low." not in response.text
    typed = {**GIVEN, "title": "Typed before", "prompts": ["story_before"], "csrf_token": token}
    refused = signed_in.post(where, data=typed)
    assert refused.status_code == 422 and "Typed before" in refused.text
    assert "Consent to the team reading it to learn was taken back." in text(refused)
    for page in (response, refused):
        assert not any(words in page.text for words in wrote.values())
        assert not html.fromstring(page.text).xpath("//input[@name='outcomes'][@checked]")
    assert only(evaluation).introduction == wrote["introduction"]


def test_stories_and_case_studies_of_other_evaluations_are_not_found(signed_in, evaluation, story):
    other = making.evaluation(making.user("noise@example.org"), name="Noise")
    signed_in.fill(new(evaluation, story), **GIVEN)
    theirs = told(other)
    case_studies.add(theirs, case_studies.Described("journey", "Theirs", ("story_before",)))
    db.session.commit()
    their_own = case_studies.of(other)[0]
    for each in ("", "/remove"):
        assert signed_in.get(address(evaluation, their_own, each)).status_code == 404
        assert signed_in.post(address(evaluation, their_own, each)).status_code == 404
    for number in (theirs.id, 10**30, "x", -1):
        where = f"/evaluations/{evaluation.id}/case-studies/new?story={number}"
        assert signed_in.get(where).status_code == 404
        assert signed_in.post(where).status_code == 404
