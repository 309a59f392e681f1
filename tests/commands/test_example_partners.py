"""The partners of the worked example are kept once and then looked at; nothing here changes them."""

import json
from collections import Counter
from statistics import mean

import pytest

from survey.analysis.impact import ATTRIBUTION, DEADWEIGHT, OF_NET
from survey.commands import example_partners
from survey.commands.example_partners import FRESH_PARTNER, HALF_FILLED_PARTNER, NOT_ANSWERED
from survey.engagement import cases, impact_figures, partners, stakeholders
from survey.engagement.areas import AreaDetails
from survey.questionnaires.impact_ids import SHARES, YOUR_ORGANISATION
from survey.questionnaires.partners import library
from survey.records import impact_frames
from survey.records.base import db
from survey.records.evaluation import THEN_AND_NOW
from survey.records.frames import Group
from survey.records.trail import TrailLine
from survey.reports import asked as asked_of_residents
from survey.reports import voices
from tests import making
from tests.commands.test_made_up_answers import YEAR

DERBY, THURROCK = "Derby", "Thurrock"


@pytest.fixture(scope="module")
def evaluation(kept_app):
    """As example_evaluations.walking has it, without its residents."""
    areas = [AreaDetails(DERBY, {"one": 310, "two": 175}), AreaDetails(THURROCK, {"two": 260})]
    made = making.evaluation(before=THEN_AND_NOW, areas=areas, period_start=YEAR[0], period_end=YEAR[1])
    example_partners.keep(made, making.user())
    db.session.commit()
    return made


def of_area(evaluation, name):
    return Group(area_ids=[area.id for area in evaluation.areas if area.name == name])


def said(evaluation, name, filter_name):
    """What partners of an area said for a filter, over all outcomes, in per cent to deduct."""
    heard = voices.by_partners(
        voices.partner_answers(impact_frames.partners_said(evaluation, of_area(evaluation, name)))
    )
    return [value for by_filter in heard.values() for value in by_filter[filter_name].values]


def own_shares(evaluation, name):
    """What partners of an area claim for themselves."""
    answers = voices.partner_answers(impact_frames.partners_said(evaluation, of_area(evaluation, name)))
    kept = [each.answers[SHARES][2] for each in answers if SHARES in each.answers]
    shares = [dict(json.loads(choices)) for choices in kept if choices]
    return [each[YOUR_ORGANISATION] for each in shares if YOUR_ORGANISATION in each]


def states(evaluation):
    """By organisation: whether it has sent, begun, or not begun, or has no questions or no link."""
    found = {}
    for row in stakeholders.of(evaluation):
        begun = row.response and (row.response.submitted_at and "sent" or "begun")
        found[row.organisation] = begun or ("invited" if row.invitations else "not invited")
    return found


def test_partners_of_every_kind_answer_in_both_areas(evaluation):
    sent = Counter(
        (row.kind, row.area.name)
        for row in stakeholders.of(evaluation)
        if row.response and row.response.submitted_at
    )
    assert sent.keys() == {(kind, area) for kind in partners.KINDS for area in (DERBY, THURROCK)}


def test_most_kinds_are_enough_for_a_release_and_two_only_together(evaluation):
    frame = impact_frames.partners_said(evaluation, Group())
    by_kind = frame.groupby("kind").partner.nunique()
    assert sorted(by_kind[by_kind < 3].index) == ["adult_social_care", "fire_and_rescue"]
    rely_on = voices.by_kind(voices.partner_answers(frame), "someone_to_rely_on", DEADWEIGHT)
    few = [len(values) for values in rely_on.values() if len(values) < 3]
    assert len(few) == 2 and sum(few) >= 3


def test_thurrocks_partners_claim_more_than_derbys_and_deadweight_is_alike(evaluation):
    """As both councils reported: Thurrock's partners took a larger share, so its coordinators' was lower."""
    others, anyway = (
        {area: mean(said(evaluation, area, name)) for area in (DERBY, THURROCK)}
        for name in (ATTRIBUTION, DEADWEIGHT)
    )
    assert others[THURROCK] > others[DERBY] + 10
    assert mean(own_shares(evaluation, THURROCK)) > mean(own_shares(evaluation, DERBY)) + 5
    assert abs(anyway[THURROCK] - anyway[DERBY]) < 5


def test_without_the_two_parts_thurrock_would_claim_no_more(evaluation, monkeypatch):
    """CONTROL: the difference comes from what the generator is told, not from chance."""
    monkeypatch.setattr(example_partners, "PART", {DERBY: 45, THURROCK: 45})
    areas = [AreaDetails(DERBY, {"two": 200}), AreaDetails(THURROCK, {"two": 200})]
    alike = making.evaluation(before=THEN_AND_NOW, areas=areas)
    example_partners.keep(alike, making.user())
    assert abs(mean(said(alike, THURROCK, ATTRIBUTION)) - mean(said(alike, DERBY, ATTRIBUTION))) < 10
    db.session.rollback()


def test_impact_can_be_worked_out_for_each_outcome_that_partners_know(evaluation):
    heard = voices.by_partners(voices.partner_answers(impact_frames.partners_said(evaluation, Group())))
    concerned = {name for entry in library().values() for name in entry.concerns}
    asked = {outcome.id for outcome in asked_of_residents.outcomes(evaluation, "two")} & concerned
    assert len(asked) == 7
    for outcome in asked:
        assert all(heard[outcome][name].n for name in OF_NET), outcome


def test_what_nobody_wanted_shows_too(evaluation):
    """Coordinators reported that some people came to depend on them."""
    answers = voices.partner_answers(impact_frames.partners_said(evaluation, Group()))
    assert sum(each.amount or 0 for each in answers if each.outcome == "dependency") < 0


def test_some_have_not_answered(evaluation):
    found = states(evaluation)
    assert found[FRESH_PARTNER] == found[NOT_ANSWERED] == "invited"
    assert found[HALF_FILLED_PARTNER] == "begun"
    assert found["Made-up hospital"] == "not invited"
    assert Counter(found.values()) == {"sent": 32, "invited": 2, "begun": 1, "not invited": 5}


def test_lines_without_questions_say_why_not_and_one_says_nothing_yet(evaluation):
    rows = {row.organisation: row for row in stakeholders.of(evaluation)}
    without = [row for row in rows.values() if row.kind not in partners.KINDS]
    assert {row.kind for row in without} == {"family", "councillors", "other"}
    assert all(bool(row.engaged_how) != bool(row.why_not) for row in without)
    silent = [name for name, row in rows.items() if not (row.engaged_how or row.why_not)]
    assert silent == ["Made-up hospital"]
    days = {row.engaged_on for row in rows.values() if row.engaged_on}
    assert all(YEAR[0] <= day <= YEAR[1] for day in days)


def test_everything_is_called_made_up(evaluation):
    assert all(row.organisation.startswith("Made-up ") for row in stakeholders.of(evaluation))
    told = cases.of(evaluation)
    assert [bool(record.stakeholder) for record in told] == [True, True, False, False]
    assert all(record.person.endswith("(made up)") for record in told)
    assert all(record.user is not None for record in told if not record.stakeholder)


def test_figures_that_were_entered_are_called_made_up_and_are_somebodys(evaluation):
    for outcome, name, entered in example_partners.ENTERED:
        [figure] = impact_figures.of(evaluation, outcome, name)
        assert figure.per_cent == entered.per_cent
        assert figure.reason.startswith("Made up: ")
        assert figure.made_by is not None


def test_the_trail_names_nobody(evaluation):
    details = " ".join(line.detail for line in db.session.scalars(db.select(TrailLine)))
    assert "Made-up" not in details
