import pytest

from survey.engagement import invitations, pasting, residents
from survey.engagement.sheets import NotAllGood
from survey.records.base import db
from survey.records.resident import Invitation, Resident
from tests import making


@pytest.fixture
def evaluation(app):
    made = making.evaluation()
    making.people(making.evaluation(name="Another"), code="taken-elsewhere", linked=False)
    return made


@pytest.fixture
def quick(monkeypatch):
    """Codes without the slow hash, for long lists."""
    hashed = iter(range(10_000))
    monkeypatch.setattr(invitations.links, "code_hash", lambda code: f"{next(hashed)}")


def said(evaluation, text):
    return [(problem.row, problem.text) for problem in pasting.check(evaluation, text).problems]


def people(evaluation):
    db.session.expire_all()
    return db.session.query(Resident).filter_by(evaluation_id=evaluation.id).order_by(Resident.id).all()


@pytest.mark.parametrize(
    "text",
    [
        "wren-1, North, Level 2, 18-30, isolation, Police\n\nrobin-2,south,ONE",
        "wren-1;North;two;18 to 30;Isolation;police\nrobin-2;South;1;;;",
        "wren-1\tNorth\t2\t18_30\tisolation\tpolice\nrobin-2\tSouth\tLevel 1",
        "Area,Level,Code,Route,Reason,Age band\nNorth,2,wren-1,police,isolation,18-30\nSouth,1,robin-2",
    ],
)
def test_a_list_is_understood_however_it_is_written(evaluation, text):
    pasting.add(evaluation, text, leave_out=False)
    first, second = people(evaluation)
    assert (first.code, first.area.name, first.level) == ("wren-1", "North", "two")
    assert (first.age_band, first.main_reason, first.introduction_route) == ("18_30", "isolation", "police")
    assert (second.code, second.area.name, second.level) == ("robin-2", "South", "one")
    assert second.age_band is second.main_reason is second.introduction_route is None
    assert all(invitations.current_link(person) for person in (first, second))


def test_codes_are_made_where_the_list_has_none(evaluation):
    pasting.add(evaluation, "North, Level 2\nSouth, Level 1", leave_out=False)
    assert len({person.code for person in people(evaluation)}) == 2
    pasting.add(evaluation, "Code,Area,Level\n,North,2\nmine,North,2", leave_out=False)
    assert people(evaluation)[-1].code == "mine"


def test_every_problem_is_named_by_its_row(evaluation):
    making.people(evaluation, code="Wren-1", linked=False)
    text = "\n".join(
        [
            "code,area,level,age band",
            "wren-1,North,2",
            "",
            "robin-2,Nrth,3,20",
            "robin-3,North,2",
            "ROBIN-3,South,2",
            "taken-elsewhere,North,2",
            "x,North",
            "---,North,2",
            "y,North,2,18-30,surplus",
            "z" * 41 + ",North,2",
        ]
    )
    found = said(evaluation, text)
    assert [row for row, _ in found] == [2, 4, 4, 4, 6, 8, 9, 10, 11]
    words = " ".join(text for _, text in found)
    for part in (
        "already in use",
        "no area called “Nrth”",
        "also in row 5",
        "level is missing",
        "between quotation",
    ):
        assert part in words
    assert pasting.check(evaluation, text).rows_left_out == 7


def test_columns_of_no_use_are_named_and_left_out(evaluation):
    checked = pasting.check(evaluation, "Name,Area,Level\nAda Lovelace,North,2")
    assert checked.unknown_columns == ("Name",)
    assert [person.code for person in checked.people] == [""]


@pytest.mark.parametrize("text", ["", " \n\n", "area,level"])
def test_an_empty_list_adds_nobody(evaluation, text):
    with pytest.raises(NotAllGood):
        pasting.add(evaluation, text, leave_out=True)


def test_nothing_is_saved_unless_all_rows_are_good_or_the_others_are_left_out(evaluation):
    text = "a1,North,2\na2,Nowhere,2\na3,South,1"
    with pytest.raises(NotAllGood):
        pasting.add(evaluation, text, leave_out=False)
    assert people(evaluation) == []
    pasting.add(evaluation, text, leave_out=True)
    assert [person.code for person in people(evaluation)] == ["a1", "a3"]


def test_two_thousand_rows_at_once_and_not_one_more(evaluation, quick):
    text = "\n".join(f"p{number},North,2" for number in range(2000))
    assert len(pasting.add(evaluation, text, leave_out=False)) == 2000
    assert db.session.query(Invitation).count() == 2000
    found = said(evaluation, text.replace("p", "q") + "\nr,North,2")
    assert found == [(2001, "The list has 2,001 people, and 2,000 at once is the most. Add them in parts.")]


def test_people_added_meanwhile_are_not_added_twice(evaluation, monkeypatch):
    def prepare(count):
        residents.add(evaluation, [residents.NewResident(evaluation.areas[0], "two", "b2")])
        return [invitations._new() for _ in range(count)]

    monkeypatch.setattr(invitations, "prepare", prepare)
    with pytest.raises(NotAllGood):
        pasting.add(evaluation, "b1,North,2\nb2,North,2", leave_out=True)
    assert [person.code for person in people(evaluation)] == ["b2"]


def test_markup_and_formulas_stay_the_letters_that_they_are(evaluation):
    pasting.add(evaluation, "=cmd|1,North,2\n<b>x</b>,North,2", leave_out=False)
    assert [person.code for person in people(evaluation)] == ["=cmd|1", "<b>x</b>"]
