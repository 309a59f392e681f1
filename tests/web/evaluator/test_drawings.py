from survey.reports.releasing import draft
from survey.web.evaluator.drawings import drawings
from tests import making
from tests.reports.worlds import filters, found, world


def test_the_teams_view_has_a_picture_of_everything(app):
    made = drawings(found(world()))
    assert [area for area, *_ in made["flowers"]] == ["All areas", "North", "South"]
    assert all("<svg" in picture for _, picture, *_ in made["flowers"])
    assert "<svg" in made["bars"] and set(made["moves"]) == {"control"}


def test_a_release_draws_nothing_that_is_hidden(app):
    evaluation = world()
    making.pairs(evaluation, "hope", [(2, 4), (3, 3)] * 8)
    made = drawings(draft(evaluation, filters(evaluation), 10).findings)
    assert made["bars"] == "" and made["moves"] == {}
    assert made["bars_sentence"] == "How many people moved which way is hidden: the numbers are small."
    area, picture, sentence, _ = made["flowers"][1]
    assert area == "North" and 'class="now"' not in picture
    assert sentence == "There is nothing to draw: the numbers are small, so they are hidden."
