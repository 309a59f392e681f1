from datetime import date
from decimal import Decimal

from survey.engagement import value_import_parts as parts
from survey.engagement.value_import_words import Source
from survey.value import model
from tests import making, valuing

SOURCE = Source("map.xlsx", date(2027, 5, 3))
GIVEN = model.Row("R1", "Residents", "Made friends", Decimal(1), Decimal(100), 1, source="the log", n=7)


def test_a_stakeholder_is_found_by_name_and_counts_again(app):
    record = valuing.value_map(making.evaluation(making.user()))
    known = record.stakeholders[0]
    known.included, known.reason = False, "small"
    assert parts.stakeholder(record, "RESIDENTS") is known and known.included
    assert parts.stakeholder(record, "Neighbours").name == "Neighbours"
    assert len(record.stakeholders) == 2


def test_a_figure_is_typed_with_what_the_file_gives_as_its_source(app):
    record = valuing.value_map(making.evaluation(making.user()))
    row = valuing.row(record)
    for name in ("quantity", "deadweight"):
        parts.type_in(row, GIVEN, name, SOURCE)
    typed = {each.name: (each.source, each.n) for each in row.typed}
    assert typed == {
        "quantity": (f"the log ({SOURCE.words})", 7),
        "deadweight": (SOURCE.words, None),
    }
