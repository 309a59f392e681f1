import pytest

from survey.engagement import redactions
from survey.engagement.redactions import Row
from survey.web.evaluator.redact_form import choices

MARY = Row("aa", "Mary", "name", "name", (), True)
LEEDS = Row("bb", "Leeds", "place", "place", (), False)


@pytest.fixture
def sent(app):
    def sent(**form):
        with app.test_request_context(method="POST", data=form):
            return choices([MARY, LEEDS])

    return sent


def test_where_nothing_was_sent_it_is_as_suggested(sent):
    made = sent()
    assert made.taken == {"aa": True, "bb": False}
    assert made.brackets == {"aa": "name", "bb": "place"}
    assert made.chosen == redactions.Chosen({"aa": "name"})
    assert [line.words for line in made.lines] == ["", "", ""]


def test_what_was_listed_and_not_ticked_stays(sent):
    assert sent(listed="aa bb", take="bb").taken == {"aa": False, "bb": True}
    # A row that was not on the page that was sent is as it is suggested.
    assert sent(listed="bb", take="bb").taken == {"aa": True, "bb": True}


def test_a_bracket_that_is_none_of_ours_is_not_taken(sent):
    made = sent(**{"bracket-aa": "<b>", "words-0": "Brian", "words-bracket-0": "person"})
    assert made.brackets["aa"] == "name"
    assert made.chosen.words == (("Brian", "name"),)


def test_words_are_tidied_and_cut_to_their_length(sent):
    made = sent(**{"words-0": "  Elm \x00 Road ", "words-7": "x" * 500})
    assert [line.words for line in made.lines if line.words] == ["Elm Road", "x" * 200]


def test_what_is_carried_leads_to_the_same_choices(sent):
    typed = {
        "listed": "aa bb",
        "take": "bb",
        "bracket-bb": "other",
        "words-4": "Brian",
        "words-bracket-4": "date",
    }
    made = sent(**typed)
    again = sent(**dict(made.carried()))
    assert again.chosen == made.chosen == redactions.Chosen({"bb": "other"}, (("Brian", "date"),))
