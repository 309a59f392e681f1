"""The pages of those who evaluate. Every view is guarded by access.permissions.may."""

from survey.web.evaluator import (  # noqa: F401
    colleagues,
    details,
    downloads,
    evaluations,
    opening,
    outcomes,
    own_outcome,
    preview,
    results,
    waves,
)
from survey.web.evaluator.pages import evaluator

__all__ = ["evaluator"]
