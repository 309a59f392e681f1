import pytest
from lxml import html

from survey.engagement import consents, quotations
from survey.engagement.quotations import Wanted
from survey.questionnaires.story_ids import LEARNING, PUBLISHED
from survey.records.base import db
from survey.records.retelling import Quotation
from tests import making
from tests.making import EVERY_USE
from tests.reading import text

TOLD = {"story_before": "I was alone. Then [name] came.", "story_happened": "We met <b>twice</b>."}
GIVEN = {"prompt": "story_before", "words": "Then [name]  came.", "outcome": "hope", "how": "unnamed"}


@pytest.fixture
def evaluation(signed_in, evaluator):
    other = making.evaluation(making.user("noise@example.org"))
    making.lead(other, "noise@example.org")
    noise = making.confirmed(making.story(other, **TOLD, **EVERY_USE))
    quotations.place(noise, Wanted("story_before", "I was alone.", None, False))
    made = making.evaluation(evaluator)
    making.lead(made, "lead@example.org")
    return made


@pytest.fixture
def story(evaluation):
    return tell(evaluation)


def tell(evaluation, **given):
    return making.confirmed(making.story(evaluation, **{**TOLD, **EVERY_USE, **given}))


def address(story, rest="/quote"):
    return f"/evaluations/{story.evaluation_id}/stories/{story.id}{rest}"


def kept(story):
    db.session.expire_all()
    return [(each.prompt, each.words, each.outcome, each.named) for each in quotations.of(story)]


def test_words_are_placed_and_it_is_said_where_they_may_be_told(signed_in, story):
    response = signed_in.fill(address(story), **GIVEN)
    assert "The quotation is placed." in text(response)
    assert kept(story) == [("story_before", "Then [name] came.", "hope", False)]
    page = signed_in.page(address(story, ""))
    assert page.xpath("string(//blockquote)") == "Then [name] came."
    said = [" ".join(each.text_content().split()) for each in page.xpath("//*[@class='app-placed']//dd")]
    assert said == ["Hope for the future", "without a name", *["May be told"] * 3]
    assert quotations.of(story)[0].placed_by.email == "eva@example.org"


def test_what_may_not_be_told_somewhere_says_why(signed_in, story):
    signed_in.fill(address(story), **{**GIVEN, "outcome": "", "how": "named"})
    consents.withdraw(story, PUBLISHED)
    db.session.commit()
    page = signed_in.page(address(story, ""))
    said = [" ".join(each.text_content().split()) for each in page.xpath("//*[@class='app-placed']//dd")]
    assert said == [
        "Nothing in particular",
        "as the words of “Made-up Robin”",
        "May be told",
        "May be told",
        "May not be told. Consent to being published was taken back.",
    ]


@pytest.mark.parametrize(
    ("uses", "how", "said"),
    [
        ({"use_quoted_unnamed": "no"}, "unnamed", "did not agree to being quoted without a name"),
        ({"use_quoted_named": ""}, "named", "did not agree to being quoted with a name"),
        ({"story_named_as": ""}, "named", "gave no name to be quoted with"),
    ],
)
def test_what_the_teller_did_not_agree_to_is_refused_with_the_reason(signed_in, evaluation, uses, how, said):
    story = tell(evaluation, **uses)
    # Said before anything is tried, too.
    assert said in text(signed_in.page(address(story)))
    response = signed_in.fill(address(story), **{**GIVEN, "how": how})
    page = html.fromstring(response.text)
    assert response.status_code == 422 and said in page.xpath("string(//*[@id='how-error'])")
    assert kept(story) == []
    # Control: the other way is allowed.
    signed_in.fill(address(story), **{**GIVEN, "how": {"named": "unnamed", "unnamed": "named"}[how]})
    assert len(kept(story)) == 1


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"words": "I was never alone."}, "These words do not stand in that part of the story."),
        ({"words": "We met"}, "These words do not stand in that part of the story."),
        ({"words": " "}, "Copy the words from the story."),
        ({"words": "x" * 601}, "the most is 600 characters"),
        ({"prompt": "story_different"}, "Choose the part that they are from."),
        ({"prompt": []}, "Choose the part that they are from."),
        ({"outcome": "sleep"}, "Choose one of the outcomes here"),
        ({"outcome": "something_else"}, "Choose one of the outcomes here"),
        ({"how": []}, "Choose how they may be told."),
        ({"how": "loudly"}, "Choose how they may be told."),
        ({"csrf_token": "stale"}, "press the button again"),
    ],
)
def test_a_problem_is_named_and_what_was_typed_stays(signed_in, story, changes, said):
    response = signed_in.fill(address(story), **{**GIVEN, **changes})
    assert response.status_code == 422 and said in text(response)
    typed = changes.get("words", "Then [name] came.").strip()
    assert typed in response.text and kept(story) == []


def test_a_second_press_places_nothing_more(signed_in, story):
    for words in ("I was alone.", "Then [name] came."):
        response = signed_in.fill(address(story), once="a" * 32, **{**GIVEN, "words": words})
        assert response.request.path == address(story, "")
    assert [words for _, words, *_ in kept(story)] == ["I was alone."]


def test_nothing_can_be_quoted_before_it_is_confirmed(signed_in, evaluation):
    story = making.story(evaluation, story_before="Canary", **EVERY_USE)
    page = text(signed_in.page(address(story)))
    assert "Nothing of this story can be quoted yet" in page and "Canary" not in page


def test_the_only_part_of_a_story_is_chosen_already(signed_in, evaluation, story):
    def chosen(of):
        return signed_in.page(address(of)).xpath("//input[@name='prompt'][@checked]/@value")

    assert chosen(story) == []
    only = tell(evaluation, story_happened="")
    assert chosen(only) == ["story_before"]
    signed_in.fill(address(only), words="I was alone.", how="unnamed")
    assert [prompt for prompt, *_ in kept(only)] == ["story_before"]


def box(page):
    """What stands in the box, and the part that is chosen."""
    tree = page if hasattr(page, "xpath") else html.fromstring(page.text)
    return tree.xpath("string(//main//textarea)").strip(), tree.xpath(
        "//input[@name='prompt'][@checked]/@value"
    )


def test_the_words_of_the_only_part_are_in_the_box_already(signed_in, evaluation, story):
    assert box(signed_in.page(address(story))) == ("", [])
    only = tell(evaluation, story_happened="")
    assert box(signed_in.page(address(only))) == (TOLD["story_before"], ["story_before"])
    # What was typed stays, and words that do not stand in the story are refused as ever.
    response = signed_in.fill(address(only), words="I was never alone.", how="unnamed")
    assert response.status_code == 422 and box(response)[0] == "I was never alone." and kept(only) == []


def test_a_part_is_taken_into_the_box_and_another_in_its_place(signed_in, story):
    typed = {"prompt": "story_happened", "words": "", "outcome": "hope", "how": "named"}
    response = signed_in.fill(address(story), take="story_before", **typed)
    page = html.fromstring(response.text)
    assert response.status_code == 200 and box(page) == (TOLD["story_before"], ["story_before"])
    assert page.xpath("//option[@selected]/@value") == ["hope"]
    assert page.xpath("//input[@name='how'][@checked]/@value") == ["named"]
    response = signed_in.fill(address(story), take="story_happened", words=TOLD["story_before"])
    assert box(response) == (TOLD["story_happened"], ["story_happened"]) and kept(story) == []


def test_what_was_typed_is_never_overwritten(signed_in, story):
    typed = {"prompt": "story_before", "words": "I was alone."}
    response = signed_in.fill(address(story), take="story_happened", **typed)
    assert response.status_code == 422 and box(response) == ("I was alone.", ["story_before"])
    assert "Empty the box first" in text(response)
    unknown = signed_in.fill(address(story), take="story_different", **typed)
    assert unknown.status_code == 422 and box(unknown)[0] == "I was alone." and kept(story) == []


def test_where_the_teller_agreed_to_no_quoting_there_is_no_form(signed_in, evaluation, story):
    no = {"use_quoted_unnamed": "no", "use_quoted_named": "no"}
    unconfirmed = making.story(evaluation, **{**TOLD, **EVERY_USE, **no})
    for refused in (tell(evaluation, **no), unconfirmed):
        page = signed_in.page(address(refused))
        assert "This story may not be quoted." in text(page) and not page.xpath("//main//textarea")
        assert "did not agree to being quoted without a name" in text(page)
        assert "did not agree to being quoted with a name" in text(page)
        token = page.xpath("//input[@name='csrf_token']/@value")[0]
        response = signed_in.post(address(refused), data={**GIVEN, "csrf_token": token})
        assert response.status_code == 422 and kept(refused) == []
    # Words that were typed before the teller took it back are not lost.
    typed = {**GIVEN, "words": "Typed before."}
    assert "Typed before." in signed_in.post(address(tell(evaluation, **no)), data=typed).text
    # Control: with one of the two there is a form.
    assert signed_in.page(address(story)).xpath("//main//textarea")


def test_where_there_are_no_words_none_are_waited_for(signed_in, evaluation):
    empty = making.story(evaluation, story_about=["hope"], **making.EVERY_USE)
    assert "Nothing was written or said" in text(signed_in.get(address(empty)))


def test_what_nobody_may_read_leads_to_the_reason(signed_in, story):
    consents.withdraw(story, LEARNING)
    db.session.commit()
    for method in (signed_in.get, signed_in.post):
        response = method(address(story))
        assert response.status_code == 303 and response.location == address(story, "")


def test_a_quotation_is_removed(signed_in, story):
    signed_in.fill(address(story), **GIVEN)
    page = signed_in.page(address(story, ""))
    [form] = [each for each in page.forms if each.action and each.action.endswith("/remove")]
    stale = signed_in.post(form.action, data={"csrf_token": "stale"})
    assert stale.status_code == 422 and len(kept(story)) == 1
    sent = dict(form.form_values())
    for _ in range(2):
        response = signed_in.post(form.action, data=sent, follow_redirects=True)
        assert "The quotation is removed." in text(response)
    assert kept(story) == [] and "Then [name] came." not in response.text.split("Quotations</h2>")[1]


def test_markup_comes_out_as_text(signed_in, story):
    words = TOLD["story_happened"]
    signed_in.fill(address(story), **{**GIVEN, "prompt": "story_happened", "words": words})
    for rest in ("", "/quote"):
        response = signed_in.get(address(story, rest))
        assert words in text(response) and "<b>twice" not in response.text


def test_quotations_and_stories_of_others_are_not_found(signed_in, evaluation, story):
    mine = quotations.place(story, Wanted("story_before", "I was alone.", None, False))
    second = tell(evaluation)
    noise = db.session.query(Quotation).filter(Quotation.story_id != story.id).one()
    db.session.commit()
    for where in (
        address(second, f"/quotations/{mine.id}/remove"),
        address(story, f"/quotations/{noise.id}/remove"),
        f"/evaluations/{noise.story.evaluation_id}/stories/{noise.story_id}/quotations/{noise.id}/remove",
    ):
        assert signed_in.post(where).status_code == 404
    assert signed_in.get(address(noise.story)).status_code == 404
    assert len(kept(story)) == 1
