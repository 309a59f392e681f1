"""What residents and partners said leaves through the one door as bands, each voice by its own rule."""

import json

import pytest

from survey.analysis.bands import BANDS
from survey.analysis.counted import told
from survey.analysis.disclosure import freeze, internal, release, release_parts, reopen
from survey.analysis.tables import HIDDEN, ORGANISATIONS, Column, Row, Table
from survey.analysis.wording import shown

VOICES = (
    Column("residents", "Residents", "band"),
    Column("partners", "Partners", "band", of=ORGANISATIONS),
    Column("n", "Partners counted", "organisations"),
    Column("entered", "Entered", "per cent"),
)


def figure(key, residents, partners, entered=None):
    """A row of residents (how many, band), of what is told of a kind of partner, of an evaluator's entry."""
    n, band = residents
    cells = {"residents": band, "partners": partners and partners.band, "n": partners and partners.n}
    of_partners = (partners.n if partners else 0,)
    bases = {"residents": (n,), "partners": of_partners, "n": of_partners, "entered": ()}
    return Row(key, key.capitalize(), {**cells, "entered": entered}, bases)


def of_voices(*rows):
    return Table("impact", "Impact", VOICES, rows, "Filter")


NHS = told([[("nhs", 25), ("nhs", 50), ("nhs", 75)]])["nhs"]


def test_bands_leave_by_voice_and_the_entry_that_is_nobodys_answer_always():
    assert release(of_voices(figure("deadweight", (10, BANDS[0]), NHS, 20)), 10).rows[0].cells == {
        "residents": "up to a third",
        "partners": "about half",
        "n": 3,
        "entered": 20.0,
    }
    few = release(of_voices(figure("deadweight", (9, BANDS[0]), None, 20)), 10)
    assert few.rows[0].cells == {"residents": HIDDEN, "partners": HIDDEN, "n": HIDDEN, "entered": 20.0}
    assert few.notes == (
        "Hidden: the figure stands on fewer than 10 people or three organisations, or such a figure could be "
        "worked out from it.",
    )


def test_bands_read_as_words_and_are_kept_as_they_are():
    safe = release(
        of_voices(figure("deadweight", (10, BANDS[2]), NHS), figure("drop_off", (3, BANDS[0]), None)), 10
    )
    assert [shown(safe.cell(safe.rows[0], column), column) for column in safe.columns] == [
        "more than two thirds", "about half", "3", "\N{EN DASH}",
    ]  # fmt: skip
    assert reopen(json.loads(json.dumps(freeze(safe)))) == safe


def test_what_organisations_said_is_not_released_exact_nor_in_parts():
    exact = Column("partners", "Partners", "per cent", of=ORGANISATIONS)
    row = Row("anyway", "Anyway", {"partners": 25}, {"partners": (40,)})
    with pytest.raises(ValueError, match="what organisations said in partners"):
        release(Table("impact", "Impact", (exact,), (row,)), 10)
    assert internal(Table("impact", "Impact", (exact,), (row,))).rows[0].cells == {"partners": 25}
    whole = of_voices(figure("deadweight", (10, BANDS[0]), NHS))
    with pytest.raises(ValueError, match="cannot be told in parts"):
        release_parts([whole], whole, 10)


def test_a_release_kept_before_there_were_organisations_still_opens():
    of_people = Table(
        "change",
        "Change",
        (Column("n", "With both", "people"),),
        (Row("hope", "Hope", {"n": 41}, {"n": (41,)}),),
    )
    kept = freeze(release(of_people, 10))
    for column in kept["columns"]:
        del column["of"]
    assert reopen(kept).rows[0].cells["n"] == 40
