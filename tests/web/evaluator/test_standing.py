from dataclasses import replace
from datetime import date

import pytest

from survey.engagement import cases, responses, sessions, waves
from survey.records.base import db
from survey.web.evaluator.standing import Standing, standing, tasks
from tests import making

BEGUN = Standing(None, {"one": 3, "two": 8}, residents=0, answered=0, waves=2, open_waves=0, colleagues=1)
OPEN = replace(BEGUN, opened="1 April 2026", open_waves=1)


@pytest.mark.parametrize(
    ("now", "sentence", "following"),
    [
        (BEGUN, "This evaluation is being set up. Nobody can answer yet.", "outcomes"),
        (replace(BEGUN, asked={"one": 3, "two": 0}), "This evaluation is being set up.", "outcomes"),
        (OPEN, "Open since 1 April 2026. No residents have been added yet.", "residents"),
        (replace(OPEN, residents=12), "Open since 1 April 2026. Nobody has answered yet.", "residents"),
        (replace(OPEN, residents=12, answered=1), "So far one of 12 residents has answered.", "results"),
        (replace(OPEN, residents=1, answered=1), "So far one of one resident has answered.", "results"),
        (replace(OPEN, residents=12, answered=10), "So far 10 of 12 residents have answered.", "results"),
        (replace(OPEN, residents=12, answered=3, open_waves=0), "Every wave is closed", "results"),
    ],
)
def test_it_says_where_things_stand_and_what_is_next(now, sentence, following):
    assert sentence in now.sentence
    assert now.next[1] == following


def test_nothing_chosen_is_the_first_thing_to_mend():
    assert replace(BEGUN, asked={"one": 3, "two": 0}).next[0] == "Choose what to ask"


def test_a_new_evaluation_has_nobody(app):
    making.people(making.evaluation(making.user("noise@example.org")), 3)
    assert standing(making.evaluation(opened=False)) == BEGUN


def test_people_are_counted_once_however_often_they_answer(app):
    made = making.evaluation()
    first, second = waves.planned(made)
    people = making.people(made, 3, linked=False)
    for wave in (first, second):
        responses.submit(responses.start(people[0], wave))
    responses.start(people[1], first)
    db.session.commit()
    now = standing(made)
    assert (now.residents, now.answered, now.open_waves, now.waves) == (3, 1, 1, 2)


def test_the_register_and_case_records_are_counted(app):
    made = making.evaluation()
    for kind, sent in (("nhs", True), ("police", False), ("family", None)):
        line = making.partner(made, kind)
        if sent is not None:
            making.partner_answer(line, sent=sent)
    cases.add(made, cases.Case("Brian", "x", "y"))
    now = standing(made)
    assert (now.stakeholders, now.partners, now.partners_answered, now.cases) == (3, 2, 1, 1)
    status = {task.name: task.status for group in tasks(now).values() for task in group}
    assert status["Stakeholders"] == "3 in the register, 1 of 2 answered"
    assert status["Case records"] == "1 recorded"


def test_who_is_not_asked_is_not_waited_for():
    status = {task.name: task.status for task in tasks(replace(OPEN, stakeholders=2))["Ask"]}
    assert status["Stakeholders"] == "2 in the register"


def test_every_task_has_a_small_count():
    groups = tasks(replace(OPEN, residents=12, answered=3, colleagues=2))
    status = {task.name: task.status for group in groups.values() for task in group}
    assert status["What we ask"] == "8 at Level 2, 3 at Level 1"
    assert status["Open"] == "Since 1 April 2026"
    assert status["Colleagues"] == "2 people"
    assert status["Waves"] == "1 of 2 open"
    assert status["Residents"] == "12 added"
    assert status["Results"] == "3 answered"


def test_nothing_yet_is_said_in_words():
    status = {task.name: task.status for group in tasks(BEGUN).values() for task in group}
    assert status["Open"] == "Not yet"
    assert status["Colleagues"] == "Only you"
    assert status["Waves"] == "None open"
    assert status["Residents"] == "None yet"
    assert status["Results"] == "No answers yet"
    assert status["Stakeholders"] == status["Case records"] == "None yet"


def test_sessions_are_counted(app):
    making.evaluation(making.user("noise@example.org"))
    made = making.evaluation()
    for _ in range(2):
        sessions.add(made, sessions.Details("Tea", date(2026, 11, 3)))
    sessions.add(making.evaluation(name="Another"), sessions.Details("Tea", date(2026, 11, 3)))
    now = standing(made)
    status = {task.name: task.status for task in tasks(now)["Ask"]}
    assert now.sessions == 2 and status["Focus groups"] == "2 planned or held"
    assert {task.name: task.status for task in tasks(BEGUN)["Ask"]}["Focus groups"] == "None yet"


def test_stories_and_those_that_wait_are_counted_and_worries_for_those_who_look_after_them():
    def status(**known):
        groups = tasks(replace(OPEN, **known))
        return {task.name: task.status for group in groups.values() for task in group}

    assert status()["Stories"] == "None yet" and "Safeguarding" not in status()
    assert status(stories=3)["Stories"] == "3 told"
    assert status(stories=3, stories_to_redact=2)["Stories"] == "3 told, 2 to redact"
    assert status(worries=0)["Safeguarding"] == "None open"
    assert status(worries=2)["Safeguarding"] == "2 open"
    assert status(case_studies=1)["Case studies"] == "1 made"
