"""The pages of those who answer: residents, partners, tellers and groups. No account, no script needed."""

from survey.web.respondent import (  # noqa: F401
    check,
    code,
    found,
    group,
    group_get_together,
    join,
    own_story,
    page,
    recording,
    refusals,
    start,
    thanks,
    uses,
)
from survey.web.respondent.pages import respondent

__all__ = ["respondent"]
