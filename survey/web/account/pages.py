"""The blueprint that the account views join."""

from flask import Blueprint

account = Blueprint("account", __name__)
