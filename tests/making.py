"""Small worlds for tests, with people beside them whom no query may count."""

from datetime import date

from survey.access import sign_in
from survey.engagement import (
    consents,
    evaluations,
    invitations,
    partners,
    releases,
    residents,
    responses,
    stakeholders,
    stories,
    telling,
    waves,
)
from survey.engagement.evaluations import AreaDetails, Details
from survey.questionnaires.answers import understand
from survey.questionnaires.story_ids import PURPOSES
from survey.records.base import db
from survey.records.change import own_kind
from survey.records.evaluation import WAVES, Grant
from survey.records.story import Recording, StoryText
from survey.records.story_texts import as_told
from survey.reports import asked, frozen, releasing
from survey.reports.findings import Filters

PASSWORD = "correct horse battery"


def user(email="eva@example.org", roles=("evaluator",)):
    return sign_in.find_account(email) or sign_in.create_account(email, "Eva", list(roles), PASSWORD)


# Every area and level counted: 90 people in all.
ALL_COUNTED = [AreaDetails("North", {"one": 40, "two": 20}), AreaDetails("South", {"one": 0, "two": 30})]


def details(**changes):
    usual = {
        "name": "Walking alongside",
        "council": "Example Council",
        "period_start": date(2026, 4, 1),
        "period_end": date(2027, 3, 31),
        "before": WAVES,
        "headline": "pct_relative_ratio_of_means",
        "areas": [AreaDetails("North", {"one": 40, "two": 20}), AreaDetails("South", {"two": 30})],
    }
    return Details(**{**usual, **changes})


def evaluation(owner=None, opened=True, **changes):
    made = evaluations.create(details(**changes), owner or user())
    if opened:
        evaluations.open_evaluation(made)
    db.session.commit()
    return made


def people(evaluation, count=1, level="two", area=0, linked=True, **known):
    new = [residents.NewResident(evaluation.areas[area], level, **known) for _ in range(count)]
    added = residents.add(evaluation, new, invitations.prepare(count) if linked else ())
    db.session.commit()
    return added


def answer(resident, wave_number=0, sent=True, helped="nobody", **scores):
    """A resident's answers at a wave; what is not named is skipped. A score of "" is skipped too."""
    wave = next(each for each in waves.planned(resident.evaluation) if each.number == wave_number)
    response = responses.start(resident, wave)
    given = {**scores, "helped": helped}
    _save(response, given)
    if sent:
        responses.submit(response)
    db.session.commit()
    return response


def partner(evaluation, kind="nhs", organisation="Made-up surgery", area=None, linked=False):
    """A line of the register, in an area by its place or in all of them."""
    where = None if area is None else evaluation.areas[area]
    link = invitations.prepare(1)[0] if linked else None
    added = stakeholders.add(evaluation, stakeholders.Details(kind, organisation, where), link)
    db.session.commit()
    return added


def partner_answer(partner, sent=True, **given):
    """A partner's answers; shares as a dict by contributor, dates as "2026-04-01", the rest is skipped."""
    if not partners.asking(partner.evaluation).is_open:
        partners.open_asking(partner.evaluation)
    response = responses.start(partner, None)
    _save(response, given)
    if sent:
        responses.submit(response)
    db.session.commit()
    return response


def take_back(story):
    consents.take_back(story)
    db.session.commit()


# By purpose, for how long a story may be used for it.
EVERY_USE = {f"use_{purpose}": "three_years" for purpose in PURPOSES}


def lead(evaluation, email="eva@example.org"):
    """A colleague with both duties: safeguarding lead, and reader of stories as they were told."""
    who = user(email)
    evaluations.grant(evaluation, who)
    grant = db.session.get(Grant, (who.id, evaluation.id))
    grant.safeguards = grant.reads_stories = True
    db.session.commit()
    return who


def story(evaluation, sent=True, way="poster", resident=None, session=None, **given):
    """A story; prompts as words, uses as in EVERY_USE, what is not named is skipped."""
    if not telling.is_open(evaluation):
        if not telling.leads(evaluation):
            lead(evaluation)
        telling.open_telling(evaluation)
    begun = stories.begin(evaluation, way, invitations.prepare(1)[0], resident, session)
    response = responses.start(begun, None)
    # Nobody can be quoted with a name who gave none.
    _save(response, {"story_named_as": "Made-up Robin", **given})
    if sent:
        responses.submit(response)
    db.session.commit()
    return begun


def confirmed(story, **redacted):
    """The story, its words confirmed without names and places: as told, where nothing else is said."""
    for text in list(story.texts):
        story.texts.remove(text)
    db.session.flush()
    for prompt, told in as_told(story).items():
        story.texts.append(StoryText(prompt=prompt, spans="[]", redacted=redacted.get(prompt, told)))
    db.session.commit()
    return story


def recording(story, prompt="story_before", transcript=""):
    """Something that was spoken, and perhaps typed up; there is no sound."""
    made = Recording(
        prompt=prompt, file=f"{story.id}-{prompt}", media_type="audio/ogg", size=1, transcript=transcript
    )
    story.recordings.append(made)
    db.session.commit()
    return made


def _save(response, given):
    for page in responses.questionnaire(response).pages:
        answers = [
            understand(question, _typed(question, given.get(question.id, ""))) for question in page.questions
        ]
        responses.save(response, answers)


def _typed(question, value):
    if isinstance(value, dict):
        return [str(value.get(choice.value, "")) for choice in question.choices]
    return [str(each) for each in value] if isinstance(value, (list, tuple)) else [str(value)]


def pairs(evaluation, outcome, scores, **where):
    """People who gave these scores (before, now; None: no answer) for one outcome."""
    for before, now in scores:
        [person] = people(evaluation, linked=False, **where)
        if evaluation.before == WAVES:
            if before is not None:
                answer(person, 0, **{outcome: before})
            if now is not None:
                answer(person, 1, **{outcome: now})
        else:
            both = {outcome: now, f"{outcome}_then": before}
            answer(person, 1, **{name: score for name, score in both.items() if score is not None})


def release(evaluation):
    """A release of the first follow-up, with small files in place of the real ones."""
    filters = Filters(asked.followups(evaluation)[0], own_kind(evaluation))
    number = releases.next_number(evaluation)
    draft = releasing.draft(evaluation, filters, 10, number)
    findings = draft.findings
    kept = releases.ToKeep(
        number=number,
        wave=filters.wave,
        before_kind=filters.before_kind,
        threshold=findings.threshold,
        findings=frozen.to_text(findings),
        files={kind: f"the {kind}".encode() for kind in ("pdf", "xlsx", "csv")},
        counted=draft.counted,
        **releases.data_stamp(evaluation),
    )
    made = releases.keep(evaluation, kept)
    db.session.commit()
    return made
