from survey.access.links import SIGNS
from survey.reports.release_code import code


def test_a_code_can_be_read_out():
    assert code("0" * 64) == "BBBB BBBB BBBB BBBB"
    assert len(code("f" * 64)) == 19 and set(code("f" * 64)) <= {*SIGNS, " "}


def test_every_sign_of_the_digest_that_it_is_made_of_counts():
    codes = {code(f"{'0' * place}1{'0' * (63 - place)}") for place in range(64)}
    assert len(codes) > 60
