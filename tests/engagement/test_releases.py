from dataclasses import replace
from datetime import timedelta

import pytest

from survey.engagement import consents, releases, residents, stakeholders
from survey.engagement.releases import NumberTaken, Since
from survey.records.base import db, now
from survey.records.release import CountedAnswers
from survey.records.trail import TrailLine
from survey.reports import asked
from tests import databases, making


@pytest.fixture
def evaluation(app):
    evaluation = making.evaluation()
    making.pairs(evaluation, "hope", [(2, 4), (3, 3)])
    return evaluation


def to_keep(evaluation, number):
    return releases.ToKeep(
        number=number,
        wave=asked.followups(evaluation)[0],
        before_kind="asked",
        threshold=10,
        findings="{}",
        files={},
        **releases.data_stamp(evaluation),
    )


def test_releases_are_numbered_on_within_an_evaluation(evaluation):
    other = making.evaluation(name="Another one")
    assert [making.release(evaluation).number for _ in range(2)] == [1, 2]
    assert making.release(other).number == 1
    assert [each.number for each in releases.all_of(evaluation)] == [2, 1]
    assert releases.find(evaluation, 2).number == 2 and releases.find(evaluation, 3) is None


def test_a_number_that_a_colleague_took_is_not_given_twice(evaluation):
    first = making.release(evaluation)
    again = to_keep(evaluation, first.number)
    with pytest.raises(NumberTaken):
        releases.keep(evaluation, again)
    assert releases.keep(evaluation, replace(again, number=2)).number == 2


def test_a_file_stays_as_it_was_made(evaluation):
    made = making.release(evaluation)
    assert releases.file(made, "pdf") == b"the pdf"
    making.pairs(evaluation, "hope", [(1, 5)])
    assert releases.file(made, "pdf") == b"the pdf"


def test_what_happened_since_is_counted_from_the_trail(evaluation):
    making.pairs(evaluation, "hope", [(1, 5)])
    made = making.release(evaluation)
    assert releases.since(made) == Since()
    [person] = making.people(evaluation)
    making.answer(person, 0, hope=3)
    residents.erase(evaluation, person.code)
    db.session.commit()
    assert releases.since(made) == Since(sent=1, erased=1)
    assert releases.since(made).people == 2


def test_after_a_file_of_scores_nobody_knows_how_few(evaluation):
    assert Since(brought_in=1, sent=2).people is None


def test_another_evaluations_trail_is_not_ours(evaluation):
    made = making.release(evaluation)
    making.pairs(making.evaluation(name="Another one"), "hope", [(1, 5)])
    assert releases.since(made) == Since()


def test_the_trail_says_who_made_what_of_which_answers(evaluation):
    making.release(evaluation)
    [line] = db.session.scalars(db.select(TrailLine).where(TrailLine.act == "made a release"))
    assert line.detail == "release 1; 4 sets of answers"


def test_answers_about_impact_are_counted_by_the_first_release_that_had_them(evaluation):
    first, second, erased = (
        making.partner_answer(making.partner(evaluation, organisation=f"Made-up surgery {number}"))
        for number in range(3)
    )
    stakeholders.remove(erased.stakeholder)
    db.session.commit()
    with_first = replace(to_keep(evaluation, 1), counted=[first.id])
    made = releases.keep(evaluation, with_first)
    later = releases.keep(evaluation, replace(with_first, number=2, counted=[second.id, erased.id]))
    rows = {row.response_id: row.release_id for row in db.session.scalars(db.select(CountedAnswers))}
    assert rows == {first.id: made.id, second.id: later.id}


def test_partners_who_answered_or_were_taken_out_since_are_told_apart(evaluation):
    made = making.release(evaluation)
    partner = making.partner(evaluation)
    making.partner_answer(partner)
    stakeholders.remove(partner)
    db.session.commit()
    assert releases.since(made) == Since(partners=1, removed=1)
    assert releases.since(made).people == 0


def test_what_releases_say_is_read_the_newest_first(evaluation):
    making.release(making.evaluation(name="Another one"))
    made = [making.release(evaluation) for _ in range(2)]
    assert list(releases.texts(evaluation.id)) == [each.findings for each in reversed(made)]


def test_stories_told_and_taken_back_since_are_counted(evaluation):
    made = making.release(evaluation)
    stories = [making.story(evaluation, **making.EVERY_USE) for _ in range(3)]
    consents.withdraw(stories[0], "published")
    making.take_back(stories[1])
    making.story(making.evaluation(name="Another one"))
    found = releases.since(made)
    assert (found.told, found.taken_back, found.consents, found.stories) == (3, 1, 1, 5)
    assert found.people == 0


def test_a_story_that_may_be_read_no_longer_since_a_day_has_passed_is_counted(evaluation):
    told = [making.story(evaluation, **making.EVERY_USE) for _ in range(3)]
    noise = making.story(making.evaluation(name="Another one"), **making.EVERY_USE)
    made = making.release(evaluation)
    made.made_at -= timedelta(days=30)
    for story, days in zip((*told, noise), (1, 31, 0, 1), strict=True):
        for consent in story.consents:
            consent.until = now().date() - timedelta(days=days)
    db.session.commit()
    assert (releases.since(made).ended, releases.since(made).stories) == (1, 1)
    making.take_back(told[0])
    assert (releases.since(made).ended, releases.since(made).taken_back) == (0, 1)


def test_quotations_that_were_left_out_leave_a_line_of_their_own(evaluation):
    releases.keep(evaluation, replace(to_keep(evaluation, 1), left_out="Since release 0, one was taken out."))
    releases.keep(evaluation, to_keep(evaluation, 2))
    lines = db.session.scalars(db.select(TrailLine).where(TrailLine.act == "left quotations out"))
    assert [line.detail for line in lines] == ["release 1; Since release 0, one was taken out."]


def test_the_newest_release_is_of_this_evaluation(evaluation):
    making.release(making.evaluation(name="Another one"))
    assert releases.newest(evaluation) is None
    for _ in range(2):
        making.release(evaluation)
    assert releases.newest(evaluation).number == 2


def test_no_teller_takes_back_while_a_release_that_quotes_them_is_kept(evaluation):
    quoted, other = making.story(evaluation), making.story(evaluation)
    releases.hold(evaluation, [quoted.id])
    # As a teller's own link is held who takes something back.
    assert not databases.could_lock(quoted, "NO KEY UPDATE")
    assert databases.could_lock(other, "NO KEY UPDATE")
    # Everybody else may answer meanwhile, and nobody is erased.
    assert databases.could_lock(evaluation, "KEY SHARE")
    assert not databases.could_lock(evaluation, "NO KEY UPDATE")
