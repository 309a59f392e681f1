"""What the answers of voices.py make: worked out by hand, and looked for on page and paper."""

from playwright.sync_api import Page, expect

from tests.journeys import paper
from tests.journeys.steps import (
    arrive,
    choose,
    download,
    fill,
    follow,
    heading,
    press,
    reads,
    takes_the_focus,
)
from tests.journeys.tables import row
from tests.journeys.voices import CASE, NAME, PARTNERS

OF_CHANGE, OF_COUNTED = "How much of the change is due to the programme", "What partners counted"
COLUMNS = [
    *("With both", "Percentage change from before"),
    *("Deadweight", "Attribution to others", "Displacement"),
    *("Due to the programme", "Drop-off a year", "Evidence"),
]
# Of each: the amount x (1 - deadweight) x (1 - attribution to others) x (1 - displacement).
COUNTED = {
    "GP visits that were not needed": ["1", "120", "25", "50", "0", "45", "25", "B"],
    "Less need for care and support": ["1", "8", "50", "50", "0", "2", "–", "B"],
    "Fire call-outs": ["1", "0", "–", "–", "–", "–", "–", "–"],
    "Police call-outs": ["1", "20", "25", "60", "50", "3", "–", "B"],
    "Tenancies kept": ["1", "4", "0", "25", "0", "3", "–", "B"],
    "Housing officer time freed": ["1", "−8", "0", "0", "0", "−8", "–", "B"],
    "More volunteers": ["1", "10", "50", "80", "0", "1", "–", "B"],
    "Leaning on the coordinator too much": ["1", "−20", "0", "0", "0", "−20", "–", "B"],
}
PER_CENT, WHY = "How many per cent are to be taken off?", "Why this figure?"


def the_impact_page_shows_the_figures(page: Page) -> None:
    """Each worked out by hand, from the medians of what is said."""
    follow(page, NAME)
    follow(page, "Impact", exact=True)
    expect(heading(page)).to_have_text(
        "Outcome by outcome, the part due to the programme is between 10 per cent (More volunteers) and "
        "100 per cent (Housing officer time freed and Leaning on the coordinator too much)"
    )
    reads(
        page, "Residents: six people were asked", "Partners: eight organisations were asked; seven answered"
    )
    # 50 x 0.75 x 0.45 = 16.9, and -41.7 x 0.62 x 0.50 x 0.75 = -9.7.
    rely_on, isolation = (row(page, OF_CHANGE, name) for name in ("Someone to rely on", "Isolation"))
    assert list(rely_on.values()) == ["6", "50", "25", "55", "0", "17", "25", "B"]
    assert list(isolation.values()) == ["6", "−42", "38", "50", "25", "−10", "25", "B"]
    assert list(isolation) == COLUMNS
    for name, figures in COUNTED.items():
        assert list(row(page, OF_COUNTED, name).values()) == figures, name
    reads(
        page,
        "Isolation fell by 42 per cent of its starting level.",
        "Due to the programme: 10 per cent of its starting level, which is 23 per cent of the change.",
        "Attribution to others: residents say 25 per cent and partners 50 per cent (medians).",
        "Leaning on the coordinator too much: partners counted a change for the worse of 20 hours of "
        "coordinators’ time.",
    )
    assert page.get_by_text("Residents and partners disagree.").count() == 2
    page.get_by_text("What was said about Isolation").click()
    deadweight = row(page, "Isolation: what was said, and what is used", "Deadweight")
    assert list(deadweight.values()) == [
        *("38", "said by partners", "B"),
        *("25", "5", "25 to 50"),
        *("38", "3", "32 to 44"),
    ]


def a_figure_comes_from_somewhere_and_can_be_entered(page: Page) -> None:
    changes = page.get_by_role("table", name=OF_CHANGE)
    arrive(page, changes.get_by_role("link", name="38, Isolation, Deadweight"))
    reads(
        page,
        "Deadweight: 38 per cent",
        "“Would this have changed anyway, without your coordinator?”",
        "five gave a figure, from 0 to 50 per cent, the middle half from 25 to 50; one did not know",
        "38 per cent, given exactly",
        CASE["happened_instead"],
    )
    choose(page, "Records, such as a log or a register")
    fill(page, {PER_CENT: "50%", WHY: "The register of visits"})
    press(page, "Enter this figure")
    reads(page, "There is a problem", "without the per cent sign")
    takes_the_focus(page)
    expect(page.get_by_label(WHY, exact=True)).to_have_value("The register of visits")
    fill(page, {PER_CENT: "60"})
    press(page, "Enter this figure")
    reads(page, "The figure is entered, and is used from now on.", "Deadweight: 60 per cent")
    follow(page, "Impact", exact=True)
    # -41.7 x 0.40 x 0.50 x 0.75 = -6.25
    figures = row(page, OF_CHANGE, "Isolation")
    found = list(figures.values())
    assert found == ["6", "−42", "60 entered", "50", "25", "−6", "25", "C"]


def the_paper_says_the_same(page: Page) -> None:
    follow(page, "See the results with these columns")
    summary = download(page, "Download the summary")
    lines, said = paper.lines(summary), paper.words(summary)
    assert "How much of this is due to the programme" in said
    assert "Isolation 6 −42 38 50 25 −10 25 B" in lines
    assert "Someone to rely on 6 50 25 55 0 17 25 B" in lines
    assert "Police call-outs (call-outs) 1 20 25 60 50 3 – B" in lines
    assert not any(f"Made-up {kind}" in said for kind in PARTNERS)
    follow(page, NAME)
    follow(page, "Impact", exact=True)
