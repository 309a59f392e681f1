from dataclasses import replace

from survey.reports.value_workbook import xlsx
from survey.value import discounting, layout, model
from survey.value.worth import worth
from tests.value import books, maps


def about(value_map, said=()):
    return books.sheet(xlsx(value_map, worth(value_map), said), layout.ABOUT)


def test_every_setting_is_printed():
    given = model.Assumptions(
        discounting.TABLES["Green Book 2026, health"], discounting.YEAR_0, True, model.EVALUATIVE
    )
    rows = about(replace(maps.guide(), title="Wheels", assumptions=given), [("Price year", "2010")])
    said = {row[0]: row[1] for row in rows}
    assert rows[0][0] == "Value map: Wheels"
    assert said["Price year"] == "2010"
    assert said["Discounting"] == "first year not discounted"
    assert (said["Inputs discounted"], said["Forecast or evaluative"]) == ("yes", "evaluative")
    assert said["Rate table"] == "Green Book 2026, health"
