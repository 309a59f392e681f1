from survey.analysis import disclosure
from survey.reports.report_annex import Annex
from survey.reports.report_shares import disagreements, shares_source, with_shares
from tests.reports import report_worlds
from tests.reports.test_impact import enter


def due(draft):
    return [draft.findings.impact.change, draft.findings.impact.counted]


def test_the_share_of_the_change_stands_beside_the_net_change(app):
    [change, _] = due(report_worlds.draft())
    made = with_shares(change)
    headings = [column.heading for column in made.columns]
    place = headings.index("Due to the programme")
    assert headings[place + 1] == "Share of the change" and made.columns[place + 1].unit == "per cent"
    assert made.kind == disclosure.INTERNAL and made.notes == change.notes
    # Control rose by 100 per cent; 0.4 x 0.375 x 1 of it is due.
    [control] = [row for row in made.rows if row.key == "control"]
    assert (control.cells["net"], control.cells["share"]) == (15, 15)


def test_the_first_sentence_leads_to_the_share_of_every_outcome(app):
    source = shares_source(due(report_worlds.draft()))
    # Of GP visits nobody knows the share.
    assert source.exact == "Feeling in control: 15" and "Share of each change" in source.what


def test_what_is_counted_in_another_filter_is_taken_off_once(app):
    draft = report_worlds.draft()
    enter(draft.value.record.evaluation, name="attribution_to_others", per_cent=80, covers_deadweight=True)
    assert shares_source(due(report_worlds.draft(draft.value.record))).exact == "Feeling in control: 20"


def test_where_nothing_is_known_it_says_so(app):
    assert shares_source([]).exact == "no figure"


def test_each_disagreement_has_a_line_with_both_medians(app):
    annex = Annex()
    told = list(disagreements(report_worlds.draft().findings.impact, annex))
    assert [name for name, _ in told] == ["Feeling in control"]
    assert "residents say 25 per cent and partners 60 per cent" in told[0][1].striptags()
    [line] = annex.lines
    assert line.source.exact == "25; 60" and line.source.n == "3 people; 2 organisations"
    assert line.path == "Impact > Feeling in control > Deadweight"
