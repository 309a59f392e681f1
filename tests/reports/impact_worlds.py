"""A small evaluation in which residents and partners say why things changed, to be worked out by hand.

Control rises from 2 to 4 for six residents: by 100 per cent of its starting level.
Deadweight: residents 25, 25, 50 (median 25); partners 50 and exactly 70 (median 60, the larger: it is used).
Attribution to others: residents 50, 75 (median 62.5, used); partners 60, 40 (median 50).
Displacement: one partner, 0. So 0.4 x 0.375 x 1 = 15 per cent of the change is due to the programme.
GP visits that were not needed: 100 fewer and 20 more are 80 for the better; why, nobody knows.
"""

from survey.questionnaires.impact_ids import CONTRIBUTORS
from tests import making


def world():
    evaluation = making.evaluation()
    for why in (("25", "50"), ("25", "75"), ("50", "dont_know"), ("prefer_not_to_say", ""), ("", "")):
        resident(evaluation, *why)
    # At the other end of the programme, and not asked why.
    making.pairs(evaluation, "control", [(2, 4)], area=1)
    social_care(evaluation)
    surgeries(evaluation)
    noise()
    return evaluation


def resident(evaluation, anyway, others, **where):
    """Somebody to whom control matters most, and who says why it changed."""
    [person] = making.people(evaluation, linked=False, **where)
    making.answer(person, 0, control=2)
    making.answer(
        person, 1, control=4, matters_most=["control"], control_anyway=anyway, control_others=others
    )
    return person


def social_care(evaluation):
    """Two teams that say why control changed, in North and everywhere; a third, in South, has not sent it."""
    teams = [
        making.partner(evaluation, "adult_social_care", f"Made-up team {number}", area=area, linked=True)
        for number, area in ((1, 0), (2, None), (3, 1))
    ]
    making.partner_answer(
        teams[0],
        **about("control", anyway="50", shares=shares(40, 20, 0, 0, 40), displaced="0", lasts="1", left="25"),
    )
    making.partner_answer(
        teams[1], **about("control", anyway="dont_know", anyway_exact=70, shares=shares(60, 0, 20, 20))
    )
    making.partner_answer(teams[2], sent=False, **about("control", anyway="100"))
    return teams


def surgeries(evaluation):
    """Two surgeries that count GP visits, 100 fewer and 20 more."""
    fewer, more = (making.partner(evaluation, "nhs", f"Made-up surgery {number}") for number in (1, 2))
    dates = {"from": "2026-05-01", "until": "2026-09-30"}
    making.partner_answer(
        fewer,
        **about("fewer_gp_visits", people=30, amount=100, benefit="avoided", anyway="dont_know", **dates),
    )
    making.partner_answer(more, **about("fewer_gp_visits", "worse", people=4, amount=20, benefit="social"))
    return fewer, more


def noise():
    """Another evaluation, whose answers are never counted with these."""
    other = making.evaluation(name="Another one")
    resident(other, "100", "100")
    team = making.partner(other, "adult_social_care", "Somebody else’s team")
    making.partner_answer(team, **about("control", anyway="100", shares=shares(0, 100), displaced="100"))


def about(outcome, seen="better", **said):
    """A partner's answers about an outcome, by the ids of its questions."""
    return {f"{outcome}_{name}": value for name, value in {"seen": seen, **said}.items()}


def shares(*parts):
    """Parts in the order in which contributors stand."""
    return dict(zip(CONTRIBUTORS, parts, strict=False))
