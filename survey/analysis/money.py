"""Money and ratios become words that people can read; they are rounded here and nowhere before."""

from decimal import ROUND_HALF_UP, Decimal

from survey.analysis.wording import MINUS

POUND = "\N{POUND SIGN}"


def pounds(value: Decimal) -> str:
    """A sum of money in whole pounds: "£1,234", "−£20"; what is less than one pound is not called nought."""
    if value and abs(value) < Decimal("0.5"):
        return f"less than {POUND}1" if value > 0 else f"between {MINUS}{POUND}1 and {POUND}0"
    return _signed(value, 0, POUND)


def ratio(value: Decimal) -> str:
    """A ratio of money to money with two decimals: "3.68" is three pounds and 68 pence for each pound."""
    return _signed(value, 2)


def per_cent_of(share: Decimal, decimals: int = 0) -> str:
    """A share (1 is the whole) as a percentage: "25 per cent", "3.5 per cent" with a decimal."""
    return f"{_signed(100 * share, decimals)} per cent"


def amount(value: Decimal, decimals: int = 2) -> str:
    """A number of anything with at most so many decimals, and no noughts at their end."""
    text = _signed(value, decimals)
    return text.rstrip("0").rstrip(".") if "." in text else text


def _signed(value: Decimal, decimals: int, currency: str = "") -> str:
    exact = value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    return f"{MINUS if exact < 0 else ''}{currency}{abs(exact):,}"
