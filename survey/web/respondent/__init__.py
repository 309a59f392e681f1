"""The pages of those who answer: residents now, partners later. No account, no script."""

from survey.web.respondent import check, code, found, page, refusals, start, thanks  # noqa: F401
from survey.web.respondent.pages import respondent

__all__ = ["respondent"]
