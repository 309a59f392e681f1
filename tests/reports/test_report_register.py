from survey.reports.report_register import register
from tests.reports import impact_worlds


def test_the_register_stands_by_kind_and_name_and_is_of_this_evaluation_alone(app):
    listed = register(impact_worlds.world())
    assert [(line.kind, line.organisation) for line in listed] == [
        *(("nhs", f"Made-up surgery {number}") for number in (1, 2)),
        *(("adult_social_care", f"Made-up team {number}") for number in (1, 2, 3)),
    ]
