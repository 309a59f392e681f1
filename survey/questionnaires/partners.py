"""What each kind of partner is asked about: the small documents of library/partners."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from survey.questionnaires import loading
from survey.questionnaires.impact_ids import BETTER, SAME, WORSE, WORSE_THEN_BETTER
from survey.questionnaires.model import HIGHER, LOWER, Choice
from survey.questionnaires.place import Place, QuestionnaireError
from survey.questionnaires.reading import each, one_of, snake_case, take, whole, words

# In the order in which they are listed everywhere.
PARTNER_KINDS = MappingProxyType(
    {
        "nhs": "NHS",
        "adult_social_care": "Adult social care",
        "fire_and_rescue": "Fire and rescue",
        "police": "Police",
        "housing": "Housing teams and landlords",
        "community": "Community and voluntary groups",
        "coordinators": "Coordinators",
    }
)
FOLDER = loading.LIBRARY / "partners"
# Whose change is counted: people whom the programme supported, so never more than those, or anyone's.
SUPPORTED, ANYONE = "supported", "anyone"
PEOPLE = "people"
# The good end stands last, as everywhere.
IN_ORDER = (WORSE, SAME, WORSE_THEN_BETTER, BETTER)


@dataclass(frozen=True)
class PartnerOutcome:
    """A change for an organisation, counted in a unit. `better` says whether more of the unit is good."""

    id: str
    short_name: str
    text: str
    unit: str
    whose: str
    better: str
    # What may have been seen, as choices with the good end last.
    words: tuple[Choice, ...]

    @property
    def counts_people(self) -> bool:
        """Whether the unit is people, so that asking for how many people would be asking twice."""
        return self.unit == PEOPLE


@dataclass(frozen=True)
class PartnerEntry:
    """What one kind of partner is asked about; `concerns` are ids of residents' outcomes."""

    kind: str
    version: int
    title: str
    source: str
    licence: str
    concerns: tuple[str, ...]
    outcomes: tuple[PartnerOutcome, ...]


def read(document: object, name: str) -> PartnerEntry:
    """What a document describes. Raises QuestionnaireError naming file, outcome (as question) and key."""
    entry = PartnerEntry(**take(document, ENTRY, set(), Place(name)))
    seen: set[str] = set()
    for outcome in entry.outcomes:
        if outcome.id in seen:
            raise Place(name, question=outcome.id).wrong("id", "is used by an earlier outcome")
        seen.add(outcome.id)
    return entry


def load(path: Path) -> PartnerEntry:
    """Reads one YAML file, which is named after its kind. Raises QuestionnaireError."""
    entry = read(loading.document(path), path.name)
    if entry.kind != path.stem:
        raise QuestionnaireError(f"must be the file's name, {path.stem}", path.name, key="kind")
    return entry


@cache
def library() -> Mapping[str, PartnerEntry]:
    """What comes with Alongside, by kind of partner; read once. Raises QuestionnaireError."""
    found = {kind: load(FOLDER / f"{kind}.yaml") for kind in PARTNER_KINDS}
    residents = {outcome.id for each in loading.library().values() for outcome in each.outcomes}
    taken = set(residents)
    for kind, entry in found.items():
        for concern in entry.concerns:
            if concern not in residents:
                raise Place(f"{kind}.yaml").wrong("concerns", f"names no outcome of residents: {concern}")
        for outcome in entry.outcomes:
            if outcome.id in taken:
                raise Place(f"{kind}.yaml", question=outcome.id).wrong("id", "is used elsewhere")
            taken.add(outcome.id)
    return MappingProxyType(found)


@cache
def outcomes() -> Mapping[str, PartnerOutcome]:
    """The outcomes of all kinds of partner, by id."""
    return MappingProxyType(
        {outcome.id: outcome for entry in library().values() for outcome in entry.outcomes}
    )


@cache
def kind_of(outcome_id: str) -> str:
    """The kind of partner whose outcome this is. Raises KeyError."""
    for kind, entry in library().items():
        if any(outcome.id == outcome_id for outcome in entry.outcomes):
            return kind
    raise KeyError(outcome_id)


def _read_concerns(value: object, place: Place, key: str) -> tuple[str, ...]:
    concerns = tuple(snake_case(item, place, key) for item in each(value, place, key))
    if len(set(concerns)) < len(concerns):
        raise place.wrong(key, "names an outcome more than once")
    return concerns


def _read_outcomes(value: object, place: Place, key: str) -> tuple[PartnerOutcome, ...]:
    numbered = enumerate(each(value, place, key), 1)
    return tuple(_read_outcome(item, place, f"{key}.{n}") for n, item in numbered)


def _read_outcome(value: object, place: Place, key: str) -> PartnerOutcome:
    named = Place(place.name, question=loading.called(value, key))
    return PartnerOutcome(**take(value, OUTCOME, set(), named))


def _read_words(value: object, place: Place, key: str) -> tuple[Choice, ...]:
    taken = take(value, WORDS, set(), place, f"{key}.")
    if len(set(taken.values())) < len(taken):
        raise place.wrong(key, "must have different words for each")
    return tuple(Choice(code, taken[code]) for code in IN_ORDER)


WORDS = {code: words(150) for code in IN_ORDER}
OUTCOME = {
    "id": snake_case,
    "short_name": words(40),
    "text": words(300),
    "unit": words(40),
    "whose": one_of(SUPPORTED, ANYONE),
    "better": one_of(HIGHER, LOWER),
    "words": _read_words,
}
ENTRY = {
    "kind": one_of(*PARTNER_KINDS),
    "version": whole(1, 100_000),
    "title": words(200),
    "source": words(1000),
    "licence": words(300),
    "concerns": _read_concerns,
    "outcomes": _read_outcomes,
}
