import pytest

from survey.analysis.disclosure import internal, release
from survey.analysis.tables import Column, Row, Table
from survey.reports.released_value import ReleasedValue, plain, thawed

EXACT = Table(
    "value_1",
    "V",
    (Column("ratio", "Ratio", "£ for each £1"),),
    (Row("v", "V", {"ratio": 3.68}, {"ratio": ()}),),
)
SAFE = release(EXACT, 10)


def made(**changes):
    usual = {"figures": SAFE, "rows": SAFE, "settings": (("Rule", "counted"),), "proxies": (("R1", "£5"),)}
    return ReleasedValue(
        **{"name": "V", "kind": "forecast", "headline": "3.7", "sentence": "", **usual, **changes}
    )


def test_what_is_kept_comes_back_the_same():
    for each in (made(), made(who=SAFE)):
        assert thawed(plain(each)) == each


def test_a_ratio_has_one_decimal():
    assert SAFE.rows[0].cells["ratio"] == 3.7 and SAFE.columns[0].decimals == 1


def test_tables_stand_in_the_order_of_reading():
    assert made().tables == (SAFE, SAFE) and len(made(who=SAFE).tables) == 3


def test_no_exact_table_is_told():
    with pytest.raises(TypeError, match="disclosure"):
        made(figures=internal(EXACT))
