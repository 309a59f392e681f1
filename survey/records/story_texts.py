"""The words of a story as they were told, prompt by prompt: typed, spoken and typed up, or both."""

from sqlalchemy import select

from survey.questionnaires.story_ids import PROMPTS
from survey.records.base import db
from survey.records.response import AnswerRow, AnswerWords, Response
from survey.records.story import Story


def as_told(story: Story) -> dict[str, str]:
    """What was said to each prompt, in the order of the prompts; those without a word are left out."""
    query = (
        select(AnswerRow.question_id, AnswerWords.words)
        .join(Response, Response.id == AnswerRow.response_id)
        .join(AnswerWords, AnswerWords.answer_id == AnswerRow.id)
        .where(Response.story_id == story.id, AnswerRow.question_id.in_(PROMPTS))
    )
    typed = dict(db.session.execute(query).all())
    spoken = {recording.prompt: recording.transcript for recording in story.recordings}
    parts = {prompt: (typed.get(prompt, ""), spoken.get(prompt, "")) for prompt in PROMPTS}
    return {prompt: "\n\n".join(filter(None, said)) for prompt, said in parts.items() if any(said)}


def redacted(story: Story) -> dict[str, str]:
    """What was said to each prompt with names and places taken out, where somebody confirmed it."""
    texts = {text.prompt: text.redacted for text in story.texts}
    return {prompt: texts[prompt] for prompt in PROMPTS if prompt in texts}
