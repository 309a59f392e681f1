"""The blueprint that the respondents' views join."""

from flask import Blueprint

respondent = Blueprint("respondent", __name__)
