"""What can be worked out from tables of stories that leave, by whoever sees the shown figures exact."""

from dataclasses import replace
from itertools import combinations, product

from hypothesis import given, settings
from hypothesis import strategies as st

from survey.analysis import stories
from survey.analysis.disclosure import release
from survey.analysis.tables import HIDDEN
from tests.analysis.story_rows import CORNERS, frame, themes, votes

THRESHOLD = 10
WAYS = ("worse", "same", "up_and_down", "better", "not_said")


def directions(counts, others):
    """One outcome, with so many stories for each way, among `others` that are not about it."""
    rows, story = [], 0
    for way, count in zip(WAYS, counts, strict=True):
        for _ in range(count):
            story += 1
            rows.append((story, "story_about", "hope"))
            if way != "not_said":
                rows.append((story, "hope_direction", way))
    return stories.directions_table(frame(*rows), {"hope": "Hope"}, story + others)


def shown(table):
    """By row, the columns that a release shows."""
    safe = release(table, THRESHOLD)
    return {row.key: {key for key, value in row.cells.items() if value is not HIDDEN} for row in safe.rows}


def gives_away(known, counts):
    """Whether sums and differences of what is known tell a group of fewer people than the threshold.

    `known` holds groups, each as the set of places in `counts` that it is made of.
    """
    places = range(len(counts))
    groups = [[int(place in group) for place in places] for group in known]
    for signs in product((-1, 0, 1), repeat=len(groups)):
        sums = [sum(s * g[place] for s, g in zip(signs, groups, strict=True)) for place in places]
        is_a_group = any(sums) and set(sums) <= {0, 1}
        if is_a_group and sum(n for n, there in zip(counts, sums, strict=True) if there) < THRESHOLD:
            return True
    return False


def bare(table):
    """The control: each figure stands on itself alone, and nothing is made to add up."""
    rows = tuple(
        replace(row, bases={column.key: (row.cells.get(column.key) or 0,) for column in table.columns})
        for row in table.rows
    )
    return replace(table, rows=rows, adds_up=False)


def directions_give_away(counts, others, spoil=lambda table: table):
    """Known besides what is shown: how many stories there are in all."""
    columns = shown(spoil(directions(counts, others)))["hope"]
    groups = {"n": set(range(5)), **{way: {place} for place, way in enumerate(WAYS)}}
    if sum(counts) + others < THRESHOLD:
        return bool(columns)
    known = [set(range(6)), *(groups[each] for each in columns)]
    return gives_away(known, [*counts, others])


FEW = st.integers(0, 25)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from((0, 3, 9, 10, 11, 20)), min_size=5, max_size=5), st.sampled_from((0, 4, 10, 30))
)
def test_no_direction_that_few_told_of_can_be_worked_out(counts, others):
    assert not directions_give_away(counts, others)


def test_directions_can_be_shown_where_none_is_small():
    assert shown(directions((10, 12, 15, 40, 11), 20))["hope"] == {"n", *WAYS}
    assert shown(directions((9, 12, 15, 40, 11), 20))["hope"] == {"n"}
    # The parts make up those about it, and so would tell of the few who are not.
    assert shown(directions((10, 12, 15, 40, 11), 9))["hope"] == set()


def test_control_figures_that_stand_on_themselves_alone_give_the_rest_away():
    assert directions_give_away((10, 10, 10, 10, 3), 20, spoil=bare)
    assert directions_give_away((10, 10, 10, 10, 10), 3, spoil=bare)


def triad(counts):
    story, rows = 0, []
    for choice, count in zip((*CORNERS, "does_not_apply", None), counts, strict=True):
        for _ in range(count):
            story += 1
            if choice:
                rows.append((story, "triad_who", choice))
    return stories.triad_table(frame(*rows), "triad_who", "Who", CORNERS, story)


def triad_gives_away(counts, spoil=lambda table: table):
    rows = shown(spoil(triad(counts)))
    known = [{place} for place, columns in enumerate(rows.values()) if columns]
    return gives_away([set(range(5)), *known], list(counts)) if sum(counts) >= THRESHOLD else bool(known)


@settings(max_examples=60, deadline=None)
@given(st.lists(FEW, min_size=5, max_size=5))
def test_no_corner_that_few_chose_can_be_worked_out(counts):
    assert not triad_gives_away(counts)


def test_control_a_triad_that_does_not_add_up_gives_the_rest_away():
    assert triad_gives_away((20, 20, 20, 20, 3), spoil=lambda table: replace(table, adds_up=False))


def vote_gives_away(counts, spoil=lambda table: table):
    table = stories.votes_table(votes((1, "Library", 11, "Buses matter", "", *counts)))
    [columns] = shown(spoil(table)).values()
    groups = {"n": {0, 1, 2}, "agree": {0}, "not_sure": {1}, "disagree": {2}}
    # The share times all who voted is those who agree.
    groups["share"] = groups["agree"]
    return gives_away([groups[each] for each in columns], list(counts))


@settings(max_examples=60, deadline=None)
@given(st.tuples(FEW, FEW, FEW))
def test_no_vote_that_few_gave_can_be_worked_out(counts):
    assert not vote_gives_away(counts)


def test_control_votes_that_stand_on_themselves_alone_give_the_rest_away():
    assert vote_gives_away((12, 12, 2), spoil=bare)


def overlaps(first, second, n):
    """In how many stories both can be, by whoever knows how many are in each, and in all."""
    return range(max(0, first + second - n), min(first, second) + 1)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 40), min_size=3, max_size=3), st.integers(0, 12))
def test_how_far_themes_overlap_stays_open(counts, without):
    n = max(counts) + without
    rows = [(story, theme) for theme, count in enumerate(counts) for story in range(count)]
    table = stories.themes_table(themes(*rows), {0: "A", 1: "B", 2: "C"}, n)
    known = [int(key) for key, columns in shown(table).items() if columns]
    for first, second in combinations(known, 2):
        assert len(overlaps(counts[first], counts[second], n)) > THRESHOLD


def test_control_themes_that_stand_on_themselves_alone_tell_their_overlap():
    rows = [(story, theme) for theme, count in ((0, 38), (1, 38)) for story in range(count)]
    table = bare(stories.themes_table(themes(*rows), {0: "A", 1: "B"}, 40))
    assert shown(table) == {"0": {"n"}, "1": {"n"}}
    assert len(overlaps(38, 38, 40)) <= THRESHOLD


def test_what_leaves_is_rounded_and_holds_no_exact_number_in_words():
    safe = release(directions((13, 12, 17, 41, 11), 22), THRESHOLD)
    assert dict(safe.rows[0].cells) == {
        "n": 95,
        "worse": 15,
        "same": 10,
        "up_and_down": 15,
        "better": 40,
        "not_said": 10,
    }
    assert not any(
        character.isdigit() for note in (safe.table.caption, *stories.SEVERAL) for character in note
    )
    assert safe.table.team_notes == ()


def test_how_many_stories_there_are_is_hidden_where_they_are_few():
    assert shown(stories.count_table(THRESHOLD - 1)) == {"n": set()}
    assert shown(stories.count_table(THRESHOLD)) == {"n": {"n"}}
