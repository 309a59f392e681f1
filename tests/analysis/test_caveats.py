import pytest

from survey.analysis.caveats import caveats

PLAIN = [(2, 3)] * 10 + [(3, 4)] * 10
SUBJECTS = (
    "No comparison",
    "Recalled",
    "Estimated",
    "Small numbers",
    "Many stayed silent",
    "Little room to improve",
    "Top of the scale",
    "Little room to get worse",
    "Bottom of the scale",
    "Many tests",
)


def subjects(found):
    return [next(subject for subject in SUBJECTS if text.startswith(subject)) for text in found]


def test_before_and_now_alone_has_no_comparison(change_of):
    assert subjects(caveats({"Hope": change_of(PLAIN)}, "asked")) == ["No comparison"]
    assert caveats({"Hope": change_of(PLAIN)}, "asked", has_comparison=True) == ()


@pytest.mark.parametrize(("before", "subject"), [("recalled", "Recalled"), ("estimated", "Estimated")])
def test_the_kind_of_before_is_said(change_of, before, subject):
    assert subjects(caveats({"Hope": change_of(PLAIN)}, before)) == ["No comparison", subject]


def test_an_unknown_kind_of_before_is_refused():
    with pytest.raises(KeyError):
        caveats({}, "guessed")


@pytest.mark.parametrize(
    ("pairs", "better", "subject"),
    [
        (PLAIN[:9], "higher", "Small numbers"),
        ([], "higher", "Small numbers"),
        (PLAIN + [(2, None)] * 6, "higher", "Many stayed silent"),
        (PLAIN + [(5, 4)] * 6, "higher", "Little room to improve"),
        (PLAIN + [(1, 2)] * 6, "lower", "Little room to improve"),
        (PLAIN + [(2, 5)] * 6, "higher", "Top of the scale"),
        (PLAIN + [(2, 1)] * 6, "lower", "Top of the scale"),
        (PLAIN + [(1, 2)] * 6, "higher", "Little room to get worse"),
        (PLAIN + [(2, 5)] * 6, "lower", "Bottom of the scale"),
    ],
)
def test_a_caveat_is_printed_where_it_applies(change_of, pairs, better, subject):
    found = caveats({"Hope": change_of(pairs, better=better)}, "asked", has_comparison=True)
    assert subjects(found) == [subject]
    assert "for Hope." in found[0]


def test_silence_of_a_fifth_is_still_borne(change_of):
    assert caveats({"Hope": change_of(PLAIN + [(2, None)] * 5)}, "asked", has_comparison=True) == ()


def test_only_the_outcomes_concerned_are_named(change_of):
    few, many = change_of(PLAIN[:3]), change_of(PLAIN)
    found = caveats({"Hope": few, "Control": many, "Home": few, "Money": few}, "asked")
    assert "for Hope, Home and Money." in found[1]
    assert "Control" not in " ".join(found)


def test_many_tests_are_counted(change_of):
    moved, still = change_of(PLAIN), change_of([(3, 3)] * 12)
    assert "Many tests: two outcomes" in caveats({"a": moved, "b": moved, "c": still}, "asked")[-1]
    assert subjects(caveats({"a": moved, "c": still}, "asked")) == ["No comparison"]


def test_a_caveat_on_every_outcome_lists_none(change_of):
    small = change_of([(2, 3)] * 3)
    three = caveats({"Hope": small, "Home": small, "Money": small}, "asked")
    assert any("gave both scores for every outcome" in text for text in three)
    two = caveats({"Hope": small, "Home": small}, "asked")
    assert any("for Hope and Home" in text for text in two)


def test_an_end_is_never_cleared_where_answers_are_hidden(change_of):
    full, plain = change_of(PLAIN + [(2, 5)] * 6), change_of(PLAIN)
    shown = {"Hope": full, "Home": plain, "Money": plain, "Control": plain}
    top, rest = caveats(shown, "asked", True, hidden={"after": ["Home", "Money", "Control"]})[:2]
    assert top == (
        "Top of the scale: more than 15 per cent of people are now at the best answer, at least for Hope; "
        "for the others the answers are hidden, so it cannot be said. The scale cannot show any further "
        "improvement."
    )
    assert rest == (
        "Hidden answers: it cannot be said of Home, Money and Control whether many are now at the worst "
        "answer."
    )
    top, _ = caveats(shown, "asked", True, hidden={"after": ["Money"]})[:2]
    assert "at least for Hope; for Money the answers are hidden" in top


def test_what_is_hidden_of_every_outcome_is_said_of_any(change_of):
    names = ["Hope", "Home", "Money", "Control"]
    shown = {"Hope": change_of(PLAIN)}
    assert caveats(shown, "asked", True, hidden={"before": names, "after": names}) == (
        "Hidden answers: it cannot be said of any outcome whether many started at the best answer, are now "
        "at the best answer, started at the worst answer or are now at the worst answer.",
    )
    more = {each: change_of(PLAIN) for each in (*names, "Health")}
    assert caveats(more, "asked", True, hidden={"before": names})[0].startswith(
        "Hidden answers: it cannot be said of four outcomes whether many started at the best answer or "
    )


def test_caveats_on_few_and_on_all_are_not_mixed_up_by_what_is_hidden(change_of):
    full = change_of(PLAIN + [(2, 5)] * 6)
    shown = {"Hope": full, "Home": full, "Money": full}
    assert "at the best answer, for every outcome." in caveats(shown, "asked", True)[0]
    hidden = caveats(shown, "asked", True, hidden={"after": ["Control"]})[0]
    assert "at least for Hope, Home and Money; for the others the answers are hidden" in hidden
