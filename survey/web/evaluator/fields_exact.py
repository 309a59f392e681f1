"""Fields for money, shares and other numbers that are kept to the last digit."""

import re
from decimal import Decimal

from govuk_frontend_wtf.wtforms_widgets import GovSelect, GovTextInput
from wtforms import SelectField, StringField, ValidationError

MOST_DIGITS = 12
NOUGHT, HUNDRED = Decimal(0), Decimal(100)
TYPED = re.compile(r"(-?)([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)((?:\.[0-9]+)?)")
TOO_LONG = f"Write this with {MOST_DIGITS} digits at most."


class ExactField(StringField):
    """A number with or without decimals; it may be left blank where nothing is said to be missing."""

    widget = GovTextInput()

    def __init__(self, label="", wrong="", missing="", least=NOUGHT, most=None, **more):
        super().__init__(label, **more)
        self.wrong, self.missing, self.least, self.most = wrong, missing, least, most

    def process_formdata(self, valuelist: list[str]) -> None:
        typed = "".join("".join(valuelist[:1]).split())
        self.data = None
        if typed:
            self.data = self._read(typed)
        elif self.missing:
            raise ValueError(self.missing)

    def _value(self) -> str:
        if self.raw_data:
            return self.raw_data[0]
        return "" if self.data is None else plain(self.data)

    def _read(self, typed: str) -> Decimal:
        found = TYPED.fullmatch(typed.replace("\N{MINUS SIGN}", "-"))
        if not found:
            raise ValueError(self.wrong)
        digits = found[2].replace(",", "")
        if len(digits + found[3].strip(".")) > MOST_DIGITS:
            raise ValueError(TOO_LONG)
        # Adding nought makes a plain nought of one below nought.
        read = Decimal(found[1] + digits + found[3]) + NOUGHT
        if (self.least is not None and read < self.least) or (self.most is not None and read > self.most):
            raise ValueError(self.wrong)
        return read


class MoneyField(ExactField):
    """Pounds, with or without their sign."""

    def _read(self, typed: str) -> Decimal:
        return super()._read(typed.replace("£", "", 1))


class ShareField(ExactField):
    """Per cent on the page, a fraction in the records."""

    def __init__(self, label="", wrong="", missing="", most=HUNDRED, **more):
        super().__init__(label, wrong, missing, most=most, **more)

    def _read(self, typed: str) -> Decimal:
        return super()._read(typed.removesuffix("%")) / HUNDRED

    def _value(self) -> str:
        if self.raw_data:
            return self.raw_data[0]
        return "" if self.data is None else plain(self.data * HUNDRED)


class WholeField(ExactField):
    """A whole number in a range."""

    def _read(self, typed: str) -> int:
        read = super()._read(typed)
        if read != int(read):
            raise ValueError(self.wrong)
        return int(read)


class PickField(SelectField):
    """One of a list that is given later; anything else is refused in plain words."""

    widget = GovSelect()

    def __init__(self, label="", missing="", **more):
        super().__init__(label, validate_choice=False, **more)
        self.missing = missing

    def process_data(self, value: object) -> None:
        super().process_data("" if value is None else value)

    def pre_validate(self, form) -> None:
        if not self._is_offered():
            raise ValidationError(self.missing)

    @property
    def number(self) -> int | None:
        """The id that was picked; None for none, and for what is not on the list."""
        return int(self.data) if self.data and self._is_offered() else None

    def _is_offered(self) -> bool:
        return self.data in [value for value, _ in self.choices]


def plain(value: Decimal | int) -> str:
    """A number as one would type it: no exponent, and no noughts at the end that say nothing."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
