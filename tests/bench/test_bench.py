"""The parts of `make bench` work; nothing here depends on how fast this machine is."""

import pytest

from tests.bench import __main__ as bench
from tests.bench import journeys, paper, results, servers, table, walking


def test_a_few_journeys_are_measured_at_both_servers(tmp_path):
    found = journeys.measure(tmp_path, journeys=2, rounds=1, clients=2)
    assert all(value > 0 for value in (*found.cpu, *found.rate))


def test_a_page_that_is_not_there_stops_the_measuring(tmp_path):
    refused = pytest.raises(RuntimeError, match="404")
    with servers.bare(tmp_path) as bare, walking.Walker(bare.port) as walker, refused:
        walker.get("/nothing")


def test_results_and_paper_are_measured(tmp_path, monkeypatch):
    monkeypatch.setattr(results, "PAIRS", (100,))
    monkeypatch.setattr(results, "REPEATS", 1)
    monkeypatch.setattr(paper, "REPEATS", 1)
    monkeypatch.setattr(paper, "PEOPLE", 2)
    for name, measure in (("results", results.measure), ("paper", paper.measure)):
        (tmp_path / name).mkdir()
        assert measure(tmp_path / name)


def test_a_bound_is_kept_or_broken():
    assert table.at_most("CPU", 10, 24, "ms", 2.5).within
    assert not table.at_most("CPU", 10, 26, "ms", 2.5).within
    assert table.at_most("query", 10, 60, "ms", 1.3, 50).within
    assert not table.at_least("rate", 10, 3, "a second", 0.35).within
    assert not table.within("page", 3_001, "B", 3_000).within
    assert table.told("statistics", 1e9, "ms").within


def test_the_table_says_which(capsys, monkeypatch):
    slow = table.at_most("CPU", 10, 26, "ms", 2.5)
    monkeypatch.setattr(bench, "PARTS", {"only": lambda folder: [slow]})
    assert bench.main() == 1
    said = capsys.readouterr().out
    assert "| CPU  | 10 ms | 26 ms | 2.60  | 2.5 x | NO     |" in said
    assert "Not within its bound: CPU." in said
    monkeypatch.setattr(bench, "PARTS", {"only": lambda folder: [table.told("CPU", 1, "ms")]})
    assert bench.main() == 0
