"""An evaluation with stories in every state of consent, each of whose secrets holds a word of its own."""

import re
from dataclasses import dataclass, field
from datetime import timedelta

from sqlalchemy import update

from survey.engagement import (
    case_studies,
    consents,
    get_togethers,
    invitations,
    quotations,
    recordings,
    safeguarding,
    significant_changes,
    themes,
)
from survey.engagement.quotations import Wanted
from survey.questionnaires.story_ids import LEARNING, PROMPTS, PURPOSES, use_of
from survey.records.account import User
from survey.records.base import db, now
from survey.records.evaluation import Evaluation, Grant
from survey.records.resident import Resident
from survey.records.safeguarding import COORDINATOR, LookUp
from survey.records.story import Recording, Story, StoryConsent, StoryText
from tests import making
from tests.sounds import WAV
from tests.trust import valued
from tests.trust.talking import talk

BEFORE, SPOKEN = PROMPTS[:2]
# Every use agreed to; what becomes of it is said where the state is made.
AGREED = ("agreed", "waits", "last_day", "withdrawn", "learnt_no_more", "ended")
QUOTED = ("agreed", "last_day", "withdrawn", "learnt_no_more", "ended")
WANTED = ("flagged", "settled", "gone")
STATES = (*AGREED, "refused", "draft", *WANTED)
SHOWN = re.compile("zq[a-z]+?qz")


def canary(kind: str, state: str) -> str:
    """A word that stands nowhere else; small letters only, so that no paper and no browser parts it."""
    return f"zq{kind}{state.replace('_', '')}qz"


@dataclass
class World:
    evaluation: Evaluation
    elsewhere: Evaluation
    stories: dict[str, Story]
    # By role: whose account it is, or the links that somebody holds.
    accounts: dict[str, User]
    links: dict[str, tuple[str, ...]]
    # What stands in addresses; every value is tried.
    values: dict[str, list]
    # What holds a secret without being a word of ours: tokens and codes, by the name of their canary.
    secrets: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def met(self, said: str) -> set[str]:
        """The canaries in what was said, which has no blanks."""
        small = said.lower()
        found = set(SHOWN.findall(small))
        return found | {name for name, theirs in self.secrets.items() if any(map(small.__contains__, theirs))}


def make_world(app, release) -> World:
    """`release(client, evaluation)` makes release 1, between what is agreed to and what is withdrawn."""
    owner = making.user("canary-reader@example.org")
    ours = making.evaluation(owner, before="then_and_now", name="Canaries")
    making.pairs(ours, "hope", [(2, 4), (3, 3), (2, 3)] * 6)
    accounts = _accounts(ours, owner)
    people = {who: making.people(ours, code=canary("code", who))[0] for who in ("agreed", "flagged", "none")}
    stories = {state: _story(ours, state, people.get(state)) for state in STATES}
    studies = [_quote_and_study(stories[state]) for state in QUOTED]
    for state in ("agreed", "withdrawn"):
        picked = significant_changes.Choice("Panel", canary("panel", state))
        significant_changes.pick(stories[state], picked)
    db.session.commit()
    release(app, owner, ours)
    _change_minds(stories)
    worries = _worries(stories, accounts["lead"])
    talked = talk(ours, lambda kind, _: canary(kind, "session"))
    wish = get_togethers.ask(ours, canary("wish", "name"), canary("wish", "contact"))
    theme = themes.add(ours, canary("theme", "codebook"), "")
    for told in (people["agreed"], people["none"]):
        making.answer(told, 1, control=3)
    partner = making.partner(ours, "nhs", "Surgery", linked=True)
    db.session.commit()
    own = {state: invitations.current_link(story) for state, story in stories.items()}
    values = {
        **valued.lists(ours),
        "story_id": [story.id for story in stories.values()],
        "flag_id": worries,
        "recording_id": [each.id for story in stories.values() for each in story.recordings],
        "case_study_id": studies,
        **talked.values,
        "wish_id": [wish.id],
        "theme_id": [theme.id],
        "resident_id": [each.id for each in people.values()],
        "stakeholder_id": [partner.id],
    }
    links = {
        "resident": (invitations.current_link(people["none"]).token,),
        "resident who told": (invitations.current_link(people["agreed"]).token,),
        "teller": (own["refused"].token,),
        "teller of a draft": (own["draft"].token,),
        "participant": (talked.phone, talked.door),
        "partner": (invitations.current_link(partner).token,),
    }
    secrets = {
        f"link {state}": tuple(each.lower() for each in (link.token, link.code, link.spoken_code))
        for state, link in own.items()
    }
    elsewhere = making.evaluation(accounts["stranger"], name="Somebody else’s")
    return World(ours, elsewhere, stories, accounts, links, values, secrets)


def _accounts(ours: Evaluation, owner: User) -> dict[str, User]:
    making.lead(ours, owner.email)
    found = {"reader": owner, "stranger": making.user("canary-stranger@example.org")}
    for role in ("lead", "colleague"):
        found[role] = making.lead(ours, f"canary-{role}@example.org")
    found["administrator"] = making.user("canary-administrator@example.org", ("administrator",))
    for role, duties in {"reader": (False, True), "lead": (True, False), "colleague": (False, False)}.items():
        grant = db.session.get(Grant, (found[role].id, ours.id))
        grant.safeguards, grant.reads_stories = duties
    db.session.commit()
    return found


def _story(ours: Evaluation, state: str, teller: Resident | None) -> Story:
    """Told with names in it, which are taken out where the team may read it; one that waits is as told."""
    told, kept, quoted = (canary(kind, state) for kind in ("told", "kept", "quoted"))
    given = {
        BEFORE: f"I went with {told}. The {kept} is fine. The {quoted} is good.",
        "story_about": ["hope"],
    }
    uses = {use_of(purpose): "three_years" for purpose in PURPOSES} if state in AGREED else {}
    if state in WANTED:
        given |= {"story_contact_wanted": "yes", "story_contact": canary("contact", state)}
    given["story_named_as"] = canary("named", state)
    way = {"way": "link", "resident": teller} if teller else {}
    story = making.story(ours, sent=state != "draft", **way, **given, **uses)
    recordings.keep(story.id, SPOKEN, WAV + canary("sound", state).encode())
    spoken = db.session.query(Recording).filter_by(story_id=story.id).one()
    spoken.transcript = f"With {canary('transcript', state)} I spoke. The {canary('typed', state)} is fine."
    if state in QUOTED:
        for prompt, words in (
            (BEFORE, f"I went with [name]. The {kept} is fine. The {quoted} is good."),
            (SPOKEN, f"With [name] I spoke. The {canary('typed', state)} is fine."),
        ):
            story.texts.append(StoryText(prompt=prompt, spans="[]", redacted=words))
    db.session.commit()
    return story


def _quote_and_study(story: Story) -> int:
    state = next(each for each in QUOTED if canary("kept", each) in story.texts[0].redacted)
    quotations.place(
        story, Wanted(BEFORE, f"The {canary('quoted', state)} is good.", "hope", state == "agreed")
    )
    title, wrote, named = canary("study", state), canary("wrote", state), state == "agreed"
    study = case_studies.Described("journey", title, (BEFORE,), introduction=wrote, named=named)
    return case_studies.add(story, study).id


def _change_minds(stories: dict[str, Story]) -> None:
    today = now().date()
    for state, day in (("last_day", today), ("ended", today - timedelta(days=1))):
        theirs = update(StoryConsent).where(StoryConsent.story_id == stories[state].id)
        db.session.execute(theirs.values(until=day))
    for purpose in PURPOSES:
        consents.withdraw(stories["withdrawn"], purpose)
    consents.withdraw(stories["learnt_no_more"], LEARNING)
    making.take_back(stories["gone"])


def _worries(stories: dict[str, Story], lead: User) -> list[int]:
    """One that is open with a reason and a look-up, one that is settled, one of a story that is gone."""
    ours = stories["flagged"].evaluation
    raised = safeguarding.raise_flag(stories["flagged"], COORDINATOR, canary("why", "flagged"))
    for flag in safeguarding.open_flags(ours):
        if flag.story_id == stories["settled"].id:
            safeguarding.settle(flag, "contacted", canary("note", "settled"))
    reason = canary("reason", "flagged")
    db.session.add(LookUp(flag_id=raised.id, user_id=lead.id, reason=reason))
    db.session.commit()
    every = [*safeguarding.open_flags(ours), *safeguarding.settled_flags(ours)]
    assert raised in every
    return [flag.id for flag in every]
