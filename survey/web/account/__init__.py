"""Accounts and sign-in."""

from survey.web.account.pages import account

__all__ = ["account"]
