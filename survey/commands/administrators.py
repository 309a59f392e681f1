"""Make the first account."""

import click
from flask.cli import with_appcontext

from survey.access import sign_in
from survey.records.base import db


@click.command("create-administrator")
@click.option("--email", prompt="E-mail address")
@click.option("--name", prompt="Name")
@click.password_option(help="At least 12 characters.")
@with_appcontext
def create_administrator(email: str, name: str, password: str) -> None:
    """Make an account that may manage accounts, and evaluations of its own."""
    if sign_in.find_account(email):
        raise click.ClickException(f"There is already an account for {email}.")
    if len(password) < sign_in.SETTINGS["SECURITY_PASSWORD_LENGTH_MIN"]:
        raise click.ClickException("The password needs at least 12 characters.")
    sign_in.create_account(email, name, [sign_in.ADMINISTRATOR, sign_in.EVALUATOR], password)
    db.session.commit()
    click.echo(f"Made an administrator account for {email}.")
