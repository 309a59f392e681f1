import pytest
from sqlalchemy import select

from survey.engagement import consents, themes
from survey.questionnaires.story_ids import LEARNING, PUBLISHED
from survey.records.base import db, now
from survey.records.story import StoryText
from survey.records.trail import TrailLine
from tests import making
from tests.making import EVERY_USE
from tests.reading import text

PAYLOAD = "<script>alert(1)</script><img src=x onerror=alert(2)>"


@pytest.fixture
def evaluation(signed_in, evaluator):
    other = making.evaluation(making.user("noise@example.org"))
    making.lead(other, "noise@example.org")
    making.story(other, story_before="Noise", **EVERY_USE)
    made = making.evaluation(evaluator)
    making.lead(made, "lead@example.org")
    return made


def tell(evaluation, **given):
    return making.story(evaluation, **{"story_before": "I was alone.", **EVERY_USE, **given})


def address(story, rest=""):
    return f"/evaluations/{story.evaluation_id}/stories/{story.id}{rest}"


def summary(page):
    """The rows of the summary lists, by key."""
    return {
        " ".join(row.xpath("string(dt)").split()): " ".join(row.xpath("string(dd)").split())
        for row in page.xpath("//dl/div")
    }


def ticked(page):
    return page.xpath("//input[@name='theme' and @checked]/@value")


def test_the_team_reads_it_without_names_and_places(signed_in, evaluation):
    told = {"story_before": "Betty was alone.\n\nThen not.", "story_happened": "Betty met me."}
    story = making.confirmed(tell(evaluation, **told), story_before="[name] was alone.\n\nThen not.")
    page = signed_in.page(address(story))
    assert [each.text for each in page.xpath("//*[@class='app-story']")] == [
        "[name] was alone.\n\nThen not.",
        "Betty met me.",
    ]
    assert [each.text for each in page.xpath("//h2")][:2] == ["What was going on", "What happened"]
    assert "Betty was" not in text(page)


def test_what_nobody_confirmed_is_not_read(signed_in, evaluation):
    story = tell(evaluation, story_before="Canary one", story_happened="Canary two")
    story.texts.append(StoryText(prompt="story_happened", spans="[]", redacted="[name] two"))
    db.session.commit()
    page = signed_in.page(address(story))
    assert "Canary" not in text(page) and "[name] two" in text(page)
    assert "still to be taken out of this part" in text(page) and "Colleagues with the duty" in text(page)


def test_the_tellers_own_tags_and_uses_are_said(signed_in, evaluation):
    story = tell(
        evaluation,
        story_about=["hope"],
        hope_direction="better",
        triad_who="workers",
        use_steering_group="no",
    )
    consents.withdraw(story, PUBLISHED)
    db.session.commit()
    said = summary(signed_in.page(address(story)))
    until = now().date().replace(year=now().year + 3).strftime("%-d %B %Y")
    assert said["It is about"] == "Hope for the future: got better"
    assert said["In your story, who made the difference?"] == "Workers, such as a nurse or a coordinator"
    assert said["Learning in the team"] == f"Yes, until {until}"
    assert said["Quoted with a name"] == f"Yes, until {until}, as “Made-up Robin”"
    assert said["Shown to the steering group"] == "No" and said["Published"].startswith("Taken back on ")


def test_a_story_without_words_or_tags_says_so(signed_in, evaluation):
    page = signed_in.page(address(tell(evaluation, story_before="")))
    assert "Nothing was typed." in text(page) and summary(page)["It is about"] == "Not said"


@pytest.mark.parametrize("how", ["never", "withdrawn", "taken back"])
def test_of_one_that_nobody_may_read_number_day_and_why_are_said(signed_in, evaluation, how):
    story = tell(
        evaluation,
        story_about=["hope"],
        way="session",
        use_learning="no" if how == "never" else "one_year",
    )
    making.confirmed(story, story_before="Canary")
    themes.tag(story, [themes.add(evaluation, "Canary", "").id]) if how != "never" else None
    consents.withdraw(story, LEARNING) if how == "withdrawn" else None
    making.take_back(story) if how == "taken back" else None
    db.session.commit()
    page = signed_in.page(address(story))
    words = text(page.xpath("//main")[0].getroottree().getroot())
    assert f"Told on {now().strftime('%-d %B %Y')}. Nobody may read this story." in words
    assert not page.xpath("//main//dl | //main//form | //main//h2")
    assert not [secret for secret in ("Canary", "Hope", "session", "Robin") if secret in words]


def test_themes_are_ticked_and_unticked(signed_in, evaluation):
    story = tell(evaluation)
    first, second = (themes.add(evaluation, name, f"About {name}") for name in ("Help", "Trust"))
    db.session.commit()
    assert ticked(signed_in.page(address(story))) == []
    for chosen in ([str(first.id), str(second.id)], [str(second.id)], []):
        page = signed_in.page(address(story))
        token = page.xpath("//form[contains(@action, '/themes')]//input[@name='csrf_token']/@value")[0]
        response = signed_in.post(address(story, "/themes"), data={"theme": chosen, "csrf_token": token})
        assert response.status_code == 303
        assert ticked(signed_in.page(address(story))) == chosen


def test_themes_that_are_not_there_any_more_are_left_out(signed_in, evaluation):
    story = tell(evaluation)
    theirs = themes.add(making.evaluation(making.user("third@example.org")), "Theirs", "")
    ours = themes.add(evaluation, "Ours", "")
    db.session.commit()
    response = signed_in.fill(address(story), theme=[str(ours.id), str(theirs.id), "x"])
    assert "The themes are saved." in text(response)
    assert ticked(signed_in.page(address(story))) == [str(ours.id)]


def test_consent_that_ends_while_the_page_is_open_is_said(signed_in, evaluation):
    story, theme = tell(evaluation), themes.add(evaluation, "Help", "")
    db.session.commit()
    page = signed_in.page(address(story))
    token = page.xpath("//form[contains(@action, '/themes')]//input[@name='csrf_token']/@value")[0]
    consents.withdraw(story, LEARNING)
    db.session.commit()
    response = signed_in.post(address(story, "/themes"), data={"theme": [theme.id], "csrf_token": token})
    assert response.status_code == 422 and "nothing was saved" in text(response)
    db.session.expire_all()
    assert story.themes == []


def test_a_lost_token_saves_nothing_and_says_so(signed_in, evaluation):
    story, theme = tell(evaluation), themes.add(evaluation, "Help", "")
    db.session.commit()
    response = signed_in.post(address(story, "/themes"), data={"theme": [theme.id], "csrf_token": "stale"})
    assert response.status_code == 422 and "press the button again" in text(response)
    db.session.expire_all()
    assert story.themes == []


def test_recordings_are_named_and_only_those_with_the_duty_get_to_them(signed_in, evaluation, evaluator):
    story = tell(evaluation, story_before="")
    making.recording(story)
    page = signed_in.page(address(story))
    assert "What was going on: not typed up yet" in text(page) and "still to be typed up" in text(page)
    assert not page.xpath("//a[contains(@href, 'transcript')]")
    making.lead(evaluation, evaluator.email)
    page = signed_in.page(address(story))
    assert page.xpath("//a[contains(@href, 'transcript')]/@href") == [
        address(story, f"/recordings/{story.recordings[0].id}/transcript")
    ]


def test_markup_comes_out_as_text(signed_in, evaluation):
    story = making.confirmed(tell(evaluation, story_before=PAYLOAD, story_named_as=PAYLOAD[:25]))
    themes.tag(story, [themes.add(evaluation, PAYLOAD[25:], PAYLOAD).id])
    db.session.commit()
    response = signed_in.get(address(story))
    assert PAYLOAD in text(response) and "<script" not in response.text and "<img" not in response.text


def test_drafts_and_stories_of_others_are_not_found(signed_in, evaluation):
    story, draft = tell(evaluation), making.story(evaluation, sent=False)
    other = making.evaluation(making.user(), name="Mine too")
    for rest in ("", "/themes"):
        method = signed_in.post if rest else signed_in.get
        for where in (f"/evaluations/{other.id}/stories/{story.id}", address(draft)):
            assert method(where + rest).status_code == 404


def test_reading_without_names_leaves_no_line_in_the_trail(signed_in, evaluation):
    story = making.confirmed(tell(evaluation))
    before = db.session.scalars(select(TrailLine.id)).all()
    signed_in.page(address(story))
    db.session.rollback()
    assert db.session.scalars(select(TrailLine.id)).all() == before
