"""In a made-up language that puts every message in brackets, nothing but data stands outside them."""

import re
from pathlib import Path

import flask_babel
import pytest
from babel.support import NullTranslations
from lxml import html

from survey.engagement import doors, invitations, partners, waves
from survey.questionnaires.answers import PREFER_NOT_TO_SAY, Answer
from survey.records.base import db
from survey.records.response import Response
from survey.settings import ROOT
from tests import making
from tests.web.respondent import answering, grouping, telling_states

SPOKEN = ("alt", "aria-label", "title", "placeholder")
# What a person or a council wrote, and codes, are in no language of ours.
DATA = ("Alongside", "Example Council", "BCD", "KWX")


class InBrackets(NullTranslations):
    def gettext(self, message):
        return f"⟦{message}⟧"

    def ngettext(self, one, many, number):
        return f"⟦{one if number == 1 else many}⟧"

    ugettext, ungettext = gettext, ngettext


@pytest.fixture(autouse=True)
def shown(app, monkeypatch):
    """The names of the residents' templates that were shown in brackets."""
    monkeypatch.setattr(flask_babel.Domain, "get_translations", lambda _self: InBrackets())
    names, find = set(), app.jinja_env.get_template

    def note(name, *given, **more):
        names.add(name)
        return find(name, *given, **more)

    monkeypatch.setattr(app.jinja_env, "get_template", note)
    return names


def outside(page):
    """The letters that stand outside all brackets, data apart."""
    tree = html.fromstring(page)
    said = tree.xpath("//text()[not(ancestor::style or ancestor::script)]")
    said += [value for name in SPOKEN for value in tree.xpath(f"//@{name}")]
    depth, left = 0, []
    for sign in "\n".join(said):
        depth += {"⟦": 1, "⟧": -1}.get(sign, 0)
        if depth == 0:
            left.append(sign)
    words = "".join(left)
    for known in [
        *DATA,
        *telling_states.own_codes(),
        *(each.reference for each in db.session.query(Response) if each.reference),
    ]:
        words = words.replace(known, "")
    return re.sub(r"[\W\d_]+", " ", words).strip()


def every_state(client):
    """Addresses and posts that bring up each page in each of its states."""
    yield client.get("/")
    for code in ("", "O", "BCD", "BCDFGHJKMN", "BCDFGHJKMM"):
        yield client.post("/", data={"code": code})
    for _ in range(10):
        last = client.post("/", data={"code": "BCD"})
    yield last
    yield client.get("/a/unknown")
    yield client.get("/goodbye")
    yield from then_and_now(client)
    yield from in_waves(client)
    yield from closed_and_replaced(client)
    yield from of_partners(client)
    yield from of_groups(client)
    yield from telling_states.every_state(client)


def then_and_now(client):
    resident = answering.evaluation_with_one(made_up=True)
    home = answering.home(resident)
    yield client.get(home)
    client.post(home)
    yield client.get(home)
    yield client.get(f"{home}/control")
    yield client.post(f"{home}/control", data={"control": "9", "control_then": ["1", "2"]})
    yield client.post(f"{home}/control", data={"control": "x" * 10_000_000})
    yield client.get(f"{home}/matters-most")
    yield client.post(
        f"{home}/matters-most", data={"matters_most": ["control", "hope", "isolation", "low_mood"]}
    )
    yield client.get(f"{home}/helped")
    yield client.get(f"{home}/nowhere")
    chosen = Answer("matters_most", "answered", choices=("control", "hope"))
    scores = {"control": 4, "control_then": 2, "hope": 1, "hope_then": 3, "isolation": 2, "isolation_then": 2}
    answering.draft(
        resident, scores | {"matters_most": chosen, "helped": Answer("helped", PREFER_NOT_TO_SAY)}
    )
    yield client.get(home)
    yield client.get(f"{home}/check")
    yield client.fill(f"{home}/check")
    yield client.get(home)
    yield client.post(f"{home}/control", data={"control": "1"})


def in_waves(client):
    resident = answering.evaluation_with_one("waves", "one", name="Short")
    home = answering.home(resident)
    yield client.get(home)
    answering.draft(resident)
    yield client.get(f"{home}/check")
    yield client.fill(f"{home}/check")
    answering.ask_mixed(resident.evaluation)
    other = making.people(resident.evaluation)[0]
    home = answering.home(other)
    client.fill(home)
    client.fill(f"{home}/check--page", pets="yes")
    yield client.get(f"{home}/about-the-pet")
    yield client.post(f"{home}/about-the-pet", data={"legs": "2.5", "born": "31 2 2025"})
    yield client.post(f"{home}/story--page", data={"story": "1" * 30})
    born = Answer("born", "answered", words="2025-03-27")
    answering.draft(other, {"legs": 4, "born": born})
    yield client.get(f"{home}/check")


def closed_and_replaced(client):
    resident = answering.evaluation_with_one(name="Closed")
    home = answering.home(resident)
    wave = waves.planned(resident.evaluation)[0]
    waves.close_wave(resident.evaluation, wave)
    db.session.commit()
    yield client.get(home)
    waves.open_wave(resident.evaluation, wave)
    draft = answering.draft(resident)
    waves.close_wave(resident.evaluation, draft.wave)
    db.session.commit()
    yield client.get(home)
    invitations.replace(resident, invitations.prepare(1)[0])
    db.session.commit()
    yield client.get(home)


def of_partners(client):
    evaluation = making.evaluation(name="Asked of partners")
    partner, late = (making.partner(evaluation, organisation=f"KWX {n}", linked=True) for n in (1, 2))
    home, closed = (f"/a/{invitations.current_link(each).token}" for each in (partner, late))
    making.partner_answer(partner, sent=False, fewer_gp_visits_seen="better", case_person="KWX")
    yield client.get(home)
    yield client.get(closed)
    yield client.get(f"{home}/fewer-gp-visits-cause")
    yield client.get(f"{home}/check")
    yield client.fill(f"{home}/check")
    yield client.post(f"{home}/fewer-gp-visits", data={})
    for number in (3, 4, 5):
        other = making.partner(evaluation, organisation=f"KWX {number}", linked=True)
        making.partner_answer(other, fewer_gp_visits_seen="better", fewer_gp_visits_anyway="25")
    making.release(evaluation)
    yield client.get(home)
    yield client.get(f"{home}/found")
    yield client.get(f"/a/{invitations.current_link(other).token}/found")
    partners.close_asking(evaluation)
    db.session.commit()
    yield client.get(closed)


def of_groups(client):
    evaluation = making.evaluation(name="In groups")
    early = grouping.session(evaluation, opened=False)
    session = grouping.session(evaluation)
    yield client.get(grouping.door(early))
    yield client.get(grouping.door(session))
    place = client.fill(grouping.door(session), follow=False).location
    yield client.get(grouping.door(session))
    yield client.get(place)
    yield client.post(f"{place}/vote/1", data={"vote": "agree", "words": "x"})
    yield client.post(f"{place}/vote/1", data={"vote": "perhaps"})
    yield client.post(f"{place}/story")
    yield client.fill(place, ("vote", "agree"))
    yield client.get(f"{place}/get-together")
    yield client.post(f"{place}/get-together", data={"name": "1" * 200})
    yield client.get(f"{place}/get-together/noted")
    yield client.get(grouping.place(grouping.session(evaluation, statements=())))
    grouping.tell(evaluation)
    yield client.get(place)
    grouping.close(session)
    yield client.get(place)
    doors.poster(evaluation)
    db.session.commit()
    yield client.get(place)


def test_every_word_of_every_page_can_be_translated(client, shown):
    pages = 0
    for response in every_state(client):
        assert response.mimetype == "text/html" and response.status_code != 500
        assert outside(response.text) == "", response.request.path
        pages += 1
    assert pages > 30
    made = {Path(name).stem for name in shown if name.startswith("respondent/")}
    assert made == {path.stem for path in (ROOT / "templates" / "respondent").glob("*.html")}


def test_words_that_nobody_marked_are_found():
    assert outside("<p>⟦Hello⟧ you, <b title='there'>⟦dear ⟦friend⟧⟧ 12</b></p>") == "you there"
