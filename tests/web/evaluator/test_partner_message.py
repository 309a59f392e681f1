import pytest

from survey.engagement import invitations, partners, stakeholders
from survey.engagement.stakeholders import Details
from survey.web.evaluator.partner_message import message
from tests import making


@pytest.fixture
def write(app):
    evaluation = making.evaluation()

    def write(area=None, **said):
        where = None if area is None else evaluation.areas[area]
        details = Details("nhs", "Elm & <b>Road</b>", where, **said)
        line = stakeholders.add(evaluation, details, invitations.prepare(1)[0])
        link = invitations.current_link(line)
        with app.test_request_context():
            return message(line, link, partners.preview(evaluation, "nhs"), "Eva"), link

    return write


def test_it_is_plain_text_with_all_that_a_partner_needs(write):
    said, link = write(area=1, contact_name="Sam")
    first, *rest = said.split("\n\n")
    assert first == "Hello Sam,"
    assert rest[-1] == "Thank you\nEva\nExample Council"
    for part in (
        "Local Area Coordination changed in South from 1 April 2026 to 31 March 2027",
        "Elm & <b>Road</b> sees a side of it",
        f"Your personal link: {link.address}",
        "You can hand this link to a colleague",
        "What is published names no organisation.",
    ):
        assert part in said


def test_it_says_how_long_it_takes_at_most(write):
    said, _ = write()
    assert "It takes about 12 minutes at most." in said


def test_nobody_is_called_by_a_name_that_is_not_known(write):
    said, _ = write(contact_details="sam@example.org")
    assert said.startswith("Hello,\n\n") and "sam@example.org" not in said
    assert "Local Area Coordination changed from 1 April" in said
