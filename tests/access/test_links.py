import itertools

import pytest

from survey.access import links


@pytest.fixture
def link(app):
    return links.link(bytes(range(16)))


def test_a_seed_always_makes_the_same_link_and_seeds_make_different_ones(app, link):
    assert links.link(bytes(range(16))) == link
    made = {links.link(links.new_seed()).token for _ in range(50)}
    assert len(made) == 50


def test_another_secret_makes_another_link(app, link):
    app.config["SECRET_KEY"] = "another secret"
    other = links.link(bytes(range(16)))
    assert other.token != link.token and other.code != link.code
    assert links.code_hash(link.code) != links.code_hash(other.code)


def test_the_key_of_a_form_stands_for_one_link_and_does_not_tell_it(app):
    link, seed = links.link_for("ab" * 16), links.seed_for("ab" * 16)
    assert links.link_for("ab" * 16) == link != links.link_for("cd" * 16)
    app.config["SECRET_KEY"] = "another secret, which nobody outside knows"
    assert links.link_for("ab" * 16).token != link.token
    # Or whoever read a seed in a copy of the records could send it as a key, and be led to its link.
    assert links.seed_for("ab" * 16) != seed


def test_tokens_carry_128_bits_in_signs_fit_for_an_address(link):
    assert len(link.token) == 26
    assert set(link.token) <= set("abcdefghijklmnopqrstuvwxyz234567")
    assert link.address == f"http://localhost/a/{link.token}"


def test_codes_are_said_in_three_groups(link):
    assert [len(group) for group in link.spoken_code.split("-")] == [3, 3, 4]
    assert links.tidy(f" {link.spoken_code.lower()} ") == link.code
    assert links.looks_right(link.code)


def test_every_wrong_sign_is_noticed(link):
    for place, sign in itertools.product(range(10), links.SIGNS):
        wrong = link.code[:place] + sign + link.code[place + 1 :]
        assert links.looks_right(wrong) == (wrong == link.code)


def test_every_swap_of_neighbours_is_noticed(app):
    for _ in range(20):
        code = links.link(links.new_seed()).code
        for place in range(9):
            swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
            assert links.looks_right(swapped) == (swapped == code)


@pytest.mark.parametrize("typed", ["", "BCD", "BCDFGHJKMNP", "0000000000", "ÄÖÜ-ßßß-1234", "<script>"])
def test_what_is_no_code_is_told_apart_without_a_search(typed):
    assert not links.looks_right(links.tidy(typed))


def test_hashes_hide_what_they_are_of(app, link):
    assert link.token not in links.token_hash(link.token)
    assert len(links.token_hash(link.token)) == len(links.code_hash(link.code)) == 64
