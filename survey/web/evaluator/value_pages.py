"""What the pages of a value map share: finding it and its parts, and how lists and sums are shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from flask import abort, request, url_for
from werkzeug.wrappers import Response

from survey.analysis.money import amount
from survey.analysis.wording import capitalised
from survey.engagement import value_maps as kept
from survey.engagement import value_parts
from survey.records.evaluation import Evaluation
from survey.records.value_map import ValueMap
from survey.records.value_row import FIGURES
from survey.value.model import Wrong
from survey.web import form_base
from survey.web.evaluator.fields_exact import HUNDRED, plain
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.showing import done, show

ADDRESS = "/evaluations/<int:evaluation_id>/value-maps/<int:value_map_id>"
LONGEST = 2000
QUANTITY = FIGURES[0]


@dataclass(frozen=True)
class Line:
    """A line of a list: its name leads to its page."""

    name: str
    address: str
    cells: tuple[str, ...]


def hold_to_change(evaluation: Evaluation) -> None:
    """Of two who send a form at the same moment, the second meets what the first has kept."""
    if request.method == "POST":
        kept.hold(evaluation)


def found(evaluation: Evaluation, value_map_id: int) -> ValueMap:
    hold_to_change(evaluation)
    return kept.get(evaluation, value_map_id) or abort(404)


def found_part(value_map: ValueMap, kind: type, part_id: int):
    """A part of this map; that of another looks as if there was none."""
    return value_parts.get(value_map, kind, part_id) or abort(404)


def address(value_map: ValueMap, endpoint: str, **more) -> str:
    """The address of a page of this map."""
    values = {"evaluation_id": value_map.evaluation_id, "value_map_id": value_map.id, **more}
    return url_for(f"evaluator.{endpoint}", **values)


def seen(sentence: str, value_map: ValueMap, endpoint: str, **more) -> Response:
    """Say what was done on a page of this map."""
    values = {"evaluation_id": value_map.evaluation_id, "value_map_id": value_map.id, **more}
    return done(sentence, endpoint, **values)


def page(
    name: str, value_map: ValueMap, form: form_base.Form | None = None, back: str = "value_map", **values
):
    """A page of this map; `back` is the page that it hangs on."""
    there = "The value map" if back == "value_map" else "Back"
    return show(
        name,
        value_map.evaluation,
        form,
        value_map=value_map,
        back=(there, address(value_map, back)),
        address=address,
        **values,
    )


def said(form: form_base.Form, names: Sequence[str]) -> dict[str, object]:
    """What a valid form says of these."""
    return {name: form[name].data for name in names}


def typed(known: object, names: Sequence[str], **more) -> dict[str, object]:
    """A part as it would be typed into its form."""
    return {name: getattr(known, name) for name in names} | more


def without_place(wrong: Wrong) -> str:
    """What is wrong, for a form that shows itself where."""
    return capitalised(str(wrong).removeprefix(f"{wrong.place}: "))


def figure_words(name: str, value: Decimal | None) -> str:
    """A figure of a row: people or things, or a share to be deducted."""
    if value is None:
        return "Not known yet"
    return amount(value, 1) if name == QUANTITY else f"{amount(HUNDRED * value, 1)} per cent"


def typed_pounds(value: Decimal | None) -> str:
    """A sum of money, as exactly as it was typed."""
    if value is None:
        return ""
    whole, _, rest = plain(abs(value)).partition(".")
    pence = f".{rest:0<2}" if rest else ""
    return f"{'−' if value < 0 else ''}£{int(whole):,}{pence}"


evaluator.add_app_template_filter(typed_pounds, "typed_pounds")
