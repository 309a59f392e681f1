import pytest

from survey.analysis.disclosure import OwnScore, own_change
from survey.web.respondent import own_flower


def row(name, before, now, better="higher"):
    return OwnScore(name.lower(), name, before, now, 1, 5, better)


def told(app, *rows):
    with app.test_request_context():
        return own_flower.told(own_change(rows))


def test_what_got_better_and_harder_follows_the_good_end(app):
    own = told(app, row("Hope", 2, 4), row("Isolation", 4, 2, "lower"), row("Worry", 1, 3, "lower"))
    assert own.heading == "What has changed for you"
    assert own.sentences == [
        "These are better for you than before: Hope and Isolation.",
        "This is harder for you than before: Worry. It is not your fault. "
        "If you would like to talk about it, tell your coordinator.",
    ]


def test_the_picture_says_the_same_as_the_sentences(app):
    own = told(app, row("Hope", 2, 4), row("Calm", 3, 3), row("Trust", 5, 5))
    assert f">{' '.join(own.sentences)}</title>" in own.picture
    assert own.sentences[1] == "These are the same as before: Calm and Trust."


@pytest.mark.parametrize(
    ("pairs", "said"),
    [
        ([(None, 4), (None, 2), (None, None)], "This is how things are for you now."),
        ([(3, None), (None, 2), (None, None)], "You left some answers out"),
        ([(3, None), (None, None), (2, None)], "You chose not to answer"),
        ([(None, None)] * 3, "You chose not to answer"),
    ],
)
def test_without_a_pair_nothing_is_said_of_change(app, pairs, said):
    own = told(app, *(row(name, *pair) for name, pair in zip("ABC", pairs, strict=True)))
    assert len(own.sentences) == 1 and own.sentences[0].startswith(said)


def test_a_pair_that_is_not_whole_is_left_out_of_the_sentences(app):
    own = told(app, row("Hope", 2, 4), row("Calm", None, 3), row("Trust", 5, None))
    assert own.sentences == ["This is better for you than before: Hope."]
    assert "Calm" in own.picture and "Trust" in own.picture


@pytest.mark.parametrize(("count", "drawn"), [(0, False), (1, True), (16, True), (17, False)])
def test_a_flower_needs_enough_petals_and_not_too_many(app, count, drawn):
    own = told(app, *(row(f"Outcome {n}", 2, 4) for n in range(count)))
    assert bool(own.picture) is drawn
    assert own.sentences


def test_no_answers_make_no_flower(app):
    assert told(app, *(row(name, None, None) for name in "ABCD")).picture == ""


def test_markup_in_an_outcome_stays_text(app):
    own = told(app, row("<b>Hope</b>", 2, 4), row("B", 1, 1), row("C", 1, 1))
    assert "<b>" not in own.picture
