from survey.reports.masthead import Masthead, masthead
from survey.reports.rendering import render
from tests.reports.files import findings
from tests.reports.papers import summary


def test_a_paper_says_whose_it_is_and_of_when():
    made = Masthead(**masthead(findings()))
    assert made.marking == "Release 3" and made.made_on == "5 May 2027" and made.made_on_iso == "2027-05-05"
    assert made.period.count(" to ") == 1 and made.made_up


def test_every_paper_has_its_masthead_in_the_same_places():
    page = render("report/summary.html", summary=summary(marking="Release 3", made_up=False))
    assert 'data-status="Release 3" data-example=""' in page and "<strong>Release 3</strong>" in page
    assert "<title>Local Area Coordination: summary, April 2024 to March 2025</title>" in page
    assert 'class="example"' not in page and 'class="example"' in render(
        "report/summary.html", summary=summary()
    )
