from survey.reports.report_headline import headline, ratio_source
from tests import valuing
from tests.reports import impact_worlds, report_worlds


def test_the_headline_says_ratio_range_rate_and_years_and_never_up_to(app):
    draft = report_worlds.draft()
    said = report_worlds.words(headline(draft))
    assert draft.value.headline in said and draft.value.sentence in said
    assert "up to" not in said and "an evaluation of what has happened" in said
    assert "seldom be taken out of a budget" in said


def test_the_ratio_of_the_annex_is_the_unrounded_one(app):
    draft = report_worlds.draft()
    found = draft.value.results
    assert ratio_source(found).exact.startswith(str(found.worth.sroi_ratio)[:10])


def test_without_a_ratio_it_says_what_is_missing(app):
    made = valuing.value_map(impact_worlds.world(), inputs=None)
    said = report_worlds.words(headline(report_worlds.draft(made)))
    assert "There is no ratio yet" in said and "Say what was put in" in said
