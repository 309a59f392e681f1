import pytest

from survey.analysis.disclosure import SafeTable
from survey.analysis.impact import figure
from survey.analysis.said import Said
from survey.records.frames import Group
from survey.records.impact_frames import partners_said
from survey.reports import asked, voices
from survey.reports import impact_evidence as evidence
from tests import making
from tests.reports.impact_worlds import about, world


def column(table, key):
    assert isinstance(table, SafeTable) and table.kind == "internal"
    return {row.heading: row.cells[key] for row in table.rows}


@pytest.fixture
def heard(app):
    """What partners said of an outcome, and what they were asked."""
    evaluation = world()
    making.partner_answer(
        making.partner(evaluation, "nhs", "Made-up surgery 3"), **about("fewer_gp_visits", "same")
    )
    unsure = making.partner(evaluation, "nhs", "Made-up surgery 4")
    making.partner_answer(unsure, **about("fewer_gp_visits", "does_not_apply"))
    told = voices.partner_answers(partners_said(evaluation, Group()))

    def of(outcome):
        return [each for each in told if each.outcome == outcome], asked.of_partners(evaluation)

    return of


def test_how_many_of_each_voice_gave_each_point_and_how_many_gave_none():
    one = figure("deadweight", Said((0.0, 50.0, 50.0), unknown=2, skipped=1), Said((43.0,)))
    table = evidence.points(one)
    assert column(table, "residents") == {
        "0 per cent": 1, "25 per cent": 0, "43 per cent": 0, "50 per cent": 2, "75 per cent": 0,
        "100 per cent": 0, "Does not know": 2, "Left it out, or prefers not to say": 1,
    }  # fmt: skip
    assert column(table, "partners")["43 per cent"] == 1


def test_residents_have_no_column_where_they_were_not_asked():
    table = evidence.points(figure("displacement", Said(), Said((25.0,))))
    assert [each.key for each in table.columns] == ["partners"]


def test_contributors_are_averaged_over_organisations(heard):
    table = evidence.contributors(*heard("control"))
    assert column(table, "mean") == {
        "The coordinator": 50, "Your organisation": 10, "Other services": 10, "Family and friends": 10,
        "The people themselves": 20, "Something else": 0,
    }  # fmt: skip
    assert set(column(table, "organisations").values()) == {2}
    assert evidence.contributors(*heard("fewer_gp_visits")) is None


def test_what_partners_saw_and_those_whom_it_does_not_concern(heard):
    assert column(evidence.seen(*heard("fewer_gp_visits")), "organisations") == {
        "No, there were more": 1, "No difference": 1, "More at first, then fewer": 0,
        "Yes, there were fewer such visits": 1, "This does not concern us": 1,
        # The two social care teams were not asked; of the NHS nobody kept silent.
    }  # fmt: skip
    assert evidence.seen([], {}) is None


def test_how_long_it_lasts_with_those_who_did_not_say(heard):
    lasts = column(evidence.lasting(*heard("control")), "organisations")
    assert lasts["About one year"] == 1 and lasts["Not said"] == 1 and sum(lasts.values()) == 2


def test_kinds_of_benefit_are_counted_apart(heard):
    table = evidence.benefits(heard("fewer_gp_visits")[0])
    assert column(table, "amount") == {
        "Avoided: a cost that did not come up": 100.0,
        "Social: something for people themselves": -20.0,
    }
    assert "never added up" in table.notes[0]
    assert evidence.benefits(heard("control")[0]) is None
