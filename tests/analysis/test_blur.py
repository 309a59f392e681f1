from decimal import Decimal

from survey.analysis.blur import Unknown, given_away

STEP = Decimal("0.1")


def unknown(name, need, up=None, down=None):
    need = Decimal(str(need))
    return Unknown(
        name, need, need if up is None else Decimal(str(up)), need if down is None else Decimal(str(down))
    )


def test_one_alone_is_given_away_unless_the_step_hides_it():
    assert given_away([unknown("a", "0.5")], STEP) == ("a",)
    assert given_away([unknown("a", "0.1")], STEP) == ()


def test_two_of_like_size_hide_each_other():
    assert given_away([unknown("a", "0.5"), unknown("b", "0.45")], STEP) == ()
    assert given_away([unknown("a", "0.5"), unknown("b", "0.3")], STEP) == ("a",)


def test_what_can_only_move_one_way_is_hidden_by_what_can_move_back():
    at_the_end = unknown("a", "0.5", up=0)
    assert given_away([at_the_end, unknown("b", "0.5", down=0)], STEP) == ()
    assert given_away([at_the_end, unknown("b", "0.5", up=0)], STEP) == ("a", "b")


def test_what_cannot_go_as_far_as_it_has_to_is_given_away():
    assert given_away([unknown("a", "0.5", up="0.2", down="0.3"), unknown("b", "5")], STEP) == ("a", "b")


def test_what_may_be_known_is_never_given_away_and_still_hides_others():
    known = Unknown("b", Decimal(0), Decimal("0.5"), Decimal("0.5"))
    assert given_away([unknown("a", "0.5"), known], STEP) == ()
    assert given_away([known], STEP) == ()
