"""What is wrong in a form, as the error summary lists it: where to go, and the words."""

from collections.abc import Iterator

from flask_wtf import FlaskForm
from govuk_frontend_wtf.wtforms_widgets import GovDateInput
from wtforms import Field, FieldList, FormField

Problem = tuple[str | None, str]


def problems_in(form: FlaskForm) -> list[Problem]:
    """The first problem of each field in the order of the page; those of no field come first."""
    whole = [(None, text) for text in form.form_errors]
    return whole + [problem for field in form for problem in _of_field(field)]


def _of_field(field: Field) -> Iterator[Problem]:
    if not field.errors:
        return
    if isinstance(field, FormField):
        yield from (problem for part in field for problem in _of_field(part))
    elif isinstance(field, FieldList) and any(entry.errors for entry in field):
        yield from (problem for entry in field for problem in _of_field(entry))
    else:
        yield _first_input(field), str(field.errors[0])


def _first_input(field: Field) -> str | None:
    if field.type in ("HiddenField", "CSRFTokenField"):
        return None
    # A date is three inputs; the group around them takes no focus.
    return f"{field.name}-day" if isinstance(field.widget, GovDateInput) else field.id
