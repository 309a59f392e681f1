from survey.reports.report_register import register
from tests.reports import impact_worlds


def test_the_register_stands_by_kind_and_name_and_is_of_this_evaluation_alone(app):
    listed = register(impact_worlds.world())
    assert [(line.kind, line.organisation) for line in listed] == [
        *(("nhs", f"Made-up surgery {number}") for number in (1, 2)),
        *(("adult_social_care", f"Made-up team {number}") for number in (1, 2, 3)),
    ]


def test_the_register_of_an_area_is_of_those_who_work_there_or_everywhere(app):
    evaluation = impact_worlds.world()
    listed = [line.organisation for line in register(evaluation, evaluation.areas[0])]
    # The third team works in South.
    assert listed == [f"Made-up {name}" for name in ("surgery 1", "surgery 2", "team 1", "team 2")]
