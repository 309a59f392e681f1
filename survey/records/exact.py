"""Numbers of money and shares, kept to the last digit: no database of ours may round them on the way."""

from decimal import Decimal

from sqlalchemy import String
from sqlalchemy.types import TypeDecorator

LONGEST = 60


class Exact(TypeDecorator):
    """A Decimal kept as its digits. SQLite knows floating numbers alone, and those lose pennies."""

    impl = String(LONGEST)
    cache_ok = True

    def process_bind_param(self, value: Decimal | int | None, dialect) -> str | None:
        return None if value is None else f"{Decimal(value):f}"

    def process_result_value(self, value: str | None, dialect) -> Decimal | None:
        return None if value is None else Decimal(value)
