from survey.analysis.change import change, moves_from_pairs
from survey.questionnaires import loading
from survey.reports import scales

ISOLATION = loading.library()["resident-outcomes"].question("isolation")


def made(outcome, pairs):
    return {outcome.id: change(*moves_from_pairs(pairs, 1, 5), 1, 5, outcome.better)}


def test_answers_stand_from_worst_to_best_whatever_the_direction():
    table = scales.answers_table(ISOLATION, made(ISOLATION, [(5, 1), (5, 2)])["isolation"])
    assert [column.heading for column in table.columns] == [choice.text for choice in ISOLATION.choices]
    before, now = (list(row.cells.values()) for row in table.rows)
    assert before == [2, 0, 0, 0, 0], "score 5 is the worst answer"
    assert now == [0, 0, 0, 1, 1]


def test_petals_grow_towards_the_good_end():
    table = scales.flower_table([ISOLATION], made(ISOLATION, [(5, 2)]), "North")
    assert table.rows[0].cells == {"n_pairs": 1, "before": 0, "now": 75}
