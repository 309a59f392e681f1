import pytest

from survey.engagement import themes
from survey.engagement.votes import Count
from survey.records.base import db
from survey.web.evaluator.session_forms import HandsForm, NoteForm, StatementForm
from tests import making


@pytest.fixture
def evaluation(app):
    app.config["WTF_CSRF_ENABLED"] = False
    themes.add(making.evaluation(making.user("noise@example.org")), "Theirs", "")
    made = making.evaluation()
    themes.add(made, "Hope", "")
    db.session.commit()
    return made


@pytest.mark.parametrize(
    ("typed", "counted"),
    [
        ({}, None),
        ({"agree": "", "not_sure": " ", "disagree": ""}, None),
        ({"agree": "0"}, Count()),
        ({"agree": "2", "disagree": "1"}, Count(2, 0, 1)),
    ],
)
def test_an_empty_box_among_others_is_nobody_and_three_are_no_show_of_hands(app, evaluation, typed, counted):
    with app.test_request_context(method="POST", data=typed):
        form = HandsForm()
        assert form.validate() and form.counted() == counted


def test_only_themes_of_this_evaluation_are_offered(app, evaluation):
    with app.test_request_context():
        form = NoteForm(evaluation)
        assert [name for _, name in form.theme.choices] == ["No theme", "Hope"]
        assert form.chosen is None


def test_only_outcomes_that_residents_are_asked_about_are_offered(app, evaluation):
    with app.test_request_context(method="POST", data={"statement": "x", "outcome": "fewer_gp_visits"}):
        form = StatementForm(evaluation)
        assert not form.validate() and form.outcome.errors
        assert "hope" in dict(form.outcome.choices)
