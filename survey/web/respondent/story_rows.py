"""A story as it is checked before it is sent: what was told, and what it may be used for until when."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from flask_babel import format_date, gettext
from flask_babel import gettext as _

from survey.engagement import recordings
from survey.engagement.stories import years_later
from survey.questionnaires.answers import chosen
from survey.questionnaires.story_ids import (
    CONTACT,
    CONTACT_WANTED,
    LEARNING,
    NAMED_AS,
    PROMPTS,
    PUBLISHED,
    PURPOSES,
    QUOTED_NAMED,
    QUOTED_UNNAMED,
    STEERING_GROUP,
    YEARS,
    YES,
    use_of,
)
from survey.records.base import now
from survey.web.respondent.recording import megabytes
from survey.web.respondent.told import Row, told
from survey.web.respondent.visiting import Visit

USES = tuple(map(use_of, PURPOSES))


def rows(visit: Visit) -> Iterator[Row]:
    """A row for each page. Every question shown has to have been passed."""
    spoken = recordings.sizes(visit.resident.id)
    titles = {page.id: gettext(page.title) for page in visit.pages if page.text and page.id not in USES}
    for row in told(visit.pages, visit.answers):
        # Which way things went is asked in the same words of each.
        row = replace(row, heading=titles.get(row.page_id, row.heading))
        if row.page_id in USES:
            row = replace(row, answers=[("", _use(visit, row.page_id))])
        if row.page_id in spoken:
            row = replace(row, answers=_with_sound(visit, row, spoken[row.page_id]))
        yield row


def remarks(visit: Visit) -> Iterator[str]:
    """What a teller may not have meant, said kindly before anything is sent."""
    spoken = recordings.sizes(visit.resident.id)
    if not spoken and not any(_words(visit, prompt) for prompt in PROMPTS):
        yield _("There are no words in your story yet. You can still add some.")
    if chosen(visit.answers, CONTACT_WANTED) == YES and not _words(visit, CONTACT):
        yield _("You would like someone to contact you. Please tell us how to reach you.")
    if _agreed(visit, [QUOTED_NAMED]) and not _words(visit, NAMED_AS):
        yield _(
            "You said yes to a name, but did not write one. Please write one, or we cannot quote you with "
            "a name."
        )
    if not _agreed(visit, [LEARNING]):
        yield _(
            "You did not say that the team may read your story. So the team will not read it or use it. "
            "That is all right. You can change it."
        )
    elif _agreed(visit, [STEERING_GROUP, PUBLISHED]) and not _agreed(visit, [QUOTED_UNNAMED, QUOTED_NAMED]):
        yield _("You did not say yes to being quoted. So none of your words will be shown or published.")


def _use(visit: Visit, question: str) -> str:
    years = YEARS.get(chosen(visit.answers, question))
    if not years:
        return _("No")
    return _("Yes, until %(day)s", day=format_date(years_later(now().date(), years), "d MMMM y"))


def _with_sound(visit: Visit, row: Row, size: int) -> list[tuple[str, str]]:
    said = [answer for answer in row.answers if _words(visit, row.page_id)]
    return [*said, ("", _("A recording (%(size)s)", size=megabytes(size)))]


def _agreed(visit: Visit, purposes: Iterable[str]) -> bool:
    return any(chosen(visit.answers, use_of(purpose)) in YEARS for purpose in purposes)


def _words(visit: Visit, question: str) -> str:
    answer = visit.answers.get(question)
    return answer.words if answer else ""
