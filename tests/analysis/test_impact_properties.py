"""Whatever is said: order does not matter, results stay within bounds, what is not known is never nought."""

from itertools import permutations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from survey.analysis.impact import ATTRIBUTION, DEADWEIGHT, FILTERS, OF_NET, figure, figures, net_change
from survey.analysis.said import Entered, Said, attribution_from_shares
from survey.questionnaires.impact_ids import CONTRIBUTORS

PER_CENT = st.one_of(st.sampled_from([0, 25, 50, 75, 100]), st.floats(0, 100))
GROSS = st.floats(-1e6, 1e6)
SAID = st.builds(
    Said, st.lists(PER_CENT, max_size=7).map(tuple), unknown=st.integers(0, 3), skipped=st.integers(0, 3)
)
ENTERED = st.one_of(
    st.none(), st.builds(Entered, PER_CENT, st.sampled_from(["records", "analyst"]), st.just("x"))
)


def of(per_cents):
    return {
        each: figure(each, Said() if value is None else Said((value,)), Said())
        for each, value in zip(OF_NET, per_cents, strict=True)
    }


@given(GROSS, st.tuples(PER_CENT, PER_CENT, PER_CENT))
def test_the_order_of_filters_does_not_matter(gross, per_cents):
    assert len({net_change(gross, of(order)) for order in permutations(per_cents)}) == 1
    found = of(per_cents)
    turned = dict(reversed(found.items()))
    assert net_change(gross, turned) == net_change(gross, found)


@given(GROSS, st.tuples(PER_CENT, PER_CENT, PER_CENT))
def test_the_net_lies_between_nought_and_the_gross(gross, per_cents):
    net = net_change(gross, of(per_cents))
    assert min(0, gross) <= net <= max(0, gross)
    assert net == pytest.approx(
        gross * (1 - per_cents[0] / 100) * (1 - per_cents[1] / 100) * (1 - per_cents[2] / 100)
    )


@given(GROSS, st.tuples(PER_CENT, PER_CENT, PER_CENT), st.integers(0, 2))
def test_deducting_more_never_leaves_more(gross, per_cents, place):
    more = tuple(min(100, value + 10) if each == place else value for each, value in enumerate(per_cents))
    assert abs(net_change(gross, of(more))) <= abs(net_change(gross, of(per_cents)))


@given(GROSS, st.tuples(PER_CENT, PER_CENT, PER_CENT), st.integers(0, 2))
def test_a_figure_that_is_not_known_is_not_nought(gross, per_cents, place):
    unknown = [None if each == place else value for each, value in enumerate(per_cents)]
    assert net_change(gross, of(unknown)) is None
    nought = [0 if each == place else value for each, value in enumerate(per_cents)]
    assert net_change(gross, of(nought)) is not None


@given(st.sampled_from(FILTERS), SAID, SAID, ENTERED)
def test_a_figure_is_used_exactly_where_something_is_known(filter_, residents, partners, entered):
    found = figure(filter_, residents, partners, entered)
    is_known = bool(residents.values or partners.values or entered)
    assert [found.used is None, found.basis is None, found.grade is None] == [not is_known] * 3
    assert found.used is None or 0 <= found.used <= 100
    if entered is None and is_known:
        assert found.used == max(voice.median for voice in (residents, partners) if voice.values)


@given(st.sampled_from(FILTERS), SAID, SAID, st.integers(1, 5))
def test_more_people_who_do_not_know_change_no_figure(filter_, residents, partners, more):
    unsure = Said(residents.values, residents.unknown + more, residents.skipped + more)
    one, two = figure(filter_, residents, partners), figure(filter_, unsure, partners)
    assert (one.used, one.basis, one.grade, one.agreement) == (two.used, two.basis, two.grade, two.agreement)


@given(st.sampled_from(FILTERS), SAID, SAID)
def test_control_an_unknown_answer_kept_as_nought_would_be_seen(filter_, residents, partners):
    assume(min((*residents.values, *partners.values), default=0) > 0)
    wrong = Said(
        (*residents.values, *[0] * (len(residents.values) + 1)), residents.unknown, residents.skipped
    )
    assert (
        wrong.median == 0 and figure(filter_, wrong, Said()).used != figure(filter_, residents, Said()).used
    )


@given(PER_CENT, SAID, GROSS, PER_CENT)
def test_a_blended_answer_is_deducted_once_whatever_was_said_of_deadweight(
    responsible, said, gross, displaced
):
    entered = {
        ATTRIBUTION: Entered(100 - responsible, "analyst", "One question.", covers_deadweight=True),
        "displacement": Entered(displaced, "analyst", "x"),
    }
    with_said, without = (
        net_change(gross, figures({DEADWEIGHT: {"residents": each, "partners": each}}, entered))
        for each in (said, Said())
    )
    assert with_said == without == pytest.approx(gross * responsible / 100 * (1 - displaced / 100))


@given(st.lists(st.integers(0, 100), min_size=5, max_size=5))
def test_what_is_due_to_others_and_the_coordinators_share_make_the_whole(cuts):
    edges = [0, *sorted(cuts), 100]
    shares = {each: edges[place + 1] - edges[place] for place, each in enumerate(CONTRIBUTORS)}
    assert attribution_from_shares(shares) + shares["coordinator"] == 100
