"""Writing down a story for somebody who asks for it: its link for this device, its code for them."""

from flask import session as browser

from survey.access import links
from survey.access.permissions import may
from survey.engagement import session_stories, telling
from survey.records.evaluation import Evaluation
from survey.records.session import Session
from survey.records.story import WRITTEN_DOWN
from survey.web import form_base
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.qr import qr
from survey.web.evaluator.session_page import ADDRESS, found
from survey.web.evaluator.showing import done, show

# Kept in the browser in which it was begun, and nowhere else: by its key, colleagues find no story.
KEPT = "written_down"
CLOSED = "No stories can be told at the moment, so none was begun."


@evaluator.route(f"{ADDRESS}/write-down", methods=["GET", "POST"])
@may("edit sessions")
def write_down(evaluation: Evaluation, session_id: int):
    session = found(evaluation, session_id)
    form = form_base.OnceForm()
    is_open = telling.is_open(evaluation)
    if form.validate_on_submit():
        if is_open:
            return _begun(evaluation, session, form.once.data)
        form.form_errors.append(CLOSED)
    form.renew()
    link = _link(session)
    picture = qr(link.address, "QR code of this story") if link else None
    return show("write_down", evaluation, form, session=session, link=link, picture=picture, telling=is_open)


def _begun(evaluation: Evaluation, session: Session, key: str):
    session_stories.begin(session, WRITTEN_DOWN, key)
    browser[KEPT] = key
    where = {"evaluation_id": evaluation.id, "session_id": session.id}
    return done("The story can be written down now.", "write_down", **where)


def _link(session: Session) -> links.Link | None:
    """The link of the story that this browser began here, until it is sent: then it is its teller's alone."""
    key = browser.get(KEPT)
    story = session_stories.find(session, key) if key else None
    if story is None or story.taken_back_at or (story.response and story.response.submitted_at):
        return None
    return links.link_for(key)
