"""The full report is made from answers as they are, step by step; what cannot be made is said plainly."""

import pytest

from survey.commands.makers import MAKERS, full_report
from survey.engagement import jobs, value_maps
from survey.engagement.jobs import CannotBeMade
from survey.records.base import db
from tests import valuing
from tests.reports import value_worlds


@pytest.fixture
def made(app):
    return value_worlds.world()


def asked(made):
    return jobs.ask(made.evaluation, value_maps.REPORT, {"value_map": made.id})


def test_the_paper_of_a_map_is_made_step_by_step(made):
    steps = []
    name, mime, paper = MAKERS[value_maps.REPORT](asked(made), lambda *step: steps.append(step))
    assert (name, mime) == (f"full-report-value-map-{made.id}-internal.pdf", "application/pdf")
    assert paper.startswith(b"%PDF")
    assert [number for number, *_ in steps] == [1, 2, 3, 4, 5] and {of for _, of, _ in steps} == {5}


def test_a_map_that_was_removed_or_has_no_ratio_gives_a_sentence(made):
    job = asked(made)
    valuing.row(made, "fewer_gp_visits")
    with pytest.raises(CannotBeMade, match="no ratio"):
        full_report(job, lambda *_: None)
    value_maps.remove(made)
    db.session.flush()
    with pytest.raises(CannotBeMade, match="removed"):
        full_report(job, lambda *_: None)
