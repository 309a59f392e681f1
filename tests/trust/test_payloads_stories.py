"""Hostile texts in stories and groups: on pages, on paper and in sheets they are words, and nothing fails."""

import html
import logging
import shutil
from urllib.parse import quote_from_bytes

import pytest

from survey.engagement import invitations, responses
from survey.questionnaires.story_ids import PROMPTS
from survey.records.base import db
from survey.records.story import Story
from tests import making
from tests.journeys.serving import Served
from tests.trust import payloads, payloads_stories
from tests.trust.canaries_crawl import addresses
from tests.trust.canaries_world import World
from tests.trust.payloads_browser import Watched
from tests.trust.payloads_fields import Walk
from tests.trust.payloads_signs import in_answer, in_page, pdf_text

FEW = 1
# Ends elsewhere: what is written in a story does not get so far.
NO_WORDS = ("preview", "preview_page", "cards", "my_flower")
TAKES_BACK = ("take-back/published", "take-back")
ODD = [
    "x" * 100_000,
    "שלום לך, חברה שלי. مرحبا",
    "👩‍👩‍👧‍👦🏴󠁧󠁢󠁷󠁬󠁳󠁿" * 20,
    "a\x00b",
    "\u202egnp.exe\u2066",
    "\n" * 50_000,
    "Z̷̢̛̺͎̱͙̖a̸l̵g̶o̴" * 300,
]
ODD_BYTES = [b"%ed%a0%80", b"\xed\xa0\x80", b"%ff%fe", b"%", b"%u0041", b"%00" * 30]


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    return {**browser_type_launch_args, "executable_path": shutil.which("chromium"), "args": ["--no-sandbox"]}


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    served = Served(tmp_path_factory.mktemp("hostile-stories"))
    served.app.config["RATELIMIT_ENABLED"] = False
    secret = tmp_path_factory.mktemp("secret") / "secret.txt"
    secret.write_text(payloads.SECRET)
    with served.records():
        evaluation, values, links = payloads_stories.make(str(secret))
        served.world = World(evaluation, evaluation, {}, {}, {}, _few(values))
        served.evaluation_id, served.links = evaluation.id, links
    with served.reader() as client:
        client.sign_in(payloads_stories.EMAIL)
        made = client.fill(f"/evaluations/{served.evaluation_id}/releases/new", form=-1)
        assert "Release 1 is made" in made.text
    served.start()
    yield served
    served.stop()


@pytest.fixture(autouse=True)
def nothing_failed(served, caplog):
    served.faults.clear()
    with caplog.at_level(logging.ERROR):
        yield
    assert served.faults == [] and not [each for each in caplog.records if each.levelno >= logging.ERROR]


def _few(values):
    """One of each kind is looked at: there is enough in it."""
    return {name: ids[:FEW] for name, ids in values.items()}


def shown(served, client):
    """Every page, paper and sheet of the hostile evaluation that is there, by address."""
    served.world.evaluation = db.session.merge(served.world.evaluation)
    for endpoint, address in addresses(served.app, served.world, served.links):
        room, _, name = endpoint.partition(".")
        if room in ("evaluator", "respondent") and name not in NO_WORDS:
            answer = client.get(address, buffered=True)
            if answer.status_code == 200:
                yield name, address, answer


def test_every_page_paper_and_sheet(served):
    with served.reader() as client:
        client.sign_in(payloads_stories.EMAIL)
        wrong, seen = [], set()
        for name, address, answer in shown(served, client):
            wrong += [f"{address}: {each}" for each in in_answer(answer)]
            seen.add(name)
    assert wrong == []
    assert seen >= {"story", "redact", "transcript", "significant_change", "themes", "stories", "quote"}
    assert seen >= {"flagged_story", "look_up", "case_study", "case_study_pdf", "pack_pdf", "get_togethers"}
    assert seen >= {"session", "session_screen", "summary_pdf", "results_xlsx", "release_file", "results"}
    assert seen >= {"group", "page", "check", "uses"}


def test_control_pages_that_are_not_escaped_are_caught(served):
    home, story = f"/evaluations/{served.evaluation_id}", served.world.values["story_id"][0]
    with served.reader() as client:
        client.sign_in(payloads_stories.EMAIL)
        for address in (f"{home}/stories/{story}", f"{home}/stories/{story}/redact", f"{home}/sessions/1"):
            page = client.get(address).text
            assert in_page(page) == [] and in_page(html.unescape(page)) != []
        # The words themselves stand on the paper.
        assert "script" in pdf_text(client.get(f"{home}/case-studies/pack.pdf").data)


def test_nothing_runs_in_a_browser_without_its_guard(served, browser):
    """Escaping holds by itself: without the Content-Security-Policy nothing runs either."""
    with served.reader() as client:
        client.sign_in(payloads_stories.EMAIL)
        cookie = client.get_cookie("session").value
        found = [
            address
            for _, address, answer in shown(served, client)
            if answer.mimetype == "text/html" and "<audio" not in answer.text and "?" not in address
        ]
    with Watched(browser, served.address, bypass_csp=True) as watched:
        watched.sign_in(cookie)
        for address in found:
            watched.look(address)
        assert watched.wrong == [] and watched.looked_at > 30


def test_every_field_of_tellers(served):
    with served.records():
        ours = making.evaluation(making.user(payloads_stories.EMAIL), name="Fields")
        [resident] = making.people(ours)
        stories = [
            making.story(ours, sent=sent, story_before="I was low.", **making.EVERY_USE, **asked)
            for sent, asked in ((False, {"story_contact_wanted": "yes", "story_about": ["hope"]}), (True, {}))
        ]
        making.answer(resident, control=3)
        draft, sent, own = (invitations.current_link(each).token for each in (*stories, resident))
    with served.reader() as client:
        walk = Walk(client, r"/a/")
        parts = [*PROMPTS, "story_about", "hope_direction", "triad_who", "story_contact", "story_named_as"]
        walk.look(*(f"/a/{draft}/{part.replace('_', '-')}" for part in parts))
        walk.look(*(f"/a/{draft}/recording/{prompt.replace('_', '-')}" for prompt in PROMPTS[:1]))
        walk.look(f"/a/{draft}/check", f"/a/{own}", *(f"/a/{sent}/{part}" for part in TAKES_BACK))
        walk.fill_all()
    assert walk.wrong == []
    posted = {kind[0].partition(".")[2] for kind in walk.seen}
    assert posted >= {"answer", "send", "keep_recording", "begin_story"} and walk.sent > 40
    named = {name for form in walk.seen.values() for name in form.names}
    # Fields that are alike in all but their names are tried once.
    assert named >= {PROMPTS[0], "story_about", "recording", "speak", "purpose"}


@pytest.mark.parametrize("field", [*PROMPTS, "story_contact", "story_named_as"])
def test_texts_that_nobody_types(served, field):
    """Kept as they are, or refused in words; the story can still be sent."""
    asked = {"story_contact_wanted": "yes", "use_quoted_named": "one_year", "story_named_as": "Robin"}
    with served.records():
        ours = making.evaluation(making.user(payloads_stories.EMAIL), name="Odd")
        story = making.story(ours, sent=False, **asked)
        story_id, home = story.id, f"/a/{invitations.current_link(story).token}"
    page, said = f"{home}/{field.replace('_', '-')}", set()
    with served.reader() as client:
        key = client.page(page).xpath("//input[@name='submission_key']/@value")[0]
        for text in [quote_from_bytes(each.encode()).encode() for each in ODD] + ODD_BYTES:
            body = field.encode() + b"=" + text + b"&submission_key=" + key.encode()
            answer = client.post(page, data=body, content_type="application/x-www-form-urlencoded")
            assert answer.status_code in (303, 400, 422), (answer.status_code, text[:20])
            said.add(answer.status_code)
            assert in_page(client.get(page).text) == []
        assert client.fill(f"{home}/check", follow=False).location.endswith("/thank-you")
    assert said >= {303, 422}
    with served.records():
        assert responses.answers(db.session.get(Story, story_id).response)
