"""Thanks, the reference and, in the browser that sent the answers, the picture of one's own change."""

from datetime import date

from flask import Response, make_response
from flask_babel import format_date, get_locale
from flask_babel import gettext as _

from survey.engagement import own_change, responses
from survey.reports import pdf, rendering
from survey.web.respondent import own_flower, story_pages
from survey.web.respondent.memory import forget as forget_browser
from survey.web.respondent.memory import remembers
from survey.web.respondent.own_story import offer
from survey.web.respondent.pages import respondent
from survey.web.respondent.receipt import receipt
from survey.web.respondent.showing import send_to, show
from survey.web.respondent.visiting import Visit, visit


@respondent.get("/a/<token>/thank-you")
@visit
def thank_you(visit: Visit) -> Response:
    sent = visit.standing.last_sent
    if sent is None:
        return send_to(visit.home)
    if visit.is_partner:
        return receipt(visit)
    if visit.is_story:
        return story_pages.thanks(visit)
    own = own_flower.told(own_change.of_response(responses.kept(sent))) if remembers(sent) else None
    return show(
        "thank_you",
        evaluation=visit.evaluation,
        reference=sent.reference,
        own=own,
        home=visit.home,
        story=offer(visit),
    )


@respondent.get("/a/<token>/my-flower.pdf")
@visit
def my_flower(visit: Visit) -> Response:
    sent = visit.standing.last_sent
    if visit.is_partner or visit.is_story or sent is None or not remembers(sent):
        return send_to(visit.home)
    paper = make_response(
        pdf.to_pdf(_paper(visit, sent.reference, own_change.of_response(responses.kept(sent))))
    )
    paper.headers["Content-Type"] = "application/pdf"
    paper.headers["Content-Disposition"] = 'attachment; filename="my-flower.pdf"'
    paper.headers["Cache-Control"] = "no-store"
    return paper


@respondent.post("/a/<token>/forget")
def forget(token: str) -> Response:
    return forget_browser(send_to("/goodbye"))


@respondent.get("/goodbye")
def goodbye() -> Response:
    return show("goodbye")


def _paper(visit: Visit, reference: str, change: own_change.OwnChange) -> str:
    own = own_flower.told(change)
    today = date.today()
    return rendering.render(
        "report/own_change.html",
        council=visit.evaluation.council,
        evaluation=visit.evaluation.name,
        made_up=visit.evaluation.made_up,
        heading=own.heading,
        sentences=own.sentences,
        picture=own.picture,
        reference=reference,
        made_on=format_date(today, "d MMMM y"),
        made_on_iso=today.isoformat(),
        lang=str(get_locale()).replace("_", "-"),
        _=_,
    )
