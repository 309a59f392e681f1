"""The pictures of findings, with the sentences that say the same, for a page on the screen."""

from survey.reports import briefing, pictures
from survey.reports.findings import Findings


def drawings(found: Findings) -> dict:
    """What templates/parts/findings.html shows beside the findings themselves."""
    bars_sentence = pictures.bars_sentence(found)
    return {
        "flowers": [
            (area, pictures.flower_of(table, place), pictures.flower_sentence(table), table)
            for place, (area, table) in enumerate(found.flowers.items())
        ],
        "bars": pictures.bars_of(found.outcomes, bars_sentence),
        "bars_sentence": bars_sentence,
        "moves": pictures.moves_of(found.change, found.statistics),
        "stamp": briefing.stamp(found),
        "definitions": briefing.definitions(found),
    }
