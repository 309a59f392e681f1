from survey.analysis.disclosure import internal
from survey.analysis.tables import Column, Row, Table
from survey.reports import pictures
from tests.reports.worlds import found, world


def flower_table(*rows):
    columns = tuple(Column(key, key, "per cent") for key in ("n_pairs", "before", "now"))
    made = tuple(Row(name, name, {"n_pairs": n, "before": b, "now": w}) for name, n, b, w in rows)
    return internal(Table("flower", "The flower", columns, made))


def test_the_sentence_names_the_longest_step():
    table = flower_table(("Hope", 12, 20.0, 60.0), ("Home", 11, 50.0, 40.0))
    assert pictures.flower_sentence(table) == (
        "One of two petals grew. The petal of Hope grew most: from 20 to 60 per cent of the way to the best "
        "answer (up to 12 people gave both answers)."
    )


def test_two_petals_are_both():
    table = flower_table(("Hope", 12, 20.0, 60.0), ("Home", 11, 40.0, 50.0))
    assert pictures.flower_sentence(table).startswith("Both petals grew. The petal of Hope grew most")


def test_no_growth_and_no_answers_are_said_plainly():
    one = pictures.flower_sentence(flower_table(("Home", 4, 50.0, 40.0)))
    assert one.startswith("The one petal, Home, shrank: from 50 to 40 per cent of the way")
    two = pictures.flower_sentence(flower_table(("Home", 4, 50.0, 40.0), ("Hope", 4, 50.0, 50.0)))
    assert two == "None of two petals grew (up to four people gave both answers)."
    assert "nothing to draw" in pictures.flower_sentence(flower_table(("Home", 0, None, None)))


def test_a_flower_of_any_number_of_outcomes_is_drawn():
    for count in (1, 2, 5, 20):
        table = flower_table(*((f"Outcome {place}", 3, 10.0, 30.0) for place in range(count)))
        assert pictures.flower_of(table, 1).count('class="now"') == 1 + min(count, pictures.MOST_PETALS), (
            "one is the legend's"
        )


def test_pictures_of_real_findings(app):
    findings = found(world())
    assert set(pictures.moves_of(findings.change, findings.statistics)) == {"control"}
    assert pictures.bars_of(findings.outcomes, "So.").count("<svg") == 1
    assert pictures.bars_sentence(findings).startswith("For one of eight outcomes")
