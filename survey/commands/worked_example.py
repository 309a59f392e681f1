"""The worked example: made-up evaluations to try everything on, and where to find it all."""

import hmac
from datetime import date

import click
from flask import current_app
from flask.cli import with_appcontext
from sqlalchemy import select

from survey.access import sign_in
from survey.commands import example_evaluations
from survey.commands.example_evaluations import ASKED_AGAIN, FRESH, HALF_FILLED, WALKING
from survey.commands.example_partners import FRESH_PARTNER, HALF_FILLED_PARTNER
from survey.engagement import (
    doors,
    evaluations,
    invitations,
    residents,
    sessions,
    stakeholders,
    value_maps,
)
from survey.records.account import User
from survey.records.base import db, now
from survey.records.evaluation import Evaluation
from survey.records.resident import Resident
from survey.records.stakeholder import Stakeholder
from survey.records.story import Door

EVALUATOR, ADMINISTRATOR = "evaluator@example.org", "administrator@example.org"
WORDS_IN_PASSWORD = 5


@click.command("worked-example")
@with_appcontext
def worked_example() -> None:
    """Make the worked example if the database is empty, and say where everything is."""
    if _find(WALKING) is None:
        if _holds_real_data():
            click.echo("This database holds work of your own, so the worked example leaves it alone.")
            click.echo(f"Sign in: {current_app.config['BASE_URL']}/sign-in")
            return
        make(now().date())
    _say_where_everything_is()


def make(today: date) -> None:
    """Both evaluations and two accounts, all of it or nothing."""
    password = password_of_this_place()
    owner = sign_in.create_account(EVALUATOR, "Example evaluator", [sign_in.EVALUATOR], password)
    both = [sign_in.ADMINISTRATOR, sign_in.EVALUATOR]
    administrator = sign_in.create_account(ADMINISTRATOR, "Example administrator", both, password)
    db.session.flush()
    for build in (example_evaluations.walking, example_evaluations.asked_again):
        evaluations.grant(build(owner, last_year(today)), administrator)
    db.session.commit()


def last_year(today: date) -> tuple[date, date]:
    """The last whole year from April to March."""
    ended = today.year if today >= date(today.year, 4, 1) else today.year - 1
    return date(ended - 1, 4, 1), date(ended, 3, 31)


def password_of_this_place() -> str:
    """Words that follow from our secret: the same each time here, and different everywhere else."""
    secret = current_app.config["SECRET_KEY"].encode()
    number = int.from_bytes(hmac.digest(secret, b"worked example", "sha256"))
    words = []
    for _ in range(WORDS_IN_PASSWORD):
        number, place = divmod(number, len(residents.WORDS))
        words.append(residents.WORDS[place])
    return "-".join(words)


def _holds_real_data() -> bool:
    return any(db.session.scalar(select(kind.id).limit(1)) is not None for kind in (Evaluation, User))


def _find(name: str) -> Evaluation | None:
    query = select(Evaluation).where(Evaluation.name == name, Evaluation.made_up)
    return db.session.scalar(query.order_by(Evaluation.id).limit(1))


def _say_where_everything_is() -> None:
    base = current_app.config["BASE_URL"]
    walking, again = _find(WALKING), _find(ASKED_AGAIN)
    click.echo("The worked example is ready. Every answer in it is made up.\n")
    click.echo(f"Evaluators sign in at   {base}/sign-in")
    click.echo(f"  evaluator             {EVALUATOR}")
    click.echo(f"  administrator         {ADMINISTRATOR}")
    click.echo(f"  password of both      {password_of_this_place()}")
    for said, holder in (
        ("A resident's fresh link ", residents.find(walking, FRESH)),
        ("A half-filled one       ", residents.find(walking, HALF_FILLED)),
        ("A partner's fresh link  ", _partner(walking, FRESH_PARTNER)),
        ("A half-filled one       ", _partner(walking, HALF_FILLED_PARTNER)),
    ):
        click.echo(f"{said}{_address(holder)}")
    here = f"{base}/evaluations/{walking.id}"
    thurrock = next(area.id for area in walking.areas if area.name == "Thurrock")
    click.echo(f"Results                 {here}/results")
    click.echo(f"  of Thurrock only      {here}/results?area={thurrock}")
    click.echo(f"  as a PDF              {here}/results/summary.pdf")
    click.echo(f"  to be released        {here}/releases/new")
    click.echo(f"Comparison of releases  {here}/comparison")
    click.echo(f"Impact                  {here}/impact")
    click.echo(f"Partners                {here}/stakeholders")
    _say_where_value_is(walking, here)
    _say_where_stories_are(walking, here)
    if again:
        click.echo(f"Asked in waves          {base}/evaluations/{again.id}/results")
        _say_where_value_is(again, f"{base}/evaluations/{again.id}")


def _say_where_value_is(evaluation: Evaluation, here: str) -> None:
    click.echo(f"Value maps              {here}/value-maps")
    for each in value_maps.of(evaluation):
        click.echo(f"  {each.area.name:22}{here}/value-maps/{each.id}/result")


def _say_where_stories_are(evaluation: Evaluation, here: str) -> None:
    opened = next((each for each in sessions.of(evaluation) if each.is_open), None)
    click.echo(f"Stories                 {here}/stories")
    click.echo(f"  worries in them       {here}/safeguarding")
    click.echo(f"  to tell one (poster)  {_joining(doors.current(evaluation))}")
    click.echo(f"Focus groups            {here}/sessions")
    click.echo(f"  to join the open one  {_joining(doors.current(evaluation, opened) if opened else None)}")


def _joining(door: Door | None) -> str:
    return doors.link(door).address if door else "(closed)"


def _partner(evaluation: Evaluation, organisation: str) -> Stakeholder | None:
    return next((row for row in stakeholders.of(evaluation) if row.organisation == organisation), None)


def _address(holder: Resident | Stakeholder | None) -> str:
    link = invitations.current_link(holder) if holder else None
    return link.address if link else "(taken away)"
