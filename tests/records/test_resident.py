import pytest
from sqlalchemy.exc import IntegrityError

from survey.engagement import invitations
from survey.records.base import db
from survey.records.evaluation import Area
from survey.records.resident import Invitation, Resident
from tests import making
from tests.records.worlds import count, kept, world


@pytest.fixture
def here(app):
    return world()


def another(here, **changes):
    person = here.residents[0]
    usual = {
        "evaluation_id": person.evaluation_id,
        "area_id": person.area_id,
        "level": "two",
        "code": "owl-7",
    }
    return Resident(**usual | changes)


def invitation(resident, **changes):
    hashes = {"token_hash": f"token {resident.code}", "code_hash": f"code {resident.code}"}
    return Invitation(resident_id=resident.id, seed=b"0" * 16, **hashes | changes)


def test_a_code_is_one_persons_within_an_evaluation_only(here):
    code = here.residents[0].code
    kept(another(world("Noise"), code=code))
    with pytest.raises(IntegrityError):
        kept(another(here, code=code))


@pytest.mark.parametrize(
    "changes", [{"level": "six"}, {"code": None}, {"area_id": 999}, {"evaluation_id": 999}]
)
def test_a_resident_has_a_code_a_level_and_an_area_that_exist(here, changes):
    with pytest.raises(IntegrityError):
        kept(another(here, **changes))
        db.session.commit()


def test_an_area_with_people_in_it_cannot_go(here):
    with pytest.raises(IntegrityError):
        db.session.execute(db.delete(Area).where(Area.id == here.residents[0].area_id))
        db.session.commit()


@pytest.mark.parametrize("same", ["token_hash", "code_hash"])
def test_no_two_people_hold_the_same_link_or_code(here, same):
    first, second = here.residents
    kept(invitation(first))
    with pytest.raises(IntegrityError):
        kept(invitation(second, **{same: getattr(invitation(first), same)}))


def test_no_name_or_contact_is_kept_of_a_resident():
    columns = {column.name for column in Resident.__table__.columns}
    assert columns == {
        "id",
        "evaluation_id",
        "code",
        "area_id",
        "level",
        "age_band",
        "main_reason",
        "introduction_route",
        "added_at",
    }


def test_neither_link_nor_code_can_be_read_from_the_table(app):
    (person,) = making.people(making.evaluation())
    (row,) = db.session.execute(db.select(Invitation.__table__)).mappings().all()
    from_seed = invitations.current_link(person)
    assert from_seed.token not in str(dict(row))
    assert from_seed.code not in str(dict(row))


def test_links_go_with_the_person_and_with_nobody_else(here):
    first, second = here.residents
    kept(invitation(first))
    kept(invitation(second))
    db.session.execute(db.delete(Resident).where(Resident.id == first.id))
    assert count(Invitation) == 1
