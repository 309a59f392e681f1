"""The page of people's own words on paper."""

import io
import subprocess

import outloud
import pdfua
import pikepdf
import pytest

from survey.access import telling
from survey.access.telling import RELEASE, REPORT
from survey.records.base import now
from survey.reports import briefing
from survey.reports.own_words import OF_THE_WHOLE, OwnWords, Quoted, own_words
from survey.reports.stories import Stories
from survey.reports.story_words import NOT_HERE
from survey.reports.summary import Summary
from tests.reports.files import findings
from tests.reports.papers import summary

LONG = "What a difference it makes to be asked. " * 14
RIGHT_TO_LEFT = "كنت وحيدا. الآن أعرف جيراني."
NAMES = {"control": "Feeling in control", "isolation": "Isolation", "hope": "Hope for the future"}


def told(words, outcome=None, outlet=REPORT, name="", story=1):
    """Words let out by the door itself, for a story whose every use is agreed to."""
    today = now().date()
    consents = [telling.Consent(purpose, today, named_as=name) for purpose in telling_purposes()]
    return telling.tell(
        words, consents, outlet, today, story=story, named=bool(name), outcome=outcome, is_redacted=True
    )


def telling_purposes():
    return {purpose for needed in telling.NEEDED.values() for purpose in needed}


def team(*quotations, **known):
    said = Stories("", quotations, outcomes=NAMES, **known)
    return findings(release=False, stories=said, headline_range="Allowing for chance, by a little.")


def words_of(pdf):
    done = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    return done.stdout.decode()


def test_quotations_stand_under_outcomes_in_their_order_and_the_whole_last():
    page = own_words(
        team(
            told("Of all."),
            told("Of hope.", "hope"),
            told("Of both.", "isolation"),
            told("Of me.", "control"),
        )
    )
    assert [heading for heading, _ in page.groups] == [
        "Feeling in control",
        "Isolation",
        "Hope for the future",
        OF_THE_WHOLE,
    ]
    assert page.more == ""


def test_the_first_of_each_outcome_comes_before_a_second_and_the_rest_are_counted():
    many = [told(f"{LONG} {number}", "control") for number in range(9)]
    page = own_words(team(*many, told("Of isolation.", "isolation"), told("Of all.")))
    sizes = {heading: len(group) for heading, group in page.groups}
    assert sizes["Isolation"] == sizes[OF_THE_WHOLE] == 1 and 1 < sizes["Feeling in control"] < 9
    left = 9 - sizes["Feeling in control"]
    assert page.more.startswith(
        f"There are {['', 'one', 'two', 'three', 'four', 'five', 'six'][left]} more quotations"
    )


def test_the_team_reads_why_words_are_left_out_and_a_release_only_that_some_are():
    why = ("One quotation was left out: consent was taken back.",)
    assert own_words(team(told("Hello."), left_out=why)).left_out == why[0]
    quoted = (told("Hello.", outlet=RELEASE),)
    for known in ({"left_out": why}, {"since": "Since release 1, one quotation was taken out."}):
        released = findings(stories=Stories("", quoted, **known))
        assert own_words(released).left_out == NOT_HERE
    assert own_words(findings(stories=Stories("", quoted))).left_out == ""


def test_without_a_quotation_there_is_no_page():
    assert own_words(findings()) is None
    assert own_words(team()) is None


def test_paper_refuses_words_that_were_not_let_out():
    with pytest.raises(TypeError, match="telling"):
        Quoted("Just words.")
    with pytest.raises(TypeError, match="telling"):
        OwnWords("", (("Hope", (told("Not wrapped."),)),), "", "")
    with pytest.raises(TypeError, match="telling"):
        summary(words="Just words.")
    assert Summary.__dataclass_fields__["words"].default is None


@pytest.fixture(scope="module")
def paper():
    """As many long quotations as there can be, with line breaks, another script and markup in them."""
    quotations = [
        *(told(f"{LONG}{number}", outcome) for number in range(6) for outcome in NAMES),
        told(f"{RIGHT_TO_LEFT}\n\n<b>Not bold</b> {{{{ 7 * 7 }}}} 🌻", name="Made-up Mo"),
    ]
    return briefing.pdf(team(*quotations))


def test_the_page_never_runs_over(paper):
    without = briefing.pdf(findings(release=False))
    with pikepdf.open(io.BytesIO(paper)) as long, pikepdf.open(io.BytesIO(without)) as short:
        assert len(long.pages) == len(short.pages) + 1


def test_the_widest_letters_never_run_over_either():
    wide = [told(letter * 590, outcome) for letter in "W我" for _ in range(8) for outcome in NAMES]
    with pikepdf.open(io.BytesIO(briefing.pdf(team(*wide)))) as written:
        assert len(written.pages) == 4


def test_words_stay_words_and_the_page_says_whose_they_are(paper):
    page = next(each for each in words_of(paper).split("\f") if "own words" in each)
    assert "<b>Not bold</b> {{ 7 * 7 }}" in " ".join(page.split())
    assert "Made-up Mo" in page and "Somebody who told their story" in page
    assert "more quotations" in page and "Internal: for the team" in page


def test_the_checkers_find_no_fault(paper, tmp_path):
    file = tmp_path / "paper.pdf"
    file.write_bytes(paper)
    heard = [each.rule for each in outloud.check(str(file)).findings if each.severity != "info"]
    assert heard + [each.rule_id for each in pdfua.validate(str(file)).findings] == []


def test_one_quotation_takes_one_page_and_no_more():
    pdf = briefing.pdf(team(told("I go out on Tuesdays now.", "control")))
    assert "I go out on Tuesdays now." in " ".join(words_of(pdf).split())
