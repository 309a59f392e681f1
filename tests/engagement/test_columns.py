import pytest

from survey.engagement import columns, importing, waves
from survey.engagement.columns import Columns
from survey.records.change import ASKED, RECALLED
from survey.records.evaluation import THEN_AND_NOW
from tests import making

LABELS = {"code": "Code", "area": "Area", "level": "Level", "score:0:control": "Control"}


def guessed(evaluation, *headings):
    return columns.guess(headings, list(columns.scores(evaluation).values()))


def test_scores_may_come_for_every_outcome_and_wave(app):
    offered = columns.scores(making.evaluation())
    assert {"score:0:control", "score:1:control", "score:0:stress", "score:1:hope"} <= set(offered)
    assert not any("helped" in key or "matters" in key for key in offered)


def test_then_and_now_has_a_before_and_a_now(app):
    evaluation = making.evaluation(before=THEN_AND_NOW)
    offered = columns.scores(evaluation)
    labels = [columns.label(evaluation, offered[key]) for key in ("score:1:control", "score:1:control_then")]
    assert [label.split(": ")[1].split(" ")[0] for label in labels] == ["now", "before"]
    assert labels[0].split(":")[0] == labels[1].split(":")[0]


def test_headings_are_recognised(app):
    evaluation = making.evaluation()
    waves.add(evaluation, "A year on", 52)
    headings = ("Person ID", "AREA", "level", "Age group", "Name")
    assert guessed(evaluation, *headings) == ("code", "area", "level", "age_band", "")
    scored = ("control_at_introduction", "Control before", "control - follow-up", "Hope a year on", "control")
    assert guessed(evaluation, *scored) == (
        "score:0:control",
        "",
        "score:1:control",
        "score:2:hope",
        "",
    )


def test_before_and_now_are_recognised_where_both_are_asked_at_once(app):
    evaluation = making.evaluation(before=THEN_AND_NOW)
    assert guessed(evaluation, "hope before", "hope now", "isolation_then", "isolation_after") == (
        "score:1:hope_then",
        "score:1:hope",
        "score:1:isolation_then",
        "score:1:isolation",
    )


def test_what_was_chosen_is_kept_and_until_then_guessed(app):
    evaluation = making.evaluation()
    kept = importing.upload(evaluation, "a.csv", b"code,hope\nx,3")
    first = columns.chosen(evaluation, kept, ["code", "hope"])
    assert first == Columns(("code", ""), before_kind=ASKED)
    mine = Columns(("", "score:0:hope"), evaluation.areas[0].id, "two", RECALLED)
    columns.keep(kept, mine)
    assert columns.chosen(evaluation, kept, ["code", "hope"]) == mine


@pytest.mark.parametrize(
    ("held", "settings", "where", "said"),
    [
        (("area", "level", "score:0:control"), {}, 0, "code"),
        (("code", "level", "score:0:control"), {}, "area", "area"),
        (("code", "area", "score:0:control"), {}, "level", "level"),
        (("code", "area", "level"), {}, 0, "scores"),
        (("code", "code", "area", "level", "score:0:control"), {}, 1, "“Code” is chosen for two columns"),
        (("code", "area", "level", "score:0:control", "score:9:x"), {}, 4, "from the list"),
        (("code", "area", "level", "score:0:control"), {"before_kind": "guessed"}, "before_kind", "known"),
    ],
)
def test_what_is_missing_is_said_where_it_is_missing(held, settings, where, said):
    problems = columns.wrong_with(Columns(held, **{"before_kind": ASKED} | settings), LABELS)
    assert [place for place, _ in problems] == [where]
    assert said in problems[0][1]


def test_one_area_and_level_may_stand_for_all_rows():
    chosen = Columns(("code", "score:0:control"), area_id=1, level="two", before_kind=ASKED)
    assert columns.wrong_with(chosen, LABELS) == []
