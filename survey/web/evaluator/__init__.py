"""The pages of those who evaluate. Every view is guarded by access.permissions.may."""

from survey.web.evaluator import downloads, results  # noqa: F401
from survey.web.evaluator.pages import evaluator

__all__ = ["evaluator"]
