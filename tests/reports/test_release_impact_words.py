import re

import pytest

from survey.analysis.bands import BANDS
from survey.analysis.impact import ATTRIBUTION, DEADWEIGHT, DISPLACEMENT
from survey.analysis.said import Entered
from survey.analysis.tables import is_shown
from survey.reports.release_impact_words import between, headline
from tests.reports.release_impact_worlds import OF_NET, changed, people, released, spoken

NHS = [[("nhs", 50)] * 3]
MANY = [[("nhs", 50)] * 5]
EVERY = dict.fromkeys(OF_NET, NHS)


def sentence(said, **more):
    return released(said, **more).impact.outcomes[0].sentence


def test_the_sentence_says_the_share_why_and_how_well_it_is_founded():
    assert sentence(spoken({DEADWEIGHT: people(75, 10)}, EVERY)) == (
        "Hope for the future: between 0 and 15 per cent of the change is due to the programme, which is "
        "between 0 and 6 per cent of its starting level. More than two thirds would have happened "
        "anyway (residents say so: about 10 counted); about half of what is left came from others (partners "
        "alone, 3 counted: too few residents can be counted); about half was pushed aside and lost elsewhere "
        "(partners say so: 3 counted). Evidence: B."
    )


def test_voices_that_say_the_same_are_named_together():
    said = spoken({DEADWEIGHT: people(50, 10)}, EVERY)
    assert (
        "About half would have happened anyway (residents and partners say so: about 10 and 3 counted)"
        in sentence(said)
    )
    assert released(said).impact.outcomes[0].disagreements == ()


def test_where_the_voices_differ_both_are_told():
    high = {**EVERY, DEADWEIGHT: [[("nhs", 70)] * 3]}
    [found] = released(spoken({DEADWEIGHT: people(0, 10)}, high)).impact.outcomes
    assert found.disagreements == (
        "Deadweight: residents say up to a third and partners more than two thirds. Partners claim less "
        "for the programme.",
    )
    # 33 and 34 per cent lie in bands side by side, and hardly disagree.
    [found] = released(spoken({DEADWEIGHT: people(0, 10)}, EVERY)).impact.outcomes
    assert found.disagreements == ()


def test_a_fall_is_told_in_its_size_and_as_a_fall():
    assert "which is a fall of between 1 and 12 per cent of its starting level" in sentence(
        spoken(partners=EVERY), change=changed(-40.0)
    )


def test_of_no_change_nothing_is_due_to_anybody():
    still = released(spoken(partners=EVERY), change=changed(0.0)).impact
    assert still.outcomes[0].sentence == (
        "Hope for the future: it hardly changed on average, so there is nothing that could be due to the "
        "programme."
    )
    assert still.headline == "Nothing of which this can be said has changed on average"
    moved = {"gross": 5.0, "share_from": 4, "share_to": 30}
    said = headline([("hope", moved), ("home", {"gross": 0.0, "share_from": 60, "share_to": 90})], [], 0)
    assert said[0] == "Hope: between 4 and 30 per cent of the change is due to the programme"


def test_entered_figures_say_their_basis_and_make_a_span_a_point():
    entered = {
        "hope": {
            DEADWEIGHT: Entered(20, "records", "Register."),
            ATTRIBUTION: Entered(50, "analyst", "Judged."),
            DISPLACEMENT: Entered(0, "analyst", "None seen."),
        }
    }
    assert sentence(spoken(entered=entered)) == (
        "Hope for the future: 40 per cent of the change is due to the programme, which is 16 per cent of its "
        "starting level. 20 per cent would have happened anyway (from records); 50 per cent of what is left "
        "came from others (the analyst’s own); 0 per cent was pushed aside and lost elsewhere (the analyst’s "
        "own). Evidence: D."
    )


def test_one_figure_for_both_is_said_to_be_of_both():
    entered = {"hope": {ATTRIBUTION: Entered(50, "analyst", "One question.", covers_deadweight=True)}}
    said = sentence(spoken(partners=EVERY, entered=entered))
    assert "50 per cent would have happened anyway or came from others (the analyst’s own)" in said
    assert "of what is left" not in said


def test_evidence_is_best_where_both_voices_are_enough():
    both = {name: people(50, 10) for name in (DEADWEIGHT, ATTRIBUTION)}
    blank = Entered(0, "records", "Register.")
    of_both = spoken(both, dict.fromkeys(OF_NET, MANY))
    assert sentence(of_both).endswith("Evidence: B."), "residents are not asked about displacement"
    entered = spoken(both, dict.fromkeys(OF_NET, MANY), {"hope": {DISPLACEMENT: blank}})
    assert sentence(entered).endswith("Evidence: C.")


def test_what_is_hidden_is_named_and_nothing_more():
    assert sentence(spoken(partners={DEADWEIGHT: NHS})) == (
        "Hope for the future: what is due to the programme is hidden. Too few have said: of what is left, "
        "what came from others than the coordinator; what was pushed aside and lost elsewhere."
    )


def test_the_headline_spans_all_outcomes_and_says_of_how_many():
    known, hidden = (
        ("hope", {"share_from": 4, "share_to": 30}),
        ("home", {"share_from": None, "share_to": None}),
    )
    more = ("health", {"share_from": 8, "share_to": 44})
    assert headline([known, hidden, more], [], 0) == (
        "Outcome by outcome, the part due to the programme is between 4 per cent at the least (Hope) and "
        "44 per cent at the most (Health)",
        "There is no figure for all of it together. This can be said for two of three outcomes.",
    )
    assert headline([known, hidden], [], 0)[1] == "This can be said for one of two outcomes."
    assert headline([hidden], [], 0)[0] == "How much of the change is due to the programme is hidden"


def test_the_headline_tells_apart_what_residents_score_and_what_partners_count():
    known, hidden = (
        ("hope", {"share_from": 4, "share_to": 30}),
        ("home", {"share_from": None, "share_to": None}),
    )
    assert headline([known, hidden], [known], 12)[1] == (
        "There is no figure for all of it together. This can be said for one of two outcomes that "
        "residents score, and for one of 12 that partners count."
    )
    assert headline([hidden], [known], 1)[1] == (
        "This can be said for none of one outcome that residents score, "
        "and for one of one that partners count."
    )


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (4, 30, "between 4 and 30 per cent"),
        (-12, -1, "between 1 and 12 per cent"),
        (0, 0, "0 per cent"),
        (16, 16.2, "16 per cent"),
    ],
)
def test_a_span_begins_with_the_smaller_size(low, high, words):
    assert between(low, high) == words


def test_sentences_say_no_number_that_no_table_shows():
    for band in (0, 50, 75):
        impact = released(spoken({DEADWEIGHT: people(band, 14)}, EVERY)).impact
        cells = [c for table in impact.tables for row in table.rows for c in row.cells.values()]
        known = {str(int(abs(cell))) for cell in cells if is_shown(cell) and cell not in BANDS}
        said = [each.sentence for each in impact.outcomes] + [impact.headline]
        assert set(re.findall(r"\d+", " ".join(said))) <= known
