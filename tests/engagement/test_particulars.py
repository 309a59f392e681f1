import pytest

from survey.engagement.particulars import NotKnown, meanings, plain, understand
from survey.questionnaires.characteristics import AGE_BANDS, INTRODUCTION_ROUTES, LEVELS, MAIN_REASONS
from survey.records.evaluation import Area, Evaluation


@pytest.fixture
def known():
    return meanings(Evaluation(areas=[Area(name="North"), Area(name="South")]))


@pytest.mark.parametrize(
    ("name", "offered"),
    [
        ("level", LEVELS),
        ("age_band", AGE_BANDS),
        ("main_reason", MAIN_REASONS),
        ("introduction_route", INTRODUCTION_ROUTES),
    ],
)
def test_values_and_labels_are_understood_in_any_case(known, name, offered):
    for value, text in offered.items():
        for said in (value, text, text.upper(), f"  {text.lower()} ", value.replace("_", " ")):
            assert understand(known, name, said) == value


@pytest.mark.parametrize(
    ("name", "said", "value"),
    [
        ("level", "2", "two"),
        ("level", "LEVEL ONE", "one"),
        ("age_band", "18-30", "18_30"),
        ("age_band", "31–64", "31_64"),
        ("age_band", "65+", "65_plus"),
        ("age_band", "", None),
        ("main_reason", "", None),
    ],
)
def test_what_people_write_instead_is_understood(known, name, said, value):
    assert understand(known, name, said) == value


def test_an_area_is_found_by_its_name(known):
    assert understand(known, "area", " noRTH").name == "North"


@pytest.mark.parametrize(
    ("name", "said", "message"),
    [
        ("area", "Nrth", "There is no area called “Nrth”. The areas are: North, South."),
        ("area", "", "The area is missing."),
        ("level", "", "The level is missing."),
        ("level", "3", "There is no level called “3”"),
        ("age_band", "20", "There is no age band called “20”. Write one of these: Under 18"),
        ("main_reason", "{}", "There is no main reason called “{}”."),
        ("introduction_route", "rumour", "There is no introduction route called “rumour”."),
    ],
)
def test_what_is_not_known_is_said_plainly(known, name, said, message):
    with pytest.raises(NotKnown) as problem:
        understand(known, name, said)
    assert str(problem.value).startswith(message)


def test_dashes_between_words_stay():
    assert plain("St Mary’s  North-East") == "st mary's north-east"
