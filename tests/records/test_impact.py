import pytest
from sqlalchemy.exc import IntegrityError

from survey.records.base import db
from survey.records.impact import CaseRecord, ImpactFigure
from survey.records.stakeholder import Stakeholder
from tests.records.worlds import count, kept, world


@pytest.fixture
def here(app):
    return world()


def figure(here, **known):
    usual = {"outcome": "hope", "filter": "deadweight", "per_cent": 25, "basis": "analyst", "reason": "why"}
    return kept(ImpactFigure(evaluation_id=here.evaluation.id, **usual | known))


def test_figures_are_whole_parts_of_a_hundred_with_a_basis_and_a_reason(here):
    assert figure(here).withdrawn_at is None
    assert figure(here, filter="attribution_to_others", covers_deadweight=True).id


@pytest.mark.parametrize(
    "wrong",
    [
        {"per_cent": -1},
        {"per_cent": 101},
        {"filter": "luck"},
        {"basis": "residents"},
        {"reason": ""},
        {"covers_deadweight": True},
    ],
)
def test_nothing_else_is_kept(here, wrong):
    with pytest.raises(IntegrityError):
        figure(here, **wrong)


def test_a_partner_tells_one_case_which_goes_with_it(here):
    partner = kept(Stakeholder(evaluation_id=here.evaluation.id, kind="nhs", organisation="A"))
    case = {"evaluation_id": here.evaluation.id, "traditional_response": "a", "happened_instead": "b"}
    kept(CaseRecord(stakeholder_id=partner.id, **case))
    kept(CaseRecord(**case))
    kept(CaseRecord(**case))
    db.session.commit()
    with pytest.raises(IntegrityError):
        kept(CaseRecord(stakeholder_id=partner.id, **case))
    db.session.rollback()
    db.session.execute(db.delete(Stakeholder))
    assert count(CaseRecord) == 2
