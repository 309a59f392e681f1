"""Why a figure of impact is what it is, in sentences: its rule, its grade, and how much each voice said."""

from collections.abc import Iterator

from survey.analysis.impact import DROP_OFF, PARTNERS, RESIDENTS, Figure
from survey.analysis.said import Said
from survey.analysis.wording import capitalised, number, per_cent, rounded
from survey.reports.impact_evidence import OF_RESIDENTS
from survey.reports.impact_words import BASIS, GRADE_MEANINGS, SHORT_NAMES, grade_words

NOBODY = "Nobody has said. It is never read as nought: "
WAITS = "what is due to the programme cannot be said until it is known."
LATER_YEARS = "it counts in later years only, so nothing waits for it yet."


def reasons(figure: Figure) -> tuple[str, ...]:
    """The rule that made the figure, its grade, and how much each voice said, in sentences."""
    return tuple(_reasons(figure))


def _reasons(figure: Figure) -> Iterator[str]:
    yield _rule(figure)
    if figure.grade:
        yield f"Evidence {grade_words(figure.grade)}: {GRADE_MEANINGS[figure.grade]}."
    if figure.filter in OF_RESIDENTS:
        yield _voice("Residents", figure.residents)
    yield _voice("Partners", figure.partners)


def _rule(figure: Figure) -> str:
    if figure.counted_in:
        return (
            f"Nothing is taken off here: the figure that was entered for "
            f"{SHORT_NAMES[figure.counted_in].lower()} takes it out already."
        )
    if figure.entered:
        return f"Entered by an evaluator, {BASIS[figure.basis]}: it counts before anything that was said."
    if figure.basis is None:
        return NOBODY + (LATER_YEARS if figure.filter == DROP_OFF else WAITS)
    said = {RESIDENTS: figure.residents, PARTNERS: figure.partners}
    other = next(voice for voice in said if voice != figure.basis)
    beside = said[other].median
    rule = f"The median of what {figure.basis} said."
    if beside is None:
        return rule
    if beside == figure.used:
        return f"{rule} {capitalised(other)} say the same."
    larger = f"The median of what {other} said is {per_cent(beside)}"
    return f"{rule} {larger}; the larger of the two claims less, so it counts."


def _voice(name: str, said: Said) -> str:
    """How many of a voice gave a figure, how far apart they are, and how many gave none."""
    if not (said.n or said.unknown or said.skipped):
        return f"{name}: nobody was asked."
    gave = f"{name}: {number(said.n) if said.n else 'none'} gave a figure"
    if said.n > 1:
        low, high = (rounded(end, 0) for end in said.quartiles)
        ends = f"{rounded(said.lowest, 0)} to {rounded(said.highest, 0)}"
        gave += f", from {ends} per cent, the middle half from {low} to {high}"
    silent = [(said.unknown, "did not know"), (said.skipped, "left it out")]
    rest = [f"{number(count)} {words}" for count, words in silent if count]
    return "; ".join([gave, *rest]) + "."
