"""The page of a session as its several forms show it, and the way back to it."""

from collections.abc import Iterable

from flask import abort

from survey.analysis.wording import number, people
from survey.engagement import doors, telling, themes, votes
from survey.engagement import sessions as kept
from survey.engagement.sessions import Told
from survey.engagement.votes import Result
from survey.records.evaluation import Evaluation
from survey.records.session import Session, SessionNote
from survey.web import form_base
from survey.web.evaluator.session_forms import NoteForm, PeopleForm, StatementForm, outcome_names
from survey.web.evaluator.showing import done, show
from survey.web.evaluator.standing import counted

ADDRESS = "/evaluations/<int:evaluation_id>/sessions/<int:session_id>"


def found(evaluation: Evaluation, session_id: int) -> Session:
    return kept.get(evaluation, session_id) or abort(404)


def seen(sentence: str, session: Session, part: str | None = None):
    """Back to the session, at one of its parts, with what was done said."""
    where = {"evaluation_id": session.evaluation_id, "session_id": session.id, "_anchor": part}
    return done(sentence, "session", **where)


def page(evaluation: Evaluation, session: Session, form: form_base.Form | None = None):
    """The whole page; of its forms, the one that was sent says what is wrong with it."""
    results = votes.results(session)
    return show(
        "session",
        evaluation,
        form or form_base.Form(formdata=None),
        session=session,
        door=_link(evaluation, session),
        phones=kept.phones(session),
        results=results,
        places=["statements", "people", "notes", *(f"statement-{each.statement.id}" for each in results)],
        too_many=_too_many(results, session.came),
        outcomes=outcome_names(evaluation),
        stories=_stories(kept.told(session)),
        telling=telling.is_open(evaluation),
        noted=_by_theme(session.notes, {theme.id: theme.name for theme in themes.of(evaluation)}),
        putting=_sent(form, StatementForm) or StatementForm(evaluation, formdata=None),
        counting=_sent(form, PeopleForm) or PeopleForm(session, formdata=None),
        noting=_sent(form, NoteForm) or NoteForm(evaluation, formdata=None),
        counted=counted,
    )


def _sent(form: form_base.Form | None, kind: type) -> form_base.Form | None:
    return form if isinstance(form, kind) else None


def _link(evaluation: Evaluation, session: Session) -> doors.DoorLink | None:
    door = doors.current(evaluation, session)
    return doors.link(door) if door else None


def _too_many(results: Iterable[Result], came: int | None) -> dict[int, str]:
    """By statement, that there are more votes on it than people who came: one of the two was miscounted."""
    if came is None:
        return {}
    return {
        result.statement.id: f"There {'is' if result.total.all == 1 else 'are'} "
        f"{counted(result.total.all, 'vote')} on this, but {people(came)} came."
        for result in results
        if result.total.all > came
    }


def _stories(told: Told) -> str:
    """How many were told in the session, and how many are on their way."""
    so_far = (
        "No story has"
        if not told.sent
        else "One story has"
        if told.sent == 1
        else f"{told.sent} stories have"
    )
    begun = f"; {number(told.begun)} begun and not sent yet" if told.begun else ""
    return f"{so_far} been told in this session{begun}."


def _by_theme(notes: Iterable[SessionNote], names: dict[int, str]) -> dict[str, list[SessionNote]]:
    """The notes in the order of the codebook, those without a theme last."""
    listed: dict[str, list[SessionNote]] = {name: [] for name in [*names.values(), ""]}
    for note in notes:
        listed[names.get(note.theme_id, "")].append(note)
    return {name: of_it for name, of_it in listed.items() if of_it}
