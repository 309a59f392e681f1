"""A sheet of cards to print: each with a QR code, an address and a code to type."""

from math import ceil

from survey.access import trail
from survey.access.permissions import may
from survey.analysis.wording import people
from survey.engagement import register
from survey.records.evaluation import Evaluation
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.qr import qr, typed_address
from survey.web.evaluator.resident_filter import page_number, picked
from survey.web.evaluator.showing import show
from survey.web.evaluator.standing import counted

ON_A_SHEET = 8
# Thirty sheets at once: more would keep everyone waiting while the squares are drawn.
ON_A_PAGE = 30 * ON_A_SHEET
CARD_QR = "QR code"


@evaluator.get("/evaluations/<int:evaluation_id>/residents/cards")
@may("see links")
def cards(evaluation: Evaluation):
    chosen = picked(evaluation)
    total = register.count(evaluation, chosen.filter)
    pages = ceil(total / ON_A_PAGE)
    page = page_number(pages)
    listed = register.people_with_links(evaluation, chosen.filter, (page - 1) * ON_A_PAGE, ON_A_PAGE)
    drawn = [(person, link, qr(link.address, CARD_QR)) for person, link in listed if link]
    trail.note("saw cards", evaluation, detail=people(len(drawn)))
    return show(
        "cards",
        evaluation,
        chosen=chosen,
        sheets=[drawn[start : start + ON_A_SHEET] for start in range(0, len(drawn), ON_A_SHEET)],
        drawn=len(drawn),
        without=len(listed) - len(drawn),
        people=people,
        counted=counted,
        address=typed_address(),
        page=page,
        pages=pages,
        total=total,
    )
