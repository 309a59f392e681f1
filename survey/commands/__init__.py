"""The flask commands."""

from flask import Flask

from survey.commands.administrators import create_administrator
from survey.commands.erasure import erase_resident
from survey.commands.recompute import recompute
from survey.commands.serve import serve
from survey.commands.sweeping import sweep_recordings
from survey.commands.work import work
from survey.commands.worked_example import worked_example


def init_app(app: Flask) -> None:
    for command in (
        create_administrator,
        erase_resident,
        recompute,
        serve,
        sweep_recordings,
        work,
        worked_example,
    ):
        app.cli.add_command(command)
