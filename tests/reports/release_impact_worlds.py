"""One outcome that six of each kind may speak of, and the table of change beside it: no records needed."""

from survey.analysis import disclosure
from survey.analysis.impact import ATTRIBUTION, DEADWEIGHT, DISPLACEMENT, RESIDENTS
from survey.analysis.said import Entered
from survey.analysis.tables import Column, Row, Table
from survey.reports.release_impact import due
from survey.reports.release_tables import Pair
from survey.reports.spoken import Outcome, Spoken

HEADLINE = "pct_relative_ratio_of_means"
KINDS = ("nhs", "police", "housing")
HOPE = Outcome("hope", "Hope for the future", True, KINDS)
VISITS = Outcome("fewer_gp_visits", "GP visits", False, ("nhs",), counted=True)
THRESHOLD = 10
OF_NET = (DEADWEIGHT, ATTRIBUTION, DISPLACEMENT)


def changed(gross=40.0, people=30):
    row = Row("hope", "Hope for the future", {HEADLINE: gross}, {HEADLINE: (people,)})
    exact = Table("change", "Change", (Column(HEADLINE, "Change", "per cent"),), (row,))
    return Pair(exact, disclosure.release(exact, THRESHOLD))


def spoken(residents=None, partners=None, entered=None):
    """Batches by filter, of hope, or of another outcome where one is named with it."""
    return Spoken(_named(residents), _named(partners), entered or {})


def _named(batches):
    return {
        name if isinstance(name, tuple) else ("hope", name): said for name, said in (batches or {}).items()
    }


def people(per_cent, count):
    return [[(RESIDENTS, per_cent)] * count]


def released(said, outcomes=(HOPE,), change=None):
    return due(outcomes, said, change or changed(), HEADLINE, THRESHOLD)


def impact():
    """Something of everything: both voices, kinds alone and together, an entry, what partners count."""
    kinds = [[("nhs", 25)] * 3 + [("police", 75)] * 2 + [("housing", 50)]]
    partners = {name: kinds for name in OF_NET}
    partners |= {("fewer_gp_visits", name): [[("nhs", 50)] * 3] for name in OF_NET}
    entered = {"hope": {DISPLACEMENT: Entered(10, "records", "Register.")}}
    return released(spoken({DEADWEIGHT: people(50, 14)}, partners, entered), (HOPE, VISITS)).impact


def cells(table, key):
    [row] = [row for row in table.rows if row.key == key]
    return row.cells
