"""Fields of the set-up forms: what is typed is tidied, and what cannot be read is said plainly."""

import re
from datetime import date

from govuk_frontend_wtf.wtforms_widgets import GovDateInput, GovRadioInput, GovTextArea, GovTextInput
from wtforms import DateField, IntegerField, RadioField, StringField
from wtforms.validators import AnyOf, DataRequired, Length

YEARS = range(2000, 2100)
MOST_PEOPLE = 999_999


def tidy(typed: str | None) -> str:
    """One line, without what cannot be seen: some databases refuse it, and nobody typed it on purpose."""
    seen = "".join(sign for sign in typed or "" if sign.isprintable() or sign.isspace())
    return " ".join(seen.split())


def tidy_lines(typed: str | None) -> str:
    """As tidy, of a longer text: its lines stay apart, and an empty one between two paragraphs."""
    lines = "\n".join(tidy(line) for line in (typed or "").splitlines())
    return re.sub("\n{3,}", "\n\n", lines).strip()


def words(label: str, missing: str, longest: int, **more) -> StringField:
    """A line of text that has to be there."""
    checks = [DataRequired(missing), at_most(longest)]
    return StringField(label, checks, filters=[tidy], widget=GovTextInput(), **more)


def words_if_any(label: str, longest: int, **more) -> StringField:
    """A line of text that may be left blank."""
    return StringField(label, [at_most(longest)], **{"filters": [tidy], "widget": GovTextInput(), **more})


def passage(label: str, missing: str, longest: int, **more) -> StringField:
    """A text of several lines that has to be there."""
    checks = [DataRequired(missing), at_most(longest)]
    return StringField(label, checks, filters=[tidy_lines], widget=GovTextArea(), **more)


def at_most(longest: int) -> Length:
    return Length(max=longest, message=f"Make this shorter: the most is {longest:,} characters.")


def one_of(label: str, missing: str, choices: list[tuple[str, str]]) -> RadioField:
    """One of a few choices; any other answer is as good as none."""
    checks = [AnyOf([value for value, _ in choices], missing)]
    return RadioField(label, checks, choices=choices, validate_choice=False, widget=GovRadioInput())


class DayField(DateField):
    """A date typed as day, month and year; it may be left blank where nothing is said to be missing."""

    widget = GovDateInput()

    def __init__(self, label: str, missing: str = "", **more):
        super().__init__(label, **more)
        self.missing = missing

    def process_formdata(self, valuelist: list[str]) -> None:
        # The widget shows three parts, however many were sent.
        self.raw_data = [*valuelist, "", "", ""][:3]
        self.data = None
        if any(part.strip() for part in self.raw_data):
            self.data = _day(self.raw_data)
        elif self.missing:
            raise ValueError(self.missing)


class CountField(IntegerField):
    """A whole number that may be left blank."""

    widget = GovTextInput()

    def __init__(self, label: str = "", wrong: str = "", most: int = MOST_PEOPLE, **more):
        super().__init__(label, **more)
        self.wrong, self.most = wrong, most

    def process_formdata(self, valuelist: list[str]) -> None:
        typed = re.sub(r"[\s,]", "", "".join(valuelist[:1]))
        self.data = None
        if not typed:
            return
        if not re.fullmatch("[0-9]{1,9}", typed) or int(typed) > self.most:
            raise ValueError(self.wrong)
        self.data = int(typed)


def _day(parts: list[str]) -> date:
    try:
        day, month, year = (int(part) for part in parts)
        read = date(year, month, day)
    except (ValueError, OverflowError):
        raise ValueError("Write a date that exists, such as 1 4 2026.") from None
    if year not in YEARS:
        raise ValueError("Write the year in full, such as 2026.")
    return read
