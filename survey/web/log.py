"""What the log says of a fault: its cause and its place, never what somebody typed or holds."""

import logging
import re
import traceback

from flask import Flask, request

# The loggers that may meet an address or an exception of a request.
TELLING = ("alongside", "waitress", "waitress.queue", "werkzeug")
SECRET_PART = re.compile(r"/(a|join|group|welcome)/[^/\s?\"']+")


def init_app(app: Flask) -> None:
    app.log_exception = lambda exc_info: fault(app, exc_info[1])
    for name in {*TELLING, app.name}:
        logger = logging.getLogger(name)
        if not any(isinstance(known, Discreet) for known in logger.filters):
            logger.addFilter(Discreet())


class Discreet(logging.Filter):
    """Takes personal links out of addresses, and the message out of exceptions."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = without_secrets(record.getMessage()), ()
        if record.exc_info and record.exc_info[1]:
            record.msg += "\n" + cause(record.exc_info[1])
        record.exc_info = record.exc_text = None
        return True


def fault(app: Flask, error: BaseException) -> None:
    app.logger.error("Fault at %s\n%s", place(), cause(error))


def refusal(app: Flask, status: int) -> None:
    app.logger.warning("Answered %s at %s", status, place())


def place() -> str:
    """Which page was asked for, by the name of its view."""
    return f"{request.method} {request.endpoint or 'no page of ours'}"


def cause(error: BaseException) -> str:
    """Where an exception came from. Its message is left out: it may quote what somebody typed."""
    frames = "".join(traceback.format_tb(error.__traceback__))
    told = f"{frames}{type(error).__module__}.{type(error).__qualname__}"
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return f"{cause(before)}\nwhich led to\n{told}" if before else told


def without_secrets(text: str) -> str:
    return SECRET_PART.sub(r"/\1/...", text)
