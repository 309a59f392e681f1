"""What a group sees on the wall, or on paper: a large square and a code by which phones join."""

from survey.access import trail
from survey.access.permissions import may
from survey.engagement import doors
from survey.engagement.sessions import which
from survey.records.evaluation import Evaluation
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.qr import qr, typed_address
from survey.web.evaluator.session_page import ADDRESS, found
from survey.web.evaluator.showing import show


@evaluator.get(f"{ADDRESS}/screen")
@may("see sessions")
def session_screen(evaluation: Evaluation, session_id: int):
    session = found(evaluation, session_id)
    door = doors.current(evaluation, session)
    link = doors.link(door) if door else None
    if link:
        trail.note("showed the code of a session", evaluation, which(session))
    return show(
        "session_screen",
        evaluation,
        session=session,
        link=link,
        picture=qr(link.address, "QR code to join the group") if link else None,
        address=typed_address(),
    )
