"""What a resident's own answers say about change, for that resident alone."""

from sqlalchemy import select

from survey.analysis import disclosure
from survey.analysis.disclosure import OwnChange, OwnScore
from survey.engagement import responses
from survey.records.base import db
from survey.records.change import ChangeRow, own_kind
from survey.records.response import Response


def of_response(response: Response) -> OwnChange:
    """Now and before for every outcome asked about; at the first wave nothing is before."""
    given, before = responses.answers(response), _before(response)
    return disclosure.own_change(
        OwnScore(
            key=outcome.id,
            name=outcome.short_name,
            before=before.get(outcome.id),
            now=given[outcome.id].number if outcome.id in given else None,
            lowest=outcome.lowest,
            highest=outcome.highest,
            better=outcome.better,
        )
        for outcome in responses.questionnaire(response).outcomes
    )


def _before(response: Response) -> dict[str, int | None]:
    query = select(ChangeRow.outcome, ChangeRow.before).where(
        ChangeRow.resident_id == response.resident_id,
        ChangeRow.wave_id == response.wave_id,
        # What staff estimated is not the resident's own answer.
        ChangeRow.before_kind == own_kind(response.resident.evaluation),
    )
    return dict(db.session.execute(query).tuples().all())
