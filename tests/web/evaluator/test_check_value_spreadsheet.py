"""A file is checked, shown and taken in; a bad one is answered with every place, and changes nothing."""

import io

import pytest
from lxml import html

from survey.engagement import value_maps
from survey.reports import value
from tests import making, valuing
from tests.reading import text
from tests.value import books, edits


@pytest.fixture
def record(signed_in, evaluator):
    made = valuing.value_map(making.evaluation(evaluator))
    valuing.row(made, typed={"quantity": 10, **valuing.NOTHING_OFF})
    return made


def address(record, rest=""):
    return f"/evaluations/{record.evaluation_id}/value-maps/{record.id}/spreadsheet{rest}"


def send(signed_in, record, content, name="map.xlsx"):
    return signed_in.fill(address(record), file=(io.BytesIO(content), name))


def downloaded(signed_in, record):
    return signed_in.get(address(record, "/download")).data


def press(signed_in, response, **changed):
    """Press the button of a page that was answered to a file."""
    form = next(form for form in html.fromstring(response.text).forms if "take-in" in (form.action or ""))
    return signed_in.post(form.action, data=dict(form.form_values()) | changed, follow_redirects=True)


def quantity(record):
    return value.gather(record.evaluation, record).built.value_map.rows[0].quantity


def test_an_edited_file_is_shown_and_then_taken_in(signed_in, record):
    checked = send(signed_in, record, books.typed(downloaded(signed_in, record), 3, "F9", 12))
    assert "One thing would change" in text(checked) and quantity(record) == 10
    assert "The value map is as in the file now." in text(press(signed_in, checked))
    assert quantity(record) == 12
    again = send(signed_in, record, downloaded(signed_in, record))
    assert "Nothing would change" in text(again)


def test_pressing_twice_does_it_once(signed_in, record):
    checked = send(signed_in, record, books.typed(downloaded(signed_in, record), 3, "F9", 12))
    first, second = press(signed_in, checked), press(signed_in, checked)
    assert first.status_code == second.status_code == 200
    assert value.gather(record.evaluation, record).built.value_map.rows[0].quantity == 12


def test_what_changed_since_the_page_is_looked_at_once_more(signed_in, record):
    checked = send(signed_in, record, books.typed(downloaded(signed_in, record), 3, "F9", 12))
    value_maps.change(record, {"kind": "forecast"})
    making.db.session.commit()
    answered = press(signed_in, checked)
    assert answered.status_code == 422 and "Something has changed since you looked" in text(answered)
    assert quantity(record) == 10
    press(signed_in, answered)
    assert quantity(record) == 12


def test_a_bad_file_is_answered_with_every_place_and_changes_nothing(signed_in, record):
    bad = books.common(books.with_cells(D=5, K=60), books.with_cells(I="=1+1", A="<b>x</b>"))
    answered = send(signed_in, record, bad, "<i>bad</i>.xlsx")
    assert answered.status_code == 422
    page = text(answered)
    assert "This file cannot be taken in yet" in page and "Nothing was changed" in page
    assert "Map 2 Duration 60 does not fit" in page and "Map 3 Quantity This is a formula" in page
    assert quantity(record) == 10


@pytest.mark.parametrize("content, said", [
    (b"a,b\n1,2\n", "not a spreadsheet in the form .xlsx"), (b"", "This file is empty"),
])  # fmt: skip
def test_what_is_no_spreadsheet_is_answered_in_words(signed_in, record, content, said):
    answered = send(signed_in, record, content)
    assert answered.status_code == 422 and said in text(answered)


def test_no_file_is_asked_for(signed_in, record):
    answered = signed_in.fill(address(record))
    assert answered.status_code == 422 and "Choose a file." in text(answered)


def test_the_common_layout_is_taken_in_and_what_it_lacks_stays(signed_in, record):
    checked = send(signed_in, record, books.common(books.with_cells(D=2000)))
    assert "Settings that the file does not give stay as they are" in text(checked)
    assert "Map 2 Outputs Nothing in this column is read." in text(checked)
    press(signed_in, checked)
    assert quantity(record) == 16 and record.timing == "year_0"


def test_a_forged_file_is_no_file(signed_in, record):
    checked = send(signed_in, record, books.typed(downloaded(signed_in, record), 3, "F9", 12))
    assert press(signed_in, checked, content="%%%").status_code == 400
    assert press(signed_in, checked, content="é é").status_code == 400
    assert press(signed_in, checked, content="AAAA").status_code == 422
    assert quantity(record) == 10


def test_a_title_that_another_map_has_stops_it_and_says_where(signed_in, record):
    content = downloaded(signed_in, record)
    valuing.value_map(record.evaluation, "Other")
    row = next(row for (_, row), value in edits.values(content, "About").items() if value == "Title")
    answered = send(signed_in, record, edits.retyped(content, 1, f"B{row}", "Other"))
    assert answered.status_code == 422
    assert f"About {row} Set to Another map of this evaluation is called “Other” already" in text(answered)


def test_what_is_not_taken_over_is_listed_and_the_rest_is_made(signed_in, record):
    content = books.typed(downloaded(signed_in, record), 3, "F9", 12)
    checked = send(signed_in, record, edits.retyped(content, 3, "J9", ""))
    page = text(checked)
    assert "One thing would change" in page and "One cell of the file is not taken over" in page
    assert "Value map 9 Financial proxy This is blank, and what the map has stays: “proxy 0”" in page
    press(signed_in, checked)
    assert quantity(record) == 12


def test_a_file_that_only_says_what_cannot_be_taken_over_says_so(signed_in, record):
    page = text(send(signed_in, record, edits.retyped(downloaded(signed_in, record), 3, "J9", "")))
    assert "Nothing would change" in page and "Nothing in the file can be taken over" in page
    assert "The file says the same as the map" not in page
