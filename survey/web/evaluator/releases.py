"""The releases of an evaluation, and what happened to its answers since each."""

from survey.access.permissions import may
from survey.analysis.wording import number, people
from survey.engagement import releases as kept
from survey.engagement.releases import Since
from survey.records.evaluation import Evaluation
from survey.records.release import Release
from survey.reports import frozen, release_stories, story_words
from survey.reports.release_stories import Last
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.showing import show


@evaluator.get("/evaluations/<int:evaluation_id>/releases")
@may("see releases")
def releases(evaluation: Evaluation):
    every = kept.all_of(evaluation)
    listed = [
        (release, since_words(kept.since(release)), _warning(evaluation, release, release is every[0]))
        for release in every
    ]
    return show("releases", evaluation, releases=listed)


def _warning(evaluation: Evaluation, release: Release, is_newest: bool) -> str:
    last = Last.of(frozen.from_text(release.findings))
    return story_words.do_not_hand_on(len(release_stories.gone(evaluation, last)), is_newest)


def since_words(since: Since) -> str:
    """What happened to the answers since, as a sentence."""
    sent = "one set of answers was" if since.sent == 1 else f"{number(since.sent)} sets of answers were"
    parts = (
        f"{sent} sent" if since.sent else "",
        "scores were brought in from a file" if since.brought_in else "",
        f"{people(since.erased)} {'was' if since.erased == 1 else 'were'} erased" if since.erased else "",
        f"details of {people(since.changed)} were changed" if since.changed else "",
        f"{_partners(since.partners)} sent answers" if since.partners else "",
        f"{_lines(since.removed)} taken out of the register" if since.removed else "",
        f"{_stories(since.told)} told" if since.told else "",
        f"{_stories(since.taken_back)} taken back" if since.taken_back else "",
        f"{_consents(since.consents)} was taken back" if since.consents else "",
        f"consent to reading {_ended(since.ended)} has ended" if since.ended else "",
    )
    said = [part for part in parts if part]
    if not said:
        return "No answers have come or gone since."
    return f"Since then {' and '.join(filter(None, [', '.join(said[:-1]), said[-1]]))}."


def _partners(count: int) -> str:
    return "one partner" if count == 1 else f"{number(count)} partners"


def _lines(count: int) -> str:
    return "one stakeholder was" if count == 1 else f"{number(count)} stakeholders were"


def _stories(count: int) -> str:
    return "one story was" if count == 1 else f"{number(count)} stories were"


def _ended(count: int) -> str:
    return "one story" if count == 1 else f"{number(count)} stories"


def _consents(count: int) -> str:
    return "consent to one use of a story" if count == 1 else f"consent to {number(count)} uses of stories"
