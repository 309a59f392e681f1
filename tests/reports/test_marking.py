from datetime import date

from survey.reports.marking import day, is_published, mark, marking
from tests.reports.files import findings


def test_a_file_says_whose_it_is():
    assert marking(findings()) == "Release 3"
    assert marking(findings(release=False)) == "Internal: for the team, not for publication"


def test_a_preview_is_not_a_release():
    preview = findings(number=0)
    assert marking(preview).startswith("Preview of a release")
    assert not is_published(preview) and not is_published(findings(release=False))
    assert is_published(findings())


def test_made_up_answers_are_marked_with_it():
    assert mark(findings()) == "Release 3, 5 May 2027. Made-up answers: example only"
    assert mark(findings(made_up=False)) == "Release 3, 5 May 2027"


def test_days_read_as_people_write_them():
    assert day(date(2026, 5, 3)) == "3 May 2026"
