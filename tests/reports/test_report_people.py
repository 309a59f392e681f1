from survey.engagement import stakeholders
from survey.records.base import db
from survey.reports.report_people import who_was_asked
from survey.reports.report_register import register
from tests import valuing
from tests.reports import report_worlds, value_worlds


def world():
    made = value_worlds.world(activities="Coordinators walked alongside.", scope="Level 2, one year.")
    valuing.stakeholder(made, "Councillors", included=False, reason="They were told of it.", size=20)
    evaluation = made.evaluation
    details = stakeholders.Details("family", "Made-up families", None, why_not="Residents answered for them.")
    stakeholders.add(evaluation, details, None)
    db.session.commit()
    return made


def test_it_says_who_answered_who_did_not_and_why(app):
    made = world()
    draft = report_worlds.draft(made)
    chapter = who_was_asked(draft, register(made.evaluation))
    said = report_worlds.words(chapter)
    assert "Made-up families Residents answered for them." in said
    assert "Councillors [" in said and "left out They were told of it." in said
    lines = {line.source.what: line.source for line in draft.annex.lines}
    assert lines["Councillors: people in the group; people involved"].exact == "20; not known"
    assert lines["Adult social care: organisations listed; answered"].exact == "3; 2"


def test_without_a_register_it_says_so(app):
    draft = report_worlds.draft()
    assert "No organisation stands" in report_worlds.words(who_was_asked(draft, ()))


def test_of_an_area_it_says_whose_the_register_is(app):
    made = world()
    made.area = made.evaluation.areas[0]
    db.session.commit()
    chapter = who_was_asked(report_worlds.draft(made), register(made.evaluation, made.area))
    captions = list(report_worlds.grids(chapter))
    assert (
        f"Organisations in the register of stakeholders: those of {made.area.name}, and those of all areas"
        in captions
    )
