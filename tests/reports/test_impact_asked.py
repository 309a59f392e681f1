from types import SimpleNamespace

from survey.records.impact_frames import Asked
from survey.reports.impact_asked import sentences

WAVE = SimpleNamespace(name="Follow-up")


def test_both_voices_in_words():
    residents, partners = sentences(Asked(12, 9), WAVE, {"police": Asked(2, 0), "nhs": Asked(3, 2)})
    assert residents.startswith("Residents: 12 people were asked at Follow-up; nine answered.")
    assert (
        partners
        == "Partners: five organisations were asked; two answered (NHS two of three; Police none of two)."
    )


def test_one_of_each_and_nobody():
    residents, partners = sentences(Asked(1, 0), WAVE, {"nhs": Asked(1, 1)})
    assert (
        "one person was asked at Follow-up; none answered" in residents
        and "one organisation was asked" in partners
    )
    residents, partners = sentences(Asked(0, 0), WAVE, {})
    assert "nobody was asked at Follow-up" in residents and "none has been given a link" in partners
