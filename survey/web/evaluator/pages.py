"""The blueprint that the evaluators' views join."""

from flask import Blueprint

evaluator = Blueprint("evaluator", __name__)
