import pytest

from survey.analysis import worries


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("Some days I want to die.", ("want to die",)),
        ("SOME DAYS I WANT  TO\nDIE", ("want to die",)),
        ("i dont want to live", ("don't want to live",)),
        ("I don’t want to live", ("don't want to live",)),
        ("I was self-harming, and thought of suicide.", ("suicid", "self harm")),
        ("He hits me and takes my money.", ("hits me", "takes my money")),
        ("The kids are hungry, there is no food.", ("no food", "kids are hungry")),
        ("(hits me)", ("hits me",)),
    ],
)
def test_phrases_are_found(told, found):
    assert worries.found(told) == found


@pytest.mark.parametrize(
    "told",
    [
        "",
        "The choir hits memorable notes.",
        "I am safe and sound, and dieting.",
        "My neighbour is a bridegroom.",
        "رأيت صديقي اليوم 😀",
    ],
)
def test_words_that_only_look_like_them_are_not(told):
    assert worries.found(told) == ()


def test_every_phrase_of_the_list_is_found_as_it_stands():
    for phrase in worries.phrases():
        assert phrase.replace("*", "") in worries.found(f"Well, {phrase.replace('*', '')}.")


def test_the_list_has_no_phrase_twice():
    assert len(set(worries.phrases())) == len(worries.phrases()) > 100
