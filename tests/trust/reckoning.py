"""What people were told is kept, held against what is kept."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from sqlalchemy import func, select, text

from survey.records.base import db
from survey.records.change import ChangeRow
from survey.records.response import AnswerRow, Response
from survey.records.trail import TrailLine
from tests.trust.visitors import Told


def problems(told: Iterable[Told], outcomes: Iterable[str]) -> list[str]:
    """Everything lost, doubled or there in part, in words; nothing where all is well."""
    responses, answers, changes = _kept()
    found = [*_broken(), *_doubled(responses, answers, changes)]
    for each in told:
        theirs = responses[each.person.id]
        found += _lost(each, theirs, answers)
        for response in theirs:
            found += _partial(response, answers[response.id], changes[each.person.id], list(outcomes))
    return found


def count_stored() -> int:
    return db.session.scalar(select(func.count(Response.id)))


def count_sent() -> int:
    return db.session.scalar(select(func.count(Response.id)).where(Response.submitted_at.is_not(None)))


def _kept():
    responses, answers, changes = defaultdict(list), defaultdict(list), defaultdict(list)
    for response in db.session.scalars(select(Response)):
        responses[response.resident_id].append(response)
    for response_id, question, number in db.session.execute(
        select(AnswerRow.response_id, AnswerRow.question_id, AnswerRow.number)
    ):
        answers[response_id].append((question, number))
    for row in db.session.scalars(select(ChangeRow)):
        changes[row.resident_id].append(row)
    return responses, answers, changes


def _lost(told: Told, theirs: list[Response], answers: dict) -> Iterator[str]:
    kept = {pair for response in theirs for pair in answers[response.id]}
    for pair in told.answers.items():
        if pair not in kept:
            yield f"lost: answer {pair} of person {told.person.id}"
    if told.reference and told.reference not in [response.reference for response in theirs]:
        yield f"lost: submission {told.reference} of person {told.person.id}"


def _doubled(responses: dict, answers: dict, changes: dict) -> Iterator[str]:
    for person, theirs in responses.items():
        if len(theirs) > 1:
            yield f"doubled: {len(theirs)} responses of person {person}"
    for response, pairs in answers.items():
        yield from _twice(f"answers of response {response}", (question for question, _ in pairs))
    for person, rows in changes.items():
        yield from _twice(f"rows of change of person {person}", (row.outcome for row in rows))
    sent = [each.reference for theirs in responses.values() for each in theirs if each.submitted_at]
    yield from _twice("references", sent)
    noted = select(TrailLine).where(TrailLine.act == "answers sent")
    lines = len(db.session.scalars(noted).all())
    if lines != len(sent):
        yield f"doubled or partial: {len(sent)} were sent, the trail has {lines}"


def _twice(what: str, names: Iterable[str]) -> Iterator[str]:
    for name, count in Counter(names).items():
        if count > 1:
            yield f"doubled: {what}: {name}, {count} times"


def _partial(response: Response, answers: list, changes: list[ChangeRow], outcomes: list) -> Iterator[str]:
    """All of a submission is there together, and before it nothing but the draft's answers."""
    given = dict(answers)
    rows = {row.outcome: (row.before, row.now) for row in changes}
    expected = {name: (given.get(f"{name}_then"), given.get(name)) for name in outcomes}
    if response.submitted_at is None:
        if rows or response.helped:
            yield f"partial: response {response.id} counts and was not sent"
    elif rows != expected or response.reference is None or response.helped is None:
        yield f"partial: response {response.id} has {rows}, not {expected}"


def _broken() -> Iterator[str]:
    """What the database itself finds wrong with its files."""
    if db.engine.dialect.name == "sqlite":
        for pragma in ("integrity_check", "foreign_key_check"):
            rows = db.session.execute(text(f"PRAGMA {pragma}")).all()
            if rows not in ([], [("ok",)]):
                yield f"broken: {rows}"
        return
    for table in db.metadata.sorted_tables:
        counts = {_count(table, through_index) for through_index in ("off", "on")}
        if len(counts) > 1:
            yield f"broken: {table.name} has {counts} rows, by index and without"


def _count(table, through_index: str) -> int:
    db.session.execute(text(f"SET LOCAL enable_indexscan = {through_index}"))
    db.session.execute(text(f"SET LOCAL enable_indexonlyscan = {through_index}"))
    db.session.execute(text(f"SET LOCAL enable_bitmapscan = {through_index}"))
    db.session.execute(text(f"SET LOCAL enable_seqscan = {'off' if through_index == 'on' else 'on'}"))
    key = next(iter(table.primary_key.columns))
    return len(db.session.execute(select(key).order_by(key)).all())
