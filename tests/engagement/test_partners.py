import pytest
from sqlalchemy import select

from survey.engagement import evaluations, invitations, outcomes, partners, responses, stakeholders
from survey.engagement.partners import KINDS, Asking, NotOpenYet
from survey.questionnaires import loading
from survey.records.asking import OpenedQuestionnaire
from survey.records.base import db
from survey.records.evaluation import Supported
from survey.records.trail import TrailLine
from tests import making


@pytest.fixture(autouse=True)
def noise(app):
    """Another evaluation whose partners are asked already."""
    made = making.evaluation(making.user("noise@example.org"))
    partners.open_asking(made)
    db.session.commit()
    return made


@pytest.fixture
def evaluation(app):
    return making.evaluation(areas=making.ALL_COUNTED)


def acts(evaluation):
    lines = select(TrailLine).where(TrailLine.evaluation_id == evaluation.id).order_by(TrailLine.id)
    return [(line.act, line.detail) for line in db.session.scalars(lines)]


def documents(evaluation):
    rows = select(OpenedQuestionnaire).where(OpenedQuestionnaire.evaluation_id == evaluation.id)
    return {row.audience: row.document for row in db.session.scalars(rows)}


def test_at_first_nobody_is_asked(evaluation):
    assert partners.asking(evaluation) == Asking(None, None)
    assert not partners.asking(evaluation).is_open
    assert partners.opened(evaluation) == {}


def test_opening_fixes_the_questions_of_every_kind(evaluation):
    partners.open_asking(evaluation)
    assert partners.asking(evaluation).is_open
    assert set(partners.opened(evaluation)) == set(KINDS)
    for kind, asked in partners.asked(evaluation).items():
        assert (
            partners.opened(evaluation)[kind].digest
            == asked.digest
            == partners.preview(evaluation, kind).digest
        )
    assert acts(evaluation)[-1] == ("opened partners’ questions", "")


def test_what_was_opened_stays_whatever_the_library_says_later(evaluation, monkeypatch):
    partners.open_asking(evaluation)
    before = documents(evaluation)
    monkeypatch.setattr(partners, "preview", lambda *_: pytest.fail("asked the library again"))
    assert set(partners.asked(evaluation)) == set(KINDS)
    partners.close_asking(evaluation)
    partners.open_asking(evaluation)
    assert documents(evaluation) == before


def test_before_the_evaluation_is_open_partners_are_not_asked():
    made = making.evaluation(opened=False)
    with pytest.raises(NotOpenYet, match="Open the evaluation first"):
        partners.open_asking(made)
    assert partners.opened(made) == {}
    evaluations.open_evaluation(made)
    partners.open_asking(made)
    assert partners.asking(made).is_open


def test_closing_and_opening_again_keeps_the_first_day_and_the_questions(evaluation):
    partners.open_asking(evaluation)
    first = partners.asking(evaluation).opened_at
    before = documents(evaluation)
    partners.close_asking(evaluation)
    closed = partners.asking(evaluation)
    assert not closed.is_open and closed.closed_at and closed.opened_at == first
    partners.close_asking(evaluation)
    assert partners.asking(evaluation).closed_at == closed.closed_at
    partners.open_asking(evaluation)
    assert partners.asking(evaluation) == Asking(first, None)
    assert documents(evaluation) == before


def test_pressing_open_twice_opens_once(evaluation):
    partners.open_asking(evaluation)
    partners.open_asking(evaluation)
    rows = select(OpenedQuestionnaire).where(OpenedQuestionnaire.evaluation_id == evaluation.id)
    assert len(db.session.scalars(rows).all()) == len(KINDS) + 2


def test_closing_leaves_residents_and_other_evaluations_alone(evaluation, noise):
    partners.open_asking(evaluation)
    partners.close_asking(evaluation)
    assert partners.asking(noise).is_open
    assert not any(row.closed_at for row in evaluations.opened(evaluation).values())


def test_each_kind_is_asked_about_its_own_outcomes_and_the_chosen_ones_that_concern_it(evaluation):
    for kind in KINDS:
        entry = partners.partners.library()[kind]
        ids = {question.id for question in partners.preview(evaluation, kind).questions}
        assert {f"{outcome.id}_seen" for outcome in entry.outcomes} <= ids
        chosen = {outcome.id for outcome in outcomes.questions(evaluation)}
        asked_of = {outcome for outcome in chosen if f"{outcome}_seen" in ids}
        assert asked_of == chosen & set(entry.concerns)


def most_people(evaluation):
    """The most people that an answer about people who were supported may name, as the NHS is asked."""
    questions = partners.preview(evaluation, "nhs").questions
    bounds = {each.most_number for each in questions if each.id.endswith("_people")}
    return max((bound for bound in bounds if bound), default=None)


def test_nobody_can_speak_of_more_people_than_were_supported(evaluation):
    assert most_people(evaluation) == 90


def test_where_an_area_was_not_counted_there_is_no_such_bound(evaluation):
    """A level that nobody counted is not nought people."""
    evaluation.areas[1].supported = [Supported(level="two", people=30)]
    db.session.commit()
    assert most_people(evaluation) is None


def test_dates_are_bounded_by_the_period(evaluation):
    dates = [each for each in partners.preview(evaluation, "nhs").questions if each.id.endswith("_from")]
    assert dates and {(each.earliest, each.latest) for each in dates} == {("2026-04-01", "2027-03-31")}


def test_what_is_opened_reads_back_the_same(evaluation):
    partners.open_asking(evaluation)
    for row in partners.opened(evaluation).values():
        assert loading.from_json(row.document).digest == row.digest


def test_links_are_made_for_those_who_have_none_and_have_questions(evaluation):
    waiting = making.partner(evaluation)
    linked = making.partner(evaluation, "police", "Team", linked=True)
    family = making.partner(evaluation, "family", "Families")
    known = invitations.current_link(linked)
    assert partners.give_missing(evaluation) == 1
    db.session.commit()
    assert invitations.current_link(waiting) and invitations.current_link(linked) == known
    assert invitations.current_link(family) is None
    assert acts(evaluation)[-1] == ("made links for partners", "1")
    assert partners.give_missing(evaluation) == 0


def test_who_goes_while_links_are_made_gets_none(evaluation, monkeypatch):
    going, staying = (making.partner(evaluation, "nhs", name) for name in ("Going", "Staying"))
    prepare = invitations.prepare

    def slowly(count):
        stakeholders.remove(going)
        db.session.commit()
        return prepare(count)

    monkeypatch.setattr(invitations, "prepare", slowly)
    assert partners.give_missing(evaluation) == 1
    assert invitations.current_link(staying)


def test_a_link_leads_to_the_questions_of_its_kind(evaluation):
    partners.open_asking(evaluation)
    line = making.partner(evaluation, "police", "Team", linked=True)
    holder = invitations.find(invitations.current_link(line).token)
    assert responses.standing(holder).state == responses.READY
    partners.close_asking(evaluation)
    assert responses.standing(holder).state == responses.CLOSED
