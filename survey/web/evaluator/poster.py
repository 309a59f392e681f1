"""A poster to print: anyone may tell a story with it."""

from flask import abort

from survey.access.permissions import may
from survey.engagement import doors
from survey.records.evaluation import Evaluation
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.qr import qr, typed_address
from survey.web.evaluator.showing import show

POSTER_QR = "QR code"


@evaluator.get("/evaluations/<int:evaluation_id>/stories/poster")
@may("ask for stories")
def poster(evaluation: Evaluation):
    door = doors.current(evaluation)
    if door is None:
        abort(404)
    link = doors.link(door)
    return show(
        "poster",
        evaluation,
        link=link,
        picture=qr(link.address, POSTER_QR),
        address=typed_address(),
    )
