"""Apps for tests: made once and used by many, each of which finds it as if it were new."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from flask import Flask

from app import create_app
from survey.access.limits import limiter
from survey.records.base import db
from survey.web.respondent import showing
from tests import databases


def made(env: Mapping[str, str]) -> Flask:
    """An app with its tables. Putting it together takes longer than most tests."""
    app = create_app(env)
    app.testing = True
    with entered(app):
        db.create_all()
    files = Path(app.instance_path)
    shutil.copytree(files, _unused(files))
    return app


@contextmanager
def entered(app: Flask) -> Iterator[None]:
    with app.app_context():
        yield
        db.session.remove()
        db.engine.dispose()


@contextmanager
def unused(app: Flask) -> Iterator[None]:
    """Nothing is left of before: no rows, files, pages or tries. What is set meanwhile is set back."""
    files, settings = Path(app.instance_path), dict(app.config)
    showing._kept.cache_clear()
    shutil.rmtree(files)
    shutil.copytree(_unused(files), files)
    with app.app_context():
        limiter.reset()
        if db.engine.dialect.name != "sqlite":
            databases.empty()
    yield
    app.config.clear()
    app.config.update(settings)
    app.test_client_class = None


@contextmanager
def opened(env: Mapping[str, str]) -> Iterator[Flask]:
    """An app of its own, with empty tables, for as long as this lasts."""
    app = made(env)
    with unused(app), entered(app):
        yield app


def _unused(files: Path) -> Path:
    """Where a copy of the files stays as they were at first."""
    return files.with_name(f"{files.name}-unused")
