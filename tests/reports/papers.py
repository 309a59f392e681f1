"""Sample values for paper: figures made up for the tests, in the shape that the product fills."""

from survey.analysis.caveats import KINDS_OF_BEFORE, NO_COMPARISON
from survey.analysis.disclosure import internal
from survey.analysis.tables import Column, Row, Table
from survey.reports.bars import Answers, diverging
from survey.reports.flower import Petal, flower
from survey.reports.impact_page import ImpactPage
from survey.reports.moves import moves_bar
from survey.reports.summary import AreaFlower, Fact, Summary

OUTCOMES = (
    *("Control", "Someone to rely on", "Low mood", "Independence", "Isolation", "Hope", "Confidence"),
    *("Worry about crime", "Belonging", "Home", "Money", "Health", "Leaning too much on the coordinator"),
)
AREAS = ("Derby", "Thurrock")
COLUMNS = (
    Column("n", "People", "people"),
    Column("before", "Average before", "score", 1),
    Column("now", "Average now", "score", 1),
    Column("points", "Change", "points", 1),
    Column("pct", "Change from before", "per cent", 0),
    Column("range", "Share of the scale moved", "per cent", 0),
)
FELL = "fell by 53 per cent of its starting level, from 4.1 to 1.9 out of 5 (48 people)."
ASKED = (
    Fact("People asked", "212 people with Level 2 support; 196 answered (92 per cent)."),
    Fact("The before", "asked at introduction, the now six to twelve months later."),
    Fact("Who helped", "120 answered alone, 50 with family or a friend, 26 with their coordinator."),
)
CAVEATS = (
    NO_COMPARISON,
    KINDS_OF_BEFORE["recalled"],
    "Small numbers: fewer than 10 people gave both scores for Health and Money. "
    "A few answers more or fewer could turn the picture round.",
    "Many stayed silent: more than 20 per cent of the people who gave a score for before gave none "
    "for now, for Hope. Those who did not answer may have fared differently.",
    "Many tests: eight outcomes were tested and the p values are not adjusted for that. "
    "By chance alone, about one test in 20 would look like a change.",
)
DEFINITIONS = (
    Fact("Percentage change from before", "the change in the average, divided by the average before."),
    Fact("Share of the scale moved", "the average change, divided by the length of the scale."),
)


def summary(outcomes: int = 8, **changed: object) -> Summary:
    """A summary of so many outcomes in two areas; any field can be changed."""
    names = OUTCOMES[:outcomes]
    values = {
        "council": "Anytown Council",
        "evaluation": "Local Area Coordination",
        "period": "April 2024 to March 2025",
        "filters": "All areas, Level 2",
        "made_on": "3 May 2025",
        "made_on_iso": "2025-05-03",
        "made_up": True,
        "marking": "Internal: for the team, not for publication",
        "stamp": "Made from 196 pairs of answers as they stood on 3 May 2025 at 10:15 (data 7f3a-91c2).",
        "headline": f"Isolation {FELL}",
        "headline_range": "Allowing for chance, it could be a fall of between 44 and 61 per cent.",
        "table": internal(_table(names)),
        "moves": {name: moves_bar(20 + place, 17, 11 - place % 5) for place, name in enumerate(names)},
        "flowers": tuple(_flower(area, names, place) for place, area in enumerate(AREAS)),
        "sentences": tuple(f"{name} {FELL}" for name in names),
        "bars": _bars(names),
        "bars_sentence": "Each bar is everyone who answered; the further right, the better things were.",
        "asked": ASKED,
        "caveats": CAVEATS,
        "definitions": DEFINITIONS,
    }
    return Summary(**{**values, **changed})


def impact(outcomes: int = 8) -> ImpactPage:
    """The page on what is due to the programme, with one figure that an evaluator entered."""
    columns = (
        Column("n", "With both", "people"),
        Column("gross", "Percentage change from before", "per cent"),
        Column("deadweight", "Deadweight", "per cent"),
        Column("net", "Due to the programme", "per cent"),
        Column("grade", "Evidence", "text"),
    )
    cells = {"n": 48, "gross": 53.0, "deadweight": 40.0, "net": 20.0, "grade": "B"}
    rows = [Row(name, name, cells) for name in OUTCOMES[:outcomes]]
    rows[0] = Row(OUTCOMES[0], OUTCOMES[0], cells, marks={"deadweight": "entered"})
    table = Table("impact", "How much is due to the programme: all areas", columns, tuple(rows), "Outcome")
    return ImpactPage(
        headline="Outcome by outcome, the part due to the programme is between 20 per cent (Hope) "
        "and 45 per cent (Money).",
        missing="This is known for every outcome.",
        asked=("Residents: 48 people were asked.", "Partners: 12 organisations were asked; nine answered."),
        tables=((internal(table), ("A dash: nobody has said.",)),),
        sentences=tuple(f"{name} {FELL} Due to the programme: 20 per cent." for name in OUTCOMES[:outcomes]),
        disagreements=("Control: deadweight: residents say 25 per cent and partners 60 per cent.",),
        grades={"A": "both voices", "B": "one voice"},
    )


def own_values() -> dict[str, object]:
    """What a resident's page is made from."""
    return {
        "council": "Anytown Council",
        "evaluation": "Local Area Coordination",
        "made_up": True,
        "made_on": "3 May 2025",
        "made_on_iso": "2025-05-03",
        "reference": "K7M-2QP-9XTR",
        "heading": "What has changed for you",
        "sentences": ("Three parts of your life are better than before, one is the same.",),
        "picture": flower(own_petals(), "Three petals grew since before", id_prefix="own"),
    }


def own_petals() -> list[Petal]:
    befores, nows = (0.25, 0.5, 0.5, None, 0, 0.25, 0.75, 1), (0.75, 0.75, 0.5, 0.75, 0.5, None, 0.25, 1)
    return [Petal(*each) for each in zip(OUTCOMES, befores, nows, strict=False)]


def _table(names: tuple[str, ...]) -> Table:
    cells = {"before": 4.06, "now": 1.9, "points": -2.16, "pct": -53.2, "range": -54.0}
    rows = [Row(name, name, {**cells, "n": 1048 - place}) for place, name in enumerate(names)]
    rows[-1] = Row(names[-1], names[-1], {"n": 0})
    caption = "Change in outcomes, people who answered before and now, scores from 1 to 5"
    note = "A fall is the good news for low mood, isolation and worry about crime."
    return Table("change", caption, COLUMNS, tuple(rows), "Outcome", (note,))


def _flower(area: str, names: tuple[str, ...], place: int) -> AreaFlower:
    petals = [
        Petal(name, 0.2 + 0.03 * step, 0.9 - 0.03 * step - 0.1 * place) for step, name in enumerate(names)
    ]
    title = f"{area}: all outcomes grew towards their good end"
    picture = flower(petals, title, id_prefix=f"flower-{place}", key=len(names) <= 8)
    return AreaFlower(area, picture, f"In {area}, all outcomes grew (98 people).")


def _bars(names: tuple[str, ...]) -> str:
    answers = [Answers(name, (9, 14, 12, 8, 5), (3, 6, 11, 17, 9)) for name in names]
    return diverging(answers, "More people gave a good answer now than before, for every outcome")
