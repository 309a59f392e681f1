"""The product, put together: settings in, rooms joined, nothing decided."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

from flask import Flask
from flask_babel import Babel
from flask_migrate import Migrate
from werkzeug.middleware.proxy_fix import ProxyFix

from survey import commands, settings, web
from survey.access import limits, sign_in, trail
from survey.records import engine
from survey.records.base import db


class Alongside(Flask):
    def ensure_sync(self, func: Callable) -> Callable:
        """Nothing here is asynchronous; asking every function so on every page costs more than some do."""
        return func


def create_app(env: Mapping[str, str] = os.environ) -> Flask:
    root = Path(__file__).resolve().parent
    instance = Path(env.get("INSTANCE", root / "instance")).resolve()
    app = Alongside("alongside", root_path=str(root), instance_path=str(instance))
    app.config.update(settings.read(env, instance))
    if app.config["TRUSTED_PROXIES"]:
        hops = app.config["TRUSTED_PROXIES"]
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)
    Babel(app, default_locale="en_GB", default_timezone="Europe/London")
    engine.init_app(app)
    Migrate(app, db, render_as_batch=True, compare_type=True)
    limits.init_app(app)
    sign_in.init_app(app)
    trail.init_app(app)
    web.init_app(app)
    commands.init_app(app)
    return app
