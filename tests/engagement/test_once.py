from datetime import timedelta

from survey.engagement import once
from survey.records.base import db
from survey.records.form_sent import FormSent

KEY, OTHER = "a" * 32, "b" * 32


def sent(key, location):
    """A sending of its own: in its own session, as another request has."""
    led = once.settle(key, location)
    db.session.commit()
    db.session.remove()
    return led


def test_a_form_leads_where_it_led_the_first_time(app):
    assert once.led_to(KEY) is None
    assert sent(KEY, "/first") == "/first"
    assert sent(KEY, "/second") == "/first"
    assert once.led_to(KEY) == "/first" and once.led_to(OTHER) is None


def test_what_the_slower_sending_made_is_undone(app):
    sent(KEY, "/first")
    db.session.add(FormSent(key=OTHER, location="/made by the slower one"))
    assert sent(KEY, "/second") == "/first"
    assert once.led_to(OTHER) is None


def test_a_key_that_nobody_here_made_counts_as_a_new_one():
    made = once.new_key()
    assert once.tidy(made) == made != once.new_key()
    for odd in (None, "", "A" * 32, made + "0", made + "\n", "/etc"):
        assert once.KEY.fullmatch(once.tidy(odd)) and once.tidy(odd) != odd


def test_it_is_forgotten_after_a_day(app):
    sent(KEY, "/first")
    db.session.get(FormSent, KEY).sent_at -= timedelta(hours=25)
    db.session.commit()
    sent(OTHER, "/other")
    assert once.led_to(KEY) is None and once.led_to(OTHER) == "/other"
