"""Stage 5 of a value map: what is decided once for all of it, each with what it does."""

from survey.access.permissions import may
from survey.engagement import value_maps as kept
from survey.records.evaluation import Evaluation
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.value_pages import ADDRESS, found, page, seen
from survey.web.evaluator.value_settings_form import ValueSettingsForm, used_proxies


@evaluator.route(f"{ADDRESS}/settings", methods=["GET", "POST"])
@may("edit value map")
def value_settings(evaluation: Evaluation, value_map_id: int):
    value_map = found(evaluation, value_map_id)
    form = ValueSettingsForm(value_map)
    if form.validate_on_submit():
        kept.change(value_map, form.settings())
        return seen("The settings are saved.", value_map, "value_map")
    years = sorted({each.price_year for each in used_proxies(value_map)})
    return page("value_settings", value_map, form, years=years)
