"""Remove recordings that a crash left without a story."""

import click
from flask.cli import with_appcontext

from survey.engagement import recordings


@click.command("sweep-recordings")
@with_appcontext
def sweep_recordings() -> None:
    """Remove sealed recordings that belong to no story; `flask serve` does so when it starts."""
    click.echo(f"Removed: {recordings.sweep()}.")
