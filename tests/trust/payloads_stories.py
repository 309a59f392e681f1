"""Stories, groups and what is made of them, with a hostile text in every place that words can stand."""

from collections.abc import Iterator
from itertools import islice

from survey.engagement import (
    case_studies,
    get_togethers,
    invitations,
    quotations,
    recordings,
    safeguarding,
    significant_changes,
    themes,
)
from survey.engagement.case_studies import Described
from survey.engagement.quotations import Wanted
from survey.engagement.themes import SameName
from survey.questionnaires.story_ids import PROMPTS
from survey.records.base import db
from survey.records.evaluation import Evaluation
from survey.records.safeguarding import COORDINATOR, LookUp
from survey.records.story_texts import redacted
from survey.web.evaluator.fields import tidy
from tests import making
from tests.sounds import WAV
from tests.trust import payloads, valued
from tests.trust.talking import talk

EMAIL = "hostile-stories@example.org"
STORIES, MANY = 2, 8
LONGEST_PROMPT, LONGEST_QUOTATION = 5000, 600


def make(file: str) -> tuple[Evaluation, dict[str, list], tuple[str, ...]]:
    """An evaluation; what stands in the addresses of its pages; the links of those who answer."""
    owner = making.user(EMAIL)
    ours = making.evaluation(owner, before="then_and_now", name="Hostile stories", note="Plain")
    making.lead(ours, EMAIL)
    making.pairs(ours, "hope", [(2, 4), (3, 3), (2, 3)] * 6)
    long, short = iter(payloads.corpus(file)), Texts(payloads.own(file) + payloads.some(2000, "stories"))
    codebook = list(_themes(ours, short))
    stories = [_story(ours, long, short) for _ in range(STORIES)]
    studies, flags = [], []
    for story in stories:
        themes.tag(story, [theme.id for theme in codebook])
        _quote(story)
        studies.append(case_studies.add(story, _described(short)).id)
        picked = significant_changes.Choice(short.at_most(200), short.at_most(2000))
        significant_changes.pick(story, picked)
        flags += _worries(story, owner.id, short)
    talked = talk(ours, lambda _, longest: short.at_most(longest), MANY, codebook[0])
    draft = making.story(ours, sent=False, **_told(long))
    for _ in range(MANY):
        wish = get_togethers.ask(ours, short.at_most(120), short.at_most(200))
    db.session.commit()
    values = {
        **valued.lists(ours, short.at_most),
        "story_id": [story.id for story in stories],
        "recording_id": [story.recordings[0].id for story in stories],
        "case_study_id": studies,
        "flag_id": flags,
        "theme_id": [theme.id for theme in codebook],
        "wish_id": [wish.id],
        **talked.values,
        "resident_id": [making.people(ours)[0].id],
        "stakeholder_id": [making.partner(ours, "nhs", short.at_most(100)).id],
    }
    own = tuple(invitations.current_link(each).token for each in (draft, stories[0]))
    return ours, values, (*own, talked.phone, talked.door)


class Texts:
    """Gives the next text that fits, tidied as the forms do."""

    def __init__(self, texts: list[str]):
        self._texts = texts
        self._waiting = iter(texts)

    def at_most(self, longest: int) -> str:
        for text in map(tidy, self._waiting):
            if text and len(text) <= longest:
                return text
        self._waiting = iter(self._texts)
        return self.at_most(longest)


def _themes(ours: Evaluation, short: Texts):
    for _ in range(MANY):
        try:
            yield themes.add(ours, short.at_most(80), short.at_most(300))
        except SameName:
            continue


def _told(long: Iterator[str]) -> dict[str, str]:
    """Each part of a story as full of hostile texts as it gets."""
    return {prompt: "\n".join(islice(long, 50))[:LONGEST_PROMPT] for prompt in PROMPTS}


def _story(ours: Evaluation, long: Iterator[str], short: Texts):
    told = _told(long) | {"story_named_as": short.at_most(80), "story_contact_wanted": "yes"}
    story = making.story(
        ours, **told, story_contact=short.at_most(300), story_about=["hope"], **making.EVERY_USE
    )
    recordings.keep(story.id, PROMPTS[0], WAV)
    story.recordings[0].transcript = "\n".join(short.at_most(300) for _ in range(MANY))
    return making.confirmed(story)


def _quote(story) -> None:
    for prompt, words in redacted(story).items():
        for line in islice((each for each in words.splitlines() if each.strip()), MANY):
            try:
                quotations.place(story, Wanted(prompt, line[:LONGEST_QUOTATION], "hope", True))
            except (quotations.NotTheirWords, quotations.TooLong):
                continue


def _described(short: Texts) -> Described:
    said = {"introduction": short.at_most(600), "agency_view": short.at_most(900)}
    return Described("agency", short.at_most(120), PROMPTS[:2], named=True, **said)


def _worries(story, user_id: int, short: Texts) -> list[int]:
    raised, settled = (
        safeguarding.raise_flag(story, COORDINATOR, short.at_most(2000), user_id) for _ in range(2)
    )
    safeguarding.settle(settled, "contacted", short.at_most(2000))
    db.session.add(LookUp(flag_id=raised.id, user_id=user_id, reason=short.at_most(1000)))
    return [raised.id, settled.id]
