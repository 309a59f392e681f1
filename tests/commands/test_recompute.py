import json

import pytest
from flask import Flask

from survey.commands.recompute import recompute
from survey.value.document import to_json
from tests.value import maps

TWELVE = [
    [1, 4],
    [2, 4],
    [2, 3],
    [1, 3],
    [3, 4],
    [2, 2],
    [4, 5],
    [5, 5],
    [2, 4],
    [1, 5],
    [3, 2],
    [2, 4],
    [2, None],
    [None, 4],
]
EXPECTED = {
    "n_pairs": 12,
    "n_before_only": 1,
    "n_after_only": 1,
    "mean_before": 2.333333,
    "mean_after": 3.75,
    "mean_change_points": 1.416667,
    "improved": 9,
    "same": 2,
    "worse": 1,
    "at_ceiling_before": 1,
    "at_floor_before": 3,
    "pct_of_range": 35.416667,
    "pct_of_scale_maximum": 28.333333,
    "pct_relative_ratio_of_means": 60.714286,
    "pct_relative_mean_of_ratios": 106.25,
    "pct_of_possible_means": 53.125,
    "pct_of_possible_individuals": 50.757576,
    "wilcoxon_W_plus": 52.5,
    "wilcoxon_W_minus": 2.5,
    "wilcoxon_exact_p": 0.009766,
    "rank_biserial": 0.909091,
}


@pytest.fixture
def run(tmp_path):
    app = Flask(__name__)
    app.cli.add_command(recompute)

    def _run(document, what="change"):
        file = tmp_path / "pairs.json"
        file.write_bytes(document if isinstance(document, bytes) else json.dumps(document).encode())
        return app.test_cli_runner().invoke(args=["recompute", what, str(file)])

    return _run


def test_the_twelve_pairs_give_their_figures_under_their_names(run):
    result = run({"id": "twelve", "scale": [1, 5], "pairs": TWELVE})
    assert result.exit_code == 0
    found = json.loads(result.stdout)
    assert list(found) == list(EXPECTED)
    assert found == pytest.approx(EXPECTED, abs=1e-6)
    assert found["mean_before"] == 28 / 12


def test_the_direction_may_be_given(run):
    found = json.loads(run({"scale": [1, 5], "pairs": TWELVE, "better": "lower"}).stdout)
    assert (found["improved"], found["worse"], found["pct_of_possible_means"]) == (1, 9, -106.25)


def test_a_byte_order_mark_is_forgiven(run):
    assert run(b'\xef\xbb\xbf{"scale": [0, 10], "pairs": [[0, 10]]}').exit_code == 0


def test_no_pairs_give_null_and_never_nan(run):
    found = json.loads(run({"scale": [1, 5], "pairs": []}).stdout)
    assert found["n_pairs"] == 0
    assert found["mean_before"] is None and found["rank_biserial"] is None


@pytest.mark.parametrize(
    ("document", "message"),
    [
        (b"scale: [1, 5]", "is not JSON"),
        (b"[" * 100_000, "is not JSON"),
        (b"\xff\xfe\x00", "is not text in UTF-8"),
        ([], 'should be an object with "scale" and "pairs"'),
        ({"pairs": []}, '"scale" should be two whole numbers'),
        ({"scale": [1, 5, 9], "pairs": []}, '"scale" should be two whole numbers'),
        ({"scale": [1, 5.5], "pairs": []}, '"scale" should be two whole numbers'),
        ({"scale": [5, 1], "pairs": []}, "lowest score first"),
        ({"scale": [0, 100_000], "pairs": []}, "lowest score first"),
        ({"scale": [1, 5]}, '"pairs" should be a list'),
        ({"scale": [1, 5], "pairs": [[1, 2], [3]]}, "pair 2 should be two scores"),
        ({"scale": [1, 5], "pairs": [[1, True]]}, "pair 1 should be two scores"),
        ({"scale": [1, 5], "pairs": [[1, 2], [3, 6]]}, "pair 2: 6 is not a whole number from 1 to 5"),
        ({"scale": [1, 5], "pairs": [[2.5, 3]]}, "pair 1: 2.5 is not a whole number"),
        ({"scale": [1, 5], "pairs": [["n/a", 3]]}, "pair 1: 'n/a' is not a whole number"),
        (b'{"scale": [1, 5], "pairs": [[NaN, 3]]}', "pair 1: nan is not a whole number"),
        ({"scale": [1, 5], "pairs": [], "better": "up"}, '"better" should be'),
        ({"scale": [1, 5], "pairs": [], "better": ["lower"]}, '"better" should be'),
    ],
)
def test_a_bad_file_gets_a_plain_message(run, document, message):
    result = run(document)
    assert result.exit_code == 1
    assert message in result.stderr
    assert "pairs.json" in result.stderr
    assert result.stdout == ""


def test_a_missing_file_gets_a_plain_message(tmp_path):
    app = Flask(__name__)
    app.cli.add_command(recompute)
    result = app.test_cli_runner().invoke(args=["recompute", "change", str(tmp_path / "nowhere.json")])
    assert (result.exit_code, "cannot be read" in result.stderr) == (1, True)


def the_guide():
    document = json.loads(to_json(maps.guide()))
    for row in document["rows"]:
        row["proxy"] = "as in the Guide"
    return document


def test_the_example_of_the_guide_comes_out_as_published(run):
    result = run(the_guide(), "value")
    assert result.exit_code == 0
    found = json.loads(result.stdout)
    money = ("total_present_value", "net_present_value")
    assert [round(found[key], 2) for key in money] == [81741.93, 39366.93]
    assert [round(found[key], 2) for key in ("sroi_ratio", "net_sroi_ratio")] == [1.93, 0.93]
    assert len(found["years"]) == 5 and len(found["rows"]) == 8


@pytest.mark.parametrize(
    ("document", "message"),
    [
        (b"{", "pairs.json: file: this is not JSON"),
        (b"\xff\xfe\x00", "is not text in UTF-8"),
        (b" " * 2_000_001, "file: this is longer than 2,000,000 characters"),
        (the_guide() | {"inputs": []}, "inputs: these add up to nought"),
        (b'{"rows": [{"id": NaN}], "inputs": [], "assumptions": {}}', "row 1: quantity is missing"),
        (the_guide() | {"assumptions": {"discount_rate": -1}}, "assumptions: discount_rate is a share"),
    ],
)
def test_a_bad_value_map_gets_one_line_with_its_place(run, document, message):
    result = run(document, "value")
    assert (result.exit_code, result.stdout) == (1, "")
    assert message in result.stderr and result.stderr.count("\n") == 1
