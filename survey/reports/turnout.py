"""Tables about taking part: who answered which wave, and how."""

import pandas as pd

from survey.analysis import bases
from survey.analysis.tables import Column, Row, Table

HELPED = {
    "nobody": "On their own",
    "family_or_friend": "Helped by family or a friend",
    "coordinator_helped": "Helped by the coordinator",
    "coordinator_filled_in": "Filled in by the coordinator for them",
    "someone_else": "Helped by someone else",
    "brought_in": "Collected elsewhere and brought in from a file",
    None: "Not said",
}


def participation_table(frame: pd.DataFrame, supported: int | None) -> Table:
    """Who was asked, who began and who sent answers, by wave, with the response rate."""
    columns = (
        Column("added", "People added", "people"),
        # Those who began and did not send are few, and would be the difference of two columns.
        Column("started", "Began", "people", released=False),
        Column("sent", "Sent answers", "people"),
        Column("rate", "Sent, of those added", "per cent"),
        Column("of_supported", "Sent, of all people supported", "per cent"),
    )
    named = frame.rename(columns={"name": "name_"})
    rows = tuple(
        _wave_row(number, wave, supported)
        for number, wave in zip(frame.index, named.itertuples(), strict=True)
    )
    unknown = (
        "Not every area and level shown has its number of people supported, so their share is not known."
    )
    return Table("participation", "Who answered", columns, rows, "Wave", () if supported else (unknown,))


def _wave_row(number: int, wave, supported: int | None) -> Row:
    of_added = bases.of_share(wave.sent, wave.added)
    of_supported = bases.of_share(wave.sent, supported) if supported else ()
    return Row(
        str(number),
        wave.name_,
        {
            "added": wave.added,
            "started": wave.started,
            "sent": wave.sent,
            "rate": _per_cent(wave.sent, wave.added),
            "of_supported": _per_cent(wave.sent, supported),
        },
        {"added": (wave.added,), "sent": of_added, "rate": of_added, "of_supported": of_added + of_supported},
    )


def helped_table(frame: pd.DataFrame, wave: str, every: bool = False) -> Table:
    """How the answers of the wave were given: alone, with help, or through the coordinator.

    `every` way has a row, also those that nobody used: a release does not tell by leaving rows out.
    """
    counts = {None if pd.isna(helped) else helped: n for helped, n in zip(frame.helped, frame.n, strict=True)}
    total = sum(counts.values())
    rows = tuple(
        _helped_row(key, words, counts.get(key, 0), total)
        for key, words in HELPED.items()
        if every or key in counts
    )
    columns = (Column("n", "People", "people"), Column("share", "Of those who sent answers", "per cent"))
    return Table("helped", f"How people answered: {wave}", columns, rows, "How", adds_up=True)


def _helped_row(key: str | None, words: str, count: int, total: int) -> Row:
    cells = {"n": count, "share": _per_cent(count, total)}
    return Row(key or "not_said", words, cells, {"n": (count,), "share": bases.of_share(count, total)})


def _per_cent(part: int, whole: int | None) -> float | None:
    return 100 * part / whole if whole else None
