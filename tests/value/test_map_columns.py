from dataclasses import fields

from survey.value import layout, map_columns, model


def test_every_figure_of_a_row_and_an_input_has_a_column():
    assert {each.name for each in map_columns.MAP_COLUMNS} == {each.name for each in fields(model.Row)}
    assert {each.name for each in map_columns.INPUT_COLUMNS} == {each.name for each in fields(model.Input)}


def test_no_two_columns_answer_to_one_heading():
    for columns in (map_columns.MAP_COLUMNS, map_columns.INPUT_COLUMNS):
        names = [name for each in columns for name in {layout.plain(each.heading), *each.also}]
        assert len(names) == len(set(names))
        assert not {*map_columns.VALUES, *map_columns.SOURCES, *map_columns.DESCRIPTIONS} & set(names)
