"""The pages that frame a story: what it is, welcome back, thanks, and that none is asked for now."""

from flask import Response

from survey.engagement import own_stories, session_stories
from survey.web.respondent.showing import show
from survey.web.respondent.visiting import Visit


def introduction(visit: Visit) -> Response:
    """What this is, who reads it, and that every part can be left out."""
    return show(
        "story_introduction",
        evaluation=visit.evaluation,
        link=own_stories.link(visit.token),
        from_own_link=own_stories.hangs_on_a_link(visit.resident.id),
    )


def carry_on(visit: Visit) -> Response:
    """Welcome back to a story that is not sent yet."""
    return show(
        "story_carry_on",
        evaluation=visit.evaluation,
        left=visit.pages_left(),
        going_on=visit.address(visit.first_unanswered()),
        home=visit.home,
        link=own_stories.link(visit.token),
    )


def thanks(visit: Visit) -> Response:
    """The reference, and how to come back: for whoever holds the link of a story that was sent."""
    # By its door a phone that has joined finds its own place: no page of a story knows which that is.
    door = session_stories.way_back(visit.resident.id)
    return show(
        "story_thanks",
        evaluation=visit.evaluation,
        reference=visit.standing.last_sent.reference,
        link=own_stories.link(visit.token),
        home=visit.home,
        asked_for=own_stories.asked_for(visit.resident.id),
        group=f"/join/{door.token}" if door else None,
    )


def closed(visit: Visit, status: int) -> Response:
    """That no stories are asked for now; what was written waits."""
    return show(
        "story_closed", status, visit.evaluation, half_way=bool(visit.standing.begun), home=visit.home
    )
