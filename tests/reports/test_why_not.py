from datetime import date, timedelta

import pytest

from survey.access import telling
from survey.access.telling import (
    ENDED,
    NEVER_GIVEN,
    NO_NAME,
    NOT_AN_OUTLET,
    NOT_REDACTED,
    RELEASE,
    REPORT,
    TAKEN_BACK,
    UNNAMED,
    WHOLE,
    WITHDRAWN,
    Consent,
    Decision,
)
from survey.questionnaires.story_ids import PUBLISHED, PURPOSES, QUOTED_NAMED
from survey.reports.why_not import REASONS, SENTENCES, USES, why_not

TODAY = date(2026, 11, 22)


def test_what_may_be_told_has_no_reason_why_not():
    assert why_not(Decision(True)) == ""


@pytest.mark.parametrize(
    ("decision", "said"),
    [
        (Decision(False, TAKEN_BACK), "The story was taken back."),
        (Decision(False, NOT_REDACTED), "Its words are not confirmed without names and places."),
        (Decision(False, NOT_AN_OUTLET), "A story is never told here in this form."),
        (Decision(False, NEVER_GIVEN, QUOTED_NAMED), "Its teller did not agree to being quoted with a name."),
        (Decision(False, WITHDRAWN, PUBLISHED), "Consent to being published was taken back."),
        (Decision(False, ENDED, PUBLISHED), "Consent to being published has ended."),
        (Decision(False, NO_NAME, QUOTED_NAMED), "Its teller gave no name to be quoted with."),
    ],
)
def test_each_reason_is_a_plain_sentence(decision, said):
    assert why_not(decision) == said


def test_every_reason_and_every_use_has_words():
    reasons = {value for name, value in vars(telling).items() if name in WHY}
    assert len(reasons) == len(WHY) and reasons == SENTENCES.keys() == REASONS.keys()
    assert USES.keys() == set(PURPOSES)


WHY = ("TAKEN_BACK", "NOT_REDACTED", "NOT_AN_OUTLET", "NEVER_GIVEN", "WITHDRAWN", "ENDED", "NO_NAME")


def test_what_is_decided_can_be_said():
    given = [Consent(purpose, TODAY - timedelta(days=1)) for purpose in PURPOSES]
    decided = telling.decide(given, REPORT, UNNAMED, TODAY, is_redacted=True)
    assert why_not(decided) == "Consent to the team reading it to learn has ended."
    assert why_not(telling.decide(given, RELEASE, WHOLE, TODAY, is_redacted=True)).startswith("A story is")
