import pytest

from survey.questionnaires.characteristics import AGE_BANDS, INTRODUCTION_ROUTES, LEVELS, MAIN_REASONS
from survey.questionnaires.place import Place
from survey.questionnaires.reading import code


@pytest.mark.parametrize("names", [LEVELS, AGE_BANDS, MAIN_REASONS, INTRODUCTION_ROUTES])
def test_every_code_can_be_kept_and_has_words_of_its_own(names):
    for value in names:
        assert code(value, Place("characteristics"), value) == value
        assert len(value) <= 40
    assert len(set(names.values())) == len(names)


def test_the_bands_that_derby_reports_by_are_there():
    assert AGE_BANDS["31_64"] == "31 to 64"
    assert AGE_BANDS["65_plus"] == "65 or over"


def test_what_does_not_fit_has_a_place():
    assert "other" in MAIN_REASONS
    assert "other" in INTRODUCTION_ROUTES
    assert set(LEVELS) == {"one", "two"}
