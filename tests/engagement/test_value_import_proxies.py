from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from survey.engagement import value_import_proxies as proxies
from survey.engagement import value_proxies
from survey.engagement.value_import_words import Source
from survey.value import model
from tests import making, valuing

SOURCE = Source("map.xlsx", date(2027, 5, 3))
GIVEN = model.Row("R1", "Residents", "Made friends", Decimal(1), Decimal(100), 1, proxy="A club")
OTHER = replace(GIVEN, proxy_source="a newer list")


def test_a_proxy_is_taken_up_again_where_name_and_sum_are_the_same(app):
    record = valuing.value_map(making.evaluation(making.user()))
    first = proxies.proxy_for(record, GIVEN, SOURCE)
    assert proxies.proxy_for(record, GIVEN, SOURCE) is first
    dearer = model.Row("R1", "Residents", "Made friends", Decimal(1), Decimal(120), 1, proxy="A club")
    assert proxies.proxy_for(record, dearer, SOURCE).name == "A club (2)"
    assert (first.kind, first.source) == ("market", "from the file map.xlsx, 3 May 2027")


def test_another_sum_under_the_same_name_is_the_same_kind_of_thing(app):
    record = valuing.value_map(making.evaluation(making.user()))
    nature = {"kind": "wellbeing", "unit": "a point", "values_average_move": True}
    valuing.proxy(record.evaluation, "A club", 90, **nature)
    made = proxies.proxy_for(record, GIVEN, SOURCE)
    assert {name: getattr(made, name) for name in nature} == nature and made.value == 100


def test_another_source_under_the_same_name_is_another_proxy(app):
    record = valuing.value_map(making.evaluation(making.user()))
    first = proxies.proxy_for(record, replace(GIVEN, proxy_source="a list (a visit, in 2027 prices)"), SOURCE)
    assert (first.name, first.source) == ("A club", f"a list ({SOURCE.words})")
    second = proxies.proxy_for(record, OTHER, SOURCE)
    assert (second.name, second.source) == ("A club (2)", f"a newer list ({SOURCE.words})")
    assert proxies.proxy_for(record, OTHER, SOURCE) is second


def test_the_source_of_a_proxy_is_put_right_where_no_other_row_uses_it(app):
    record = valuing.value_map(making.evaluation(making.user()))
    row = valuing.row(record, proxy=valuing.proxy(record.evaluation, "A club", licence="open"))
    assert proxies.has_other_source(row, OTHER) and not proxies.is_other_proxy(row, GIVEN, Decimal(100))
    proxies.put_right(row, OTHER, SOURCE)
    assert not proxies.has_other_source(row, OTHER)
    (only,) = value_proxies.of(record.evaluation)
    assert (only.source, only.licence) == (f"a newer list ({SOURCE.words})", "open")


def test_where_others_use_a_proxy_the_rows_of_the_file_share_one_of_their_own(app):
    record = valuing.value_map(making.evaluation(making.user()))
    shared = valuing.proxy(record.evaluation, "A club", low=Decimal(90), high=Decimal(120), licence="open")
    first, second, third = (valuing.row(record, proxy=shared) for _ in range(3))
    for row in (first, second):
        proxies.put_right(row, OTHER, SOURCE)
    assert first.proxy is second.proxy and third.proxy is shared
    assert shared.source == "the club’s own list"
    made = first.proxy
    assert (made.name, made.source) == ("A club (2)", f"a newer list ({SOURCE.words})")
    assert (made.low, made.high, made.licence, made.unit) == (90, 120, "open", shared.unit)


@pytest.mark.parametrize("said, expected", [
    ("the list", "the list"),
    ("the list (2019)", "the list (2019)"),
    ("the list (2019) (a visit, in 2027 prices)", "the list (2019)"),
    ("the list (a visit :), in 2027 prices)", "the list"),
    ("the list (an hour (paid), brought from 2024 to 2027 prices by the deflator (June))", "the list"),
    ("the list (a visit, in 2027 prices) and more", "the list (a visit, in 2027 prices) and more"),
])  # fmt: skip
def test_the_source_stands_before_what_our_own_spreadsheet_says_of_a_proxy(app, said, expected):
    proxy = valuing.proxy(making.evaluation(making.user()), unit="a visit :)")
    found = proxies.as_kept(replace(GIVEN, proxy="", proxy_source=said), proxy)
    assert (found.proxy_source, found.proxy) == (expected, proxy.name)
    assert proxies.as_kept(GIVEN, None) is GIVEN
