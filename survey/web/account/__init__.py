"""Accounts and sign-in."""

from survey.web.account import accounts, welcome  # noqa: F401
from survey.web.account.pages import account

__all__ = ["account"]
