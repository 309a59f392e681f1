"""What a release says that residents and partners said: bands, and how many are counted. Before the door."""

from collections.abc import Mapping

from survey.analysis.counted import OTHER_KINDS, Told, together
from survey.analysis.impact import ATTRIBUTION, DEADWEIGHT, FILTERS
from survey.analysis.said import ANALYST, RECORDS, Entered
from survey.analysis.tables import ORGANISATIONS, Column, Row, Table
from survey.analysis.wording import capitalised
from survey.questionnaires.partners import PARTNER_KINDS
from survey.reports import release_impact_words as words
from survey.reports.impact_words import FILTER_NAMES, SHORT_NAMES
from survey.reports.spoken import Outcome

KINDS = {**PARTNER_KINDS, OTHER_KINDS: capitalised(OTHER_KINDS)}
# What a figure stands on that is hidden, and one that is made of nothing but what is released beside it.
NOBODY, RELEASED = (0,), ()

VOICES = (
    Column("residents", "Residents say", "band"),
    Column("residents_n", "Residents", "people"),
    Column("partners", "Partners say", "band", of=ORGANISATIONS),
    Column("partners_n", "Partners counted", "organisations"),
    Column(RECORDS, "Entered from records", "per cent"),
    Column(ANALYST, "Entered by the analyst", "per cent"),
)


def filters_table(
    outcome: Outcome,
    residents: Mapping[str, Told | None],
    kinds: Mapping[str, Mapping[str, Told]],
    entered: Mapping[str, Entered],
) -> Table:
    """Each filter of one outcome: what each voice says, how many are counted, and what was entered."""
    return Table(
        name=f"filters_{outcome.id}",
        caption=f"{capitalised(outcome.name)}: what was said, and what was entered",
        row_heading="What is taken off",
        columns=VOICES,
        rows=tuple(
            _filter_row(outcome, name, residents[name], kinds[name], entered.get(name)) for name in FILTERS
        ),
        notes=(words.IN_BANDS, *((words.COVERED,) if covers_deadweight(entered) else ())),
    )


def _filter_row(
    outcome: Outcome, name: str, residents: Told | None, kinds: Mapping[str, Told], entered: Entered | None
) -> Row:
    is_asked = outcome.of_residents and name in (DEADWEIGHT, ATTRIBUTION)
    partners = Told(sum(each.n for each in kinds.values()), together(kinds.values())) if kinds else None
    cells = {entered.basis: entered.per_cent} if entered else {}
    stands_on = {RECORDS: RELEASED, ANALYST: RELEASED}
    for voice, said, asked_of in (
        ("residents", residents, is_asked),
        ("partners", partners, bool(outcome.kinds)),
    ):
        cells |= {voice: said and said.band, f"{voice}_n": said and said.n}
        stands_on |= dict.fromkeys((voice, f"{voice}_n"), _bases(said, asked_of))
    return Row(name, FILTER_NAMES[name], cells, stands_on)


def kinds_table(outcome: Outcome, kinds: Mapping[str, Mapping[str, Told]]) -> Table:
    """What each kind of partner says of one outcome, of every kind that is asked."""
    columns = tuple(
        column
        for name in FILTERS
        for column in (
            Column(name, SHORT_NAMES[name], "band", of=ORGANISATIONS),
            Column(f"{name}_n", f"{SHORT_NAMES[name]}: counted", "organisations"),
        )
    )
    return Table(
        name=f"kinds_{outcome.id}",
        caption=f"{capitalised(outcome.name)}: what each kind of partner says",
        row_heading="Partners",
        columns=columns,
        rows=tuple(_kind_row(kind, kinds) for kind in (*outcome.kinds, OTHER_KINDS)),
        notes=(words.IN_BANDS,),
    )


def _kind_row(kind: str, kinds: Mapping[str, Mapping[str, Told]]) -> Row:
    cells, stands_on = {}, {}
    for name in FILTERS:
        said = kinds[name].get(kind)
        cells |= {name: said and said.band, f"{name}_n": said and said.n}
        stands_on |= dict.fromkeys((name, f"{name}_n"), _bases(said))
    return Row(kind, KINDS[kind], cells, stands_on)


def _bases(said: Told | None, is_asked: bool = True) -> tuple[int, ...]:
    if not is_asked:
        return RELEASED
    return (said.n,) if said else NOBODY


def covers_deadweight(entered: Mapping[str, Entered]) -> bool:
    """Whether the figure entered for attribution to others takes deadweight out already."""
    return ATTRIBUTION in entered and entered[ATTRIBUTION].covers_deadweight
