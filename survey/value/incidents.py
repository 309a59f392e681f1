"""Critical incidents that did not happen: how many, who judged so, how likely each was, what one costs."""

from dataclasses import dataclass
from decimal import Decimal, localcontext

from survey.analysis.money import pounds
from survey.analysis.wording import rounded
from survey.value.model import NOUGHT, WHOLE, Remark, Wrong
from survey.value.worth import DIGITS

# What looks like the cost of all of them together where it is given for one.
DEAR = Decimal(50_000)


@dataclass(frozen=True)
class Incident:
    """A kind of incident that is said to have been avoided.

    `count` is how many were avoided in a year, as judged by `judged_by`; `likelihood`, from 0 to 1, how
    likely each would have been without support; `unit_cost` what one costs, in the currency of the map,
    between `low` and `high` (each is `unit_cost` where it is not given). Raises Wrong, with the incident as
    its place.
    """

    what: str
    count: Decimal
    judged_by: str
    likelihood: Decimal
    unit_cost: Decimal
    low: Decimal | None = None
    high: Decimal | None = None

    def __post_init__(self) -> None:
        wrong = _wrong(self)
        if wrong:
            raise Wrong(_place(self), wrong)

    @property
    def expected(self) -> Decimal:
        """How many would have happened: those counted, each as likely as it was judged."""
        with localcontext(prec=DIGITS):
            return self.count * self.likelihood

    @property
    def total_low(self) -> Decimal:
        """What they would have cost together at the low cost of one, in the currency of the map."""
        return self._at(self.unit_cost if self.low is None else self.low)

    @property
    def total(self) -> Decimal:
        """What they would have cost together, in the currency of the map."""
        return self._at(self.unit_cost)

    @property
    def total_high(self) -> Decimal:
        """What they would have cost together at the high cost of one, in the currency of the map."""
        return self._at(self.unit_cost if self.high is None else self.high)

    def _at(self, cost: Decimal) -> Decimal:
        with localcontext(prec=DIGITS):
            return self.expected * cost


def remarks(incident: Incident) -> tuple[Remark, ...]:
    """What deserves a second look before anybody is told of it; nothing is stopped by it."""
    return tuple(Remark(_place(incident), message) for message in _remarks(incident))


def _remarks(incident: Incident) -> list[str]:
    found = []
    if incident.count > 1 and incident.unit_cost >= DEAR:
        each = incident.unit_cost / incident.count
        found.append(
            f"{pounds(incident.unit_cost)} is given as the cost of one incident, and so"
            f" {pounds(incident.total)} for the {rounded(incident.count, 0)} of them. If it is what"
            f" all of them cost together, one costs {pounds(each)}."
        )
    if incident.likelihood == WHOLE and incident.count:
        found.append(
            "every one is taken as certain to have happened; events that did not happen are rarely certain."
        )
    if incident.low is None or incident.high is None:
        found.append("a low and a high cost of one incident would show how sure this is.")
    return found


def _place(incident: Incident) -> str:
    return f"incident {incident.what}"


def _wrong(incident: Incident) -> str | None:
    low, high = incident.low, incident.high
    costs = [each for each in (low, incident.unit_cost, high) if each is not None]
    if not incident.count.is_finite() or incident.count < 0:
        return "its count is a number, nought or more."
    if not incident.likelihood.is_finite() or not NOUGHT <= incident.likelihood <= WHOLE:
        return "its likelihood is a share from 0 to 1 (0 to 100 per cent)."
    if not all(each.is_finite() and each >= 0 for each in costs):
        return "its cost is a sum of money for one incident, nought or more."
    if costs != sorted(costs):
        return "its costs go up from low to high, with the cost itself between them."
    if not incident.judged_by.strip():
        return "say who judged that it was avoided."
    return None
