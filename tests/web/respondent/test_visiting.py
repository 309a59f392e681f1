import pytest

from survey.engagement import responses
from survey.questionnaires.model import Page
from survey.web.respondent.visiting import TAKEN, Visit, named, part_of
from tests.web.respondent import answering


@pytest.fixture
def visit(resident):
    answering.draft(resident, {"control": 3, "control_then": 2}, skip_rest=False)
    return Visit("token", resident, responses.standing(resident))


def test_addresses_can_be_spoken(visit):
    assert visit.address("someone_to_rely_on") == "/a/token/someone-to-rely-on"
    assert visit.address(None) == "/a/token/check"


def test_a_visit_knows_where_one_is(visit, resident):
    assert visit.first_unanswered() == "someone_to_rely_on"
    assert visit.evaluation is resident.evaluation
    assert [page.id for page in visit.pages][:2] == ["control", "someone_to_rely_on"]
    assert visit.answers["control"].number == 3


def test_no_two_pages_share_an_address_nor_take_one_of_ours():
    ids = ["check", "check_page", "forget", "thank_you", "thank_you_page", "hope", "hope_2"]
    parts = [part_of(one) for one in ids]
    assert len(set(parts)) == len(ids) and not set(parts) & set(TAKEN)
    pages = [Page(one, one, ()) for one in ids]
    assert [named(part, pages).id for part in parts] == ids


def test_a_page_is_found_by_its_id_too():
    pages = [Page("low_mood", "Low mood", ())]
    assert named("low_mood", pages) is named("low-mood", pages) is pages[0]
    assert named("mood", pages) is None


def test_a_form_belongs_to_the_response_whose_key_it_carries(app, visit):
    key = visit.response.submission_key
    for data in ({"submission_key": key}, {"submission_key": "forged"}, {}):
        with app.test_request_context(method="POST", data=data):
            assert visit.posted_to() is visit.response
