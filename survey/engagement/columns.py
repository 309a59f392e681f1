"""What the columns of a file of scores hold: what can be chosen, what was, and a first guess."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

from survey.engagement import collecting, waves
from survey.engagement.particulars import NAMES, plain
from survey.questionnaires.model import SCALE, Question
from survey.records.asking import Wave
from survey.records.change import BEFORE_KINDS, own_kind
from survey.records.evaluation import WAVES, Evaluation
from survey.records.upload import Upload

LEAVE_OUT = ""
CODE_WORDS = {"code", "id", "person", "resident", "client", "reference", "ref", "resident code", "person id"}
GUESSED = {word: "code" for word in CODE_WORDS} | {
    "reason": "main_reason",
    "main reason for introduction": "main_reason",
    "route": "introduction_route",
    "age group": "age_band",
}
EARLY = {"before", "then", "pre", "baseline", "start", "introduction", "first"}
LATE = {"now", "after", "post", "follow", "followup", "later", "end"}


@dataclass(frozen=True)
class Score:
    """One question at one wave: what a column of scores may hold."""

    wave: Wave
    question: Question

    @property
    def key(self) -> str:
        return f"score:{self.wave.number}:{self.question.id}"


@dataclass(frozen=True)
class Columns:
    """What each column holds, and what holds for all rows where no column says it."""

    held: tuple[str, ...]
    area_id: int | None = None
    level: str | None = None
    before_kind: str = ""


def scores(evaluation: Evaluation) -> dict[str, Score]:
    """Every score that may be brought in, by key: each scale question of either level at each wave."""
    asked = {
        question.id: question
        for _, questionnaire in collecting.questionnaires(evaluation).values()
        for question in questionnaire.questions
        if question.kind == SCALE and (question.is_outcome or question.recalls)
    }
    every = [Score(wave, question) for wave in waves.planned(evaluation) for question in asked.values()]
    return {score.key: score for score in every}


def label(evaluation: Evaluation, score: Score) -> str:
    when = score.wave.name
    if evaluation.before != WAVES:
        when = f"{'before' if score.question.recalls else 'now'} ({when})"
    return f"{score.question.short_name}: {when}"


def wrong_with(columns: Columns, labels: Mapping[str, str]) -> list[tuple[int | str, str]]:
    """What keeps these columns from being read: the column or setting, and a plain sentence."""
    wrong: list[tuple[int | str, str]] = list(_wrong_choices(columns.held, labels))
    if "code" not in columns.held:
        wrong.append((0, "Choose which column holds each person’s code."))
    if "area" not in columns.held and columns.area_id is None:
        wrong.append(("area", "Choose the column that holds the area, or one area for all rows."))
    if "level" not in columns.held and columns.level is None:
        wrong.append(("level", "Choose the column that holds the level, or one level for all rows."))
    if not any(held.startswith("score:") for held in columns.held):
        wrong.append((0, "Choose at least one column that holds scores."))
    if columns.before_kind not in BEFORE_KINDS:
        wrong.append(("before_kind", "Choose how the scores from before were known."))
    return wrong


def _wrong_choices(held: Sequence[str], labels: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    for place, each in enumerate(held):
        if each and each not in labels:
            yield place, "Choose what this column holds from the list."
        elif each and each in held[:place]:
            yield place, f"“{labels[each]}” is chosen for two columns. Choose it for one."


def chosen(evaluation: Evaluation, upload: Upload, headings: Sequence[str]) -> Columns:
    """The columns as chosen before, else as their headings suggest."""
    if upload.columns:
        kept = json.loads(upload.columns)
        return Columns(**{**kept, "held": tuple(kept["held"])})
    only = evaluation.areas[0].id if len(evaluation.areas) == 1 else None
    held = guess(headings, list(scores(evaluation).values()))
    return Columns(held, area_id=only, before_kind=own_kind(evaluation))


def keep(upload: Upload, columns: Columns) -> None:
    upload.columns = json.dumps(asdict(columns))


def guess(headings: Sequence[str], offered: Sequence[Score]) -> tuple[str, ...]:
    """What each heading seems to name; nothing is guessed twice, and nothing where two would do."""
    named = {plain(said): name for name, heading in NAMES.items() for said in (name, heading)} | GUESSED
    held: list[str] = []
    for heading in headings:
        found = named.get(plain(heading)) or _score(heading, offered)
        held.append(LEAVE_OUT if found in held else found)
    return tuple(held)


def _score(heading: str, offered: Sequence[Score]) -> str:
    words = _words(heading)
    outcomes = {score.question.id for score in offered if not score.question.recalls}
    fitting = [
        score
        for score in offered
        if _names_outcome(words, score.question, alone=len(outcomes) == 1)
        and _names_wave(words, score, offered)
    ]
    return fitting[0].key if len(fitting) == 1 else LEAVE_OUT


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z]+|[0-9]+", text.casefold())


def _names_outcome(words: list[str], question: Question, *, alone: bool) -> bool:
    names = (_words(question.short_name), _words(question.recalls or question.id))
    return alone or any(set(name) <= set(words) for name in names)


def _names_wave(words: list[str], score: Score, offered: Sequence[Score]) -> bool:
    early, late = EARLY & set(words), LATE & set(words)
    named = [each.wave for each in offered if set(_words(each.wave.name)) <= set(words)]
    only = len({each.wave.number for each in offered if each.wave.number > 0}) == 1
    if any(each.question.recalls for each in offered):
        when = bool(early) if score.question.recalls else bool(late) and not early
        return when and (only or score.wave in named)
    if named:
        return score.wave in named
    return bool(early) if score.wave.number == 0 else bool(late) and only
