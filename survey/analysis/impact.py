"""How much of a change is due to the programme: the figures of its filters, and what they leave."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from survey.analysis.said import ANALYST, RECORDS, WHOLE, Entered, Said

DEADWEIGHT, DISPLACEMENT = "deadweight", "displacement"
ATTRIBUTION, DROP_OFF = "attribution_to_others", "drop_off"
# In the order in which people are asked.
FILTERS = (DEADWEIGHT, ATTRIBUTION, DISPLACEMENT, DROP_OFF)
# Those that the net change is made with: drop-off only counts in later years.
OF_NET = (DEADWEIGHT, ATTRIBUTION, DISPLACEMENT)

RESIDENTS, PARTNERS = "residents", "partners"
VOICES = (RESIDENTS, PARTNERS)
BASES = (*VOICES, RECORDS, ANALYST)

# How well a figure is founded, best first.
BOTH_VOICES, ONE_VOICE = "both voices", "one voice"
GRADES = {BOTH_VOICES: "A", ONE_VOICE: "B", RECORDS: "C", ANALYST: "D"}
LEAST_OF_BOTH = 5

AGREE, DISAGREE = "agree", "disagree"
APART = 25

NOBODY = Said()


@dataclass(frozen=True)
class Figure:
    """One filter of one outcome: what was said and entered, and the figure that is used.

    `used` is in per cent of the change to deduct, from 0 to 100, or None where nothing is known; `basis` is
    one of BASES, `grade` one of GRADES, `agreement` "agree", "disagree", or None where a voice is silent.
    `counted_in` names the filter whose figure holds this one already: then nothing is used here.
    """

    filter: str
    used: float | None
    basis: str | None
    grade: str | None
    residents: Said
    partners: Said
    entered: Entered | None
    agreement: str | None
    counted_in: str | None = None


def figure(filter: str, residents: Said, partners: Said, entered: Entered | None = None) -> Figure:  # noqa: A002
    """The figure of one filter, in per cent to deduct.

    An evaluator's entry counts before what was said; of the voices' medians the larger one does, because it
    claims less (the Guide, principle 5: do not over-claim). Where both say the same, residents are named.
    Raises ValueError for an unknown filter, and for an entry that covers deadweight in another filter than
    attribution to others.
    """
    if filter not in FILTERS:
        raise ValueError(f"no such filter as {filter!r}")
    if entered and entered.covers_deadweight and filter != ATTRIBUTION:
        raise ValueError(f"only {ATTRIBUTION} can cover deadweight, not {filter}")
    used, basis = _used(residents, partners, entered)
    return Figure(
        filter,
        used,
        basis,
        _grade(basis, residents, partners),
        residents,
        partners,
        entered,
        agreement(residents, partners),
    )


def figures(said: Mapping[str, Mapping[str, Said]], entered: Mapping[str, Entered]) -> dict[str, Figure]:
    """The figures of an outcome by filter, from what each voice said (by filter and voice) and was entered.

    Where attribution to others covers deadweight, none is used, so that nothing is deducted twice. Raises
    ValueError for a filter or a voice that is unknown, and as `figure` does.
    """
    voices = {voice for by_voice in said.values() for voice in by_voice}
    strays = ({*said, *entered} - {*FILTERS}) | (voices - {*VOICES})
    if strays:
        raise ValueError(f"no such filter or voice: {', '.join(sorted(strays))}")
    found = {
        each: figure(each, *(said.get(each, {}).get(voice, NOBODY) for voice in VOICES), entered.get(each))
        for each in FILTERS
    }
    blended = found[ATTRIBUTION].entered
    if blended and blended.covers_deadweight:
        found[DEADWEIGHT] = replace(
            found[DEADWEIGHT], used=None, basis=None, grade=None, counted_in=ATTRIBUTION
        )
    return found


def agreement(residents: Said, partners: Said) -> str | None:
    """Whether the voices agree: "disagree" from 25 points between their medians; None where one is silent."""
    if residents.median is None or partners.median is None:
        return None
    return DISAGREE if abs(residents.median - partners.median) >= APART else AGREE


def net_change(gross: float | None, figures: Mapping[str, Figure]) -> float | None:
    """What of a gross change is due to the programme, in the unit of the gross, between 0 and it.

    gross x (1 - deadweight) x (1 - displacement) x (1 - attribution to others): each filter is taken from
    what the others leave, in any order (source: the Guide, stage 4). None while the gross or one of the three
    is not known. Raises ValueError for a gross that is no finite number.
    """
    if gross is None or missing(figures):
        return None
    if not math.isfinite(gross):
        raise ValueError(f"{gross!r} is not an amount of change")
    # In fractions, so that the order of filters cannot show even in the last digit.
    net = Fraction(gross)
    for each in _that_take_part(figures):
        net *= 1 - Fraction(figures[each].used) / WHOLE
    return float(net)


def missing(figures: Mapping[str, Figure]) -> tuple[str, ...]:
    """The filters that the net change still waits for."""
    known = {each for each in figures if figures[each].used is not None}
    return tuple(each for each in _that_take_part(figures) if each not in known)


def _that_take_part(figures: Mapping[str, Figure]) -> Iterator[str]:
    return (each for each in OF_NET if each not in figures or not figures[each].counted_in)


def _used(residents: Said, partners: Said, entered: Entered | None) -> tuple[float | None, str | None]:
    if entered:
        return float(entered.per_cent), entered.basis
    voices = zip((residents.median, partners.median), VOICES, strict=True)
    told = [(middle, voice) for middle, voice in voices if middle is not None]
    return max(told, key=lambda each: each[0]) if told else (None, None)


def _grade(basis: str | None, residents: Said, partners: Said) -> str | None:
    if basis not in VOICES:
        return basis
    return BOTH_VOICES if min(residents.n, partners.n) >= LEAST_OF_BOTH else ONE_VOICE
