"""Paper pages from templates and plain values; works without a request."""

from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from survey.settings import ROOT


def render(template: str, **values: object) -> str:
    """The HTML of a template in templates/, say `report/summary.html`.

    Give `_` (and `lang`) to have a resident's page in another language; without it the English stands.
    Raises jinja2.UndefinedError where a value is missing: paper has no gaps.
    """
    return _environment().get_template(template).render(values)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(ROOT / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["_"] = _in_english
    return environment


def _in_english(message: str, **params: object) -> str:
    return message % params if params else message
