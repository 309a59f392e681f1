import random
import string

import pandas as pd
import pytest
from sqlalchemy import delete

from survey.engagement import columns, importing, waves
from survey.engagement.columns import Columns
from survey.engagement.sheets import NotAllGood, Unreadable
from survey.records import frames
from survey.records.base import db
from survey.records.change import ASKED, ESTIMATED, RECALLED
from survey.records.evaluation import THEN_AND_NOW
from survey.records.resident import Resident
from survey.records.response import AnswerRow, Response
from survey.records.trail import TrailLine
from survey.records.upload import Upload
from tests import databases, making

HELD = ("code", "area", "level", "score:0:control", "score:0:hope", "score:1:control", "score:1:hope")
HEAD = ",".join(HELD)


@pytest.fixture
def evaluation(app):
    made = making.evaluation()
    making.people(making.evaluation(name="Another"), 3)
    return made


def bring(evaluation, text, held=HELD, kind=ASKED, leave_out=False, **settings):
    kept = upload(evaluation, text, held, kind, **settings)
    return importing.bring_in(evaluation, kept, leave_out=leave_out)


def upload(evaluation, text, held=HELD, kind=ASKED, **settings):
    kept = importing.upload(evaluation, "scores.csv", text.encode())
    columns.keep(kept, Columns(tuple(held), before_kind=kind, **settings))
    db.session.commit()
    return kept


def rows():
    db.session.expire_all()
    tables = (Resident, Response, AnswerRow, Upload)
    return [db.session.query(table).count() for table in tables]


def test_people_and_scores_arrive_together(evaluation):
    was = rows()
    bring(evaluation, f"{HEAD}\nwren,North,2,2,3,4,\nrobin,South,Level 2,,1,,")
    assert [now - before for now, before in zip(rows(), was, strict=True)] == [2, 3, 6, 0]
    found = frames.pairs(evaluation, frames.Group())
    assert found[["code", "area", "outcome", "before", "now"]].fillna(0).values.tolist() == [
        ["robin", "South", "control", 0, 0],
        ["robin", "South", "hope", 1, 0],
        ["wren", "North", "control", 2, 4],
        ["wren", "North", "hope", 3, 0],
    ]
    assert found["now_reason"].fillna("").tolist() == ["not_asked", "not_asked", "", "skipped"]


@pytest.mark.parametrize("cell", ["0", "6", "2.5", "n/a"])
def test_nothing_is_half_brought_in(evaluation, cell):
    kept = upload(evaluation, f"{HEAD}\nwren,North,2,2,3,4,5\nrobin,North,2,1,{cell},1,1")
    was = rows()
    with pytest.raises(NotAllGood):
        importing.bring_in(evaluation, kept, leave_out=False)
    db.session.commit()
    assert rows() == was
    assert importing.bring_in(evaluation, kept, leave_out=True).rows_left_out == 1
    assert [now - before for now, before in zip(rows(), was, strict=True)] == [1, 2, 4, -1]


def test_a_second_file_adds_the_waves_that_are_missing(evaluation):
    first = ("code", "area", "level", "score:0:control")
    bring(evaluation, "code,area,level,c\nwren,North,2,2", held=first, kind=ESTIMATED)
    later = bring(evaluation, "who,c\nWREN,5", ("code", "score:1:control"), area_id=1, level="two")
    assert later.new_people == 0
    found = frames.pairs(evaluation, frames.Group())
    assert found[["code", "before_kind", "before", "now"]].values.tolist() == [["wren", ESTIMATED, 2, 5]]
    with pytest.raises(NotAllGood):
        bring(evaluation, "who,c\nwren,5", ("code", "score:1:control"), area_id=1, level="two")


def test_thinking_back_may_be_brought_in(app):
    evaluation = making.evaluation(before=THEN_AND_NOW)
    held = ("code", "score:1:hope_then", "score:1:hope")
    bring(evaluation, "c,a,b\nwren,2,4", held, RECALLED, area_id=evaluation.areas[0].id, level="two")
    found = frames.pairs(evaluation, frames.Group())
    assert found[["before_kind", "before", "now"]].values.tolist() == [[RECALLED, 2, 4]]


def test_what_a_file_holds_is_counted_by_wave(evaluation):
    kept = upload(evaluation, f"{HEAD}\nwren,North,2,2,3,4,\nrobin,South,2,,1,,\nnobody,North,2,,,,")
    checked = importing.check(evaluation, kept)
    before, after = waves.planned(evaluation)
    both = frozenset({"control", "hope"})
    assert checked.new_people == 3
    assert checked.counts(before, both) == (2, 3, 1)
    assert checked.counts(after, both) == (1, 1, 1)
    assert checked.counts(after, frozenset({"hope"})) == (0, 0, 1)


def test_the_trail_says_how_many_and_not_who(evaluation):
    bring(evaluation, f"{HEAD}\nwren,North,2,2,3,4,")
    lines = [(line.act, line.detail) for line in db.session.query(TrailLine).order_by(TrailLine.id)]
    assert ("brought in scores", "one person, 2 sets of answers") in lines
    assert not any("wren" in detail for _, detail in lines)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"code,area,level", "no rows under its headings"),
        (b"PK\x03\x04", "spreadsheet"),
        (b"code\n" + b"x\n" * 5001, "5,001 people"),
        (b'a,"b\nc', "quotation mark"),
    ],
)
def test_a_file_that_cannot_be_read_is_not_kept(evaluation, data, said):
    with pytest.raises(Unreadable, match=said):
        importing.upload(evaluation, "scores.csv", data)
    assert importing.waiting(evaluation) == []


def test_a_file_waits_for_its_own_evaluation_until_it_is_given_up(evaluation):
    kept = importing.upload(evaluation, "x" * 300, b"code,\nwren,")
    assert importing.table(kept)[0] == ["code", "Column 2"]
    assert importing.waiting(evaluation) == [importing.find(evaluation, kept.id)] == [kept]
    assert importing.find(making.evaluation(name="Third"), kept.id) is None
    importing.give_up(evaluation, kept)
    assert importing.waiting(evaluation) == []


@pytest.mark.parametrize("seed", range(3))
def test_random_tables_come_to_what_pandas_counts(app, seed):
    rng = random.Random(seed)
    evaluation = making.evaluation()
    waves.add(evaluation, "A year on", 52)
    scored = [f"score:{wave}:{outcome}" for wave in range(3) for outcome in ("control", "hope", "isolation")]
    frame = pd.DataFrame(
        [
            [f"p{n}", rng.choice(["North", "South"]), *rng.choices(["", "1", "2", "3", "4", "5"], k=9)]
            for n in range(60)
        ],
        columns=["code", "area", *scored],
    )
    frame = frame.sample(frac=1, random_state=seed)
    separator = rng.choice([",", ";", "\t"])
    bring(evaluation, frame.to_csv(index=False, sep=separator), frame.columns, level="two")
    for area in evaluation.areas:
        for wave in waves.followups(evaluation):
            found = frames.moves(evaluation, wave, ASKED, frames.Group(area_ids=[area.id])).dropna()
            for outcome in ("control", "hope", "isolation"):
                counted = found[found["outcome"] == outcome].set_index(["before", "now"])["n"].to_dict()
                assert counted == crosstab(frame[frame["area"] == area.name], outcome, wave.number)


def crosstab(frame, outcome, wave):
    pairs = frame[[f"score:0:{outcome}", f"score:{wave}:{outcome}"]].replace("", pd.NA).dropna().astype(int)
    table = pd.crosstab(pairs.iloc[:, 0], pairs.iloc[:, 1]).stack()
    return {key: n for key, n in table.items() if n}


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_a_formula_in_a_code_stays_text(evaluation, sign):
    code = f"{sign}cmd{string.ascii_letters}"[:40]
    bring(evaluation, f"{HEAD}\n{code},North,2,2,3,4,5")
    assert frames.pairs(evaluation, frames.Group())["code"].unique().tolist() == [code]


def test_nobody_answers_while_a_file_is_brought_in(evaluation):
    (robin,) = making.people(evaluation, code="robin")
    bring(evaluation, f"{HEAD}\nwren,North,2,2,3,4,")
    assert not databases.could_lock(robin, "NO KEY UPDATE")


def test_a_file_that_is_gone_meanwhile_brings_nothing_in(evaluation):
    kept, was = upload(evaluation, f"{HEAD}\nwren,North,2,2,3,4,"), rows()
    assert kept.text
    db.session.execute(delete(Upload), execution_options={"synchronize_session": False})
    with pytest.raises(NotAllGood):
        importing.bring_in(evaluation, kept, leave_out=True)
    assert rows()[:3] == was[:3]
