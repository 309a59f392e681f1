"""The sheet of quotations, read back by code that has nothing to do with what wrote it."""

import pandas as pd
import pytest

from survey.access.telling import RELEASE
from survey.analysis import disclosure
from survey.analysis.stories import count_table, votes_table
from survey.reports import long_form, workbook
from survey.reports.meanings import meaning
from survey.reports.stories import Stories
from survey.reports.story_sheet import own_words
from survey.reports.story_words import HOW_TO_READ
from tests.reports.files import findings, read
from tests.reports.test_own_words import NAMES, RIGHT_TO_LEFT, team, told

PAYLOAD = '=HYPERLINK("http://x","y")'


def test_each_quotation_is_a_row_with_what_it_is_about_and_who_says_so():
    found = team(
        told(PAYLOAD, "hope", name="Made-up Mo"), told(RIGHT_TO_LEFT), left_out=("One was left out.",)
    )
    rows = read(workbook.xlsx(found))["Own words"]
    assert ["Hope for the future", PAYLOAD, "Made-up Mo"] in rows
    assert ["Of the programme as a whole", RIGHT_TO_LEFT, "Somebody who told their story"] in rows
    assert rows[-1][0] == "One was left out."
    assert ["Own words", workbook.OWN_WORDS["Own words"]] in [
        row[:2] for row in read(workbook.xlsx(found))["About"]
    ]


def test_without_a_quotation_there_is_no_sheet():
    assert own_words(findings()) == () == own_words(team())
    assert "Own words" not in read(workbook.xlsx(team()))


def test_a_sheet_of_a_release_holds_released_words_alone():
    mine = told("Hello.", outlet=RELEASE)
    assert own_words(findings(stories=Stories("One is here.", (mine,))))[0].notes == (
        "One is here.",
        f"Chosen by the team from the stories that it may read. {HOW_TO_READ}",
    )
    for_the_team = Stories("", (told("For the team."),))
    with pytest.raises(TypeError):
        findings(stories=for_the_team)
    # Past the check that findings make themselves.
    released = findings()
    object.__setattr__(released, "stories", for_the_team)
    with pytest.raises(TypeError):
        own_words(released)


def test_tables_of_stories_have_a_sheet_and_their_figures_alone_are_in_the_long_form():
    votes = pd.DataFrame(
        [(1, "At the library", 7, "People help each other.", None, 11, 12, 13)],
        columns=["session", "title", "statement_id", "statement", "outcome", "agree", "not_sure", "disagree"],
    )
    table = disclosure.release(votes_table(votes), 10)
    found = findings(stories=Stories("", (told("Hello.", outlet=RELEASE),), tables=(table,), outcomes=NAMES))
    sheets = read(workbook.xlsx(found))
    assert ["People help each other.", 35, 10, 10, 15, 31] in [row[:6] for row in sheets["Stories"]]
    rows = [row for row in long_form.figures(found) if row[0] == "session_votes"]
    assert [row[7] for row in rows] == [35, 10, 10, 15, 31]
    assert "Hello." not in str(list(long_form.rows(found)))
    meant = {tuple(row[:2]): row[2] for row in sheets["Codebook"] if "Stories" in row}
    assert meant["n", "Voted"] == "How many people voted, by phone or by a show of hands."


def test_each_note_stands_under_the_table_that_it_is_about():
    votes = pd.DataFrame(
        [(1, "At the library", 7, "People help each other.", None, 11, 12, 13)],
        columns=["session", "title", "statement_id", "statement", "outcome", "agree", "not_sure", "disagree"],
    )
    tables = tuple(disclosure.release(each, 10) for each in (count_table(24), votes_table(votes)))
    rows = [row[0] for row in read(workbook.xlsx(findings(stories=Stories("", tables=tables))))["Stories"]]
    of_stories, of_votes = (
        next(row for row in rows if row and row.startswith(some))
        for some in ("Every table of stories", "Those who voted")
    )
    assert rows.index(of_stories) < rows.index("People help each other.") < rows.index(of_votes)


@pytest.mark.parametrize("table", ["story_directions", "story_themes", "session_votes"])
def test_columns_that_have_the_name_of_others_mean_what_they_do_here(table):
    assert meaning("n", table) and meaning("n", table) != meaning("n")
    assert meaning("a_column_to_come", table) == ""
