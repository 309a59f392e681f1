import pytest

from survey.questionnaires.place import Place, QuestionnaireError
from survey.questionnaires.reading import (
    code,
    each,
    iso_date,
    kebab_case,
    one_of,
    snake_case,
    take,
    whole,
    words,
)

PLACE = Place("a.yaml")


@pytest.mark.parametrize(
    ("reader", "value"),
    [
        (words(5), "hello"),
        (whole(1, 3), 3),
        (one_of("a", "b"), "b"),
        (snake_case, "worry_2_big"),
        (kebab_case, "level-one-short"),
        (code, "18_30"),
        (each, [0]),
        (iso_date, "2025-03-27"),
    ],
)
def test_good_values_are_read_as_they_are(reader, value):
    assert reader(value, PLACE, "key") == value


@pytest.mark.parametrize(
    ("reader", "value"),
    [
        (words(5), "hello!"),
        (words(5), "  "),
        (words(5), 5),
        (words(5), None),
        (whole(1, 3), 0),
        (whole(1, 3), 4),
        (whole(1, 3), True),
        (whole(1, 3), 2.0),
        (whole(1, 3), "2"),
        (one_of("a", "b"), "c"),
        (one_of("a", "b"), ["a"]),
        (snake_case, "Worry"),
        (snake_case, "a__b"),
        (snake_case, "1a"),
        (snake_case, "a\n"),
        (snake_case, "a" * 61),
        (kebab_case, "a_b"),
        (code, "a b"),
        (code, True),
        (each, []),
        (each, "abc"),
        (iso_date, "27 March 2025"),
        (iso_date, "2025-02-30"),
        (iso_date, 20250327),
        (iso_date, None),
    ],
)
def test_wrong_values_are_refused_by_the_name_of_their_key(reader, value):
    with pytest.raises(QuestionnaireError) as caught:
        reader(value, PLACE, "the_key")
    assert caught.value.key == "the_key"


def test_words_lose_the_space_around_them():
    assert words(9)(" a b\n", PLACE, "key") == "a b"


def test_taking_reads_each_key_with_its_reader():
    readers = {"a": whole(0, 9), "b": words(9)}
    assert take({"a": 1}, readers, {"b"}, PLACE) == {"a": 1}


@pytest.mark.parametrize(
    ("document", "key"),
    [({"a": 1, "c": 2}, "at.c"), ({}, "at.a"), ([], "at"), (None, "at"), ({"a": 10}, "at.a")],
)
def test_taking_refuses_unknown_missing_and_wrong_keys(document, key):
    with pytest.raises(QuestionnaireError) as caught:
        take(document, {"a": whole(0, 9)}, set(), PLACE, "at.")
    assert caught.value.key == key
