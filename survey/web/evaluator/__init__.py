"""The pages of those who evaluate. Every view is guarded by access.permissions.may."""

from survey.web.evaluator import (  # noqa: F401
    add_resident,
    bring_in_check,
    bring_in_columns,
    bring_in_scores,
    cards,
    colleagues,
    details,
    downloads,
    erase_resident,
    evaluations,
    links,
    new_release,
    opening,
    outcomes,
    own_outcome,
    paste_residents,
    preview,
    release,
    releases,
    resident,
    residents,
    results,
    trail,
    waves,
)
from survey.web.evaluator.pages import evaluator

__all__ = ["evaluator"]
