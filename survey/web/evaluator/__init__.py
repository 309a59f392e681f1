"""The pages of those who evaluate. Every view is guarded by access.permissions.may."""

from survey.web.evaluator import (  # noqa: F401
    add_resident,
    asking_partners,
    bring_in_check,
    bring_in_columns,
    bring_in_scores,
    cards,
    case,
    cases,
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
    partner_links,
    paste_residents,
    preview,
    release,
    releases,
    remove_stakeholder,
    resident,
    residents,
    results,
    stakeholder,
    stakeholders,
    trail,
    waves,
)
from survey.web.evaluator.pages import evaluator

__all__ = ["evaluator"]
