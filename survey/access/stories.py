"""Whether a story of the records may be told, and its words as they may be: `telling` for what is kept."""

from datetime import date

from survey.access import telling
from survey.access.telling import Consent, Decision, Told
from survey.records.base import now
from survey.records.retelling import Quotation
from survey.records.story import Story
from survey.records.story_texts import as_told, redacted


def consents(story: Story) -> tuple[Consent, ...]:
    """What its teller agreed to."""
    return tuple(
        Consent(each.purpose, each.until, each.withdrawn_at is not None, each.named_as)
        for each in story.consents
    )


def is_redacted(story: Story) -> bool:
    """Whether somebody confirmed every part of it without names and places."""
    return as_told(story).keys() == redacted(story).keys()


def may_be_read(story: Story, today: date | None = None) -> Decision:
    """Whether the team may read it at all. Before it is redacted, only those with that duty do."""
    return telling.decide(
        consents(story),
        telling.TEAM,
        telling.WHOLE,
        today or now().date(),
        is_redacted=True,
        is_taken_back=story.taken_back_at is not None,
    )


def is_ready(story: Story) -> bool:
    """Whether the team may read it, and somebody confirmed its words; not where it has none."""
    return may_be_read(story).may and is_redacted(story) and bool(as_told(story))


def decide(story: Story, outlet: str, form: str, today: date | None = None) -> Decision:
    """Whether a story as a whole may be told there in that form."""
    return telling.decide(
        consents(story),
        outlet,
        form,
        today or now().date(),
        is_redacted=is_redacted(story),
        is_taken_back=story.taken_back_at is not None,
    )


def quote(quotation: Quotation, outlet: str, today: date | None = None) -> Told:
    """A quotation as it may be told there. Raises MayNotBeTold, also where its words are not redacted now."""
    story = quotation.story
    return telling.tell(
        quotation.words,
        consents(story),
        outlet,
        today or now().date(),
        story=story.id,
        named=quotation.named,
        outcome=quotation.outcome,
        is_redacted=stands(quotation),
        is_taken_back=story.taken_back_at is not None,
    )


def stands(quotation: Quotation) -> bool:
    """Whether its words stand in the story as somebody confirmed it last."""
    text = redacted(quotation.story).get(quotation.prompt, "")
    return bool(quotation.words) and quotation.words in text


def passages(story: Story, outlet: str, *, named: bool, today: date | None = None) -> dict[str, Told]:
    """The whole story, by prompt, as it may be told there. Raises MayNotBeTold, wordless or not."""
    decision = decide(story, outlet, telling.NAMED if named else telling.UNNAMED, today)
    if not decision.may:
        raise telling.MayNotBeTold(decision)
    return {
        prompt: telling.tell(
            words,
            consents(story),
            outlet,
            today or now().date(),
            story=story.id,
            named=named,
            is_redacted=is_redacted(story),
            is_taken_back=story.taken_back_at is not None,
        )
        for prompt, words in redacted(story).items()
    }
