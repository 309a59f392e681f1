"""Erase a resident by code, from the server."""

import click
from flask.cli import with_appcontext

from survey.engagement import residents
from survey.records.base import db
from survey.records.evaluation import Evaluation


@click.command("erase-resident")
@click.argument("evaluation_id", type=int)
@click.argument("code")
@click.confirmation_option(prompt="Erase this person's answers for good?")
@with_appcontext
def erase_resident(evaluation_id: int, code: str) -> None:
    """Erase the resident CODE of evaluation EVALUATION_ID with every answer and score."""
    evaluation = db.session.get(Evaluation, evaluation_id)
    if evaluation is None or not residents.erase(evaluation, code):
        raise click.ClickException("There is no such resident in that evaluation.")
    db.session.commit()
    click.echo("Erased.")
