"""What is made in the background, at each point of its way, and how its pages look; no worker comes near."""

from datetime import timedelta

from survey.records.base import db, now
from survey.records.job import DONE, FAILED, RUNNING, Job
from tests import making
from tests.journeys.doing import nothing

WHY = "There is no value map yet. Make one first, then ask again."


def make(owner) -> dict[str, object]:
    evaluation = making.evaluation(owner, name="Being reported on")
    usual = {"evaluation_id": evaluation.id, "kind": "evaluation report", "about": {}, "all_steps": 9}
    far = now() + timedelta(days=1)
    running = Job(**usual, state=RUNNING, lease_until=far, claims=1, done_steps=2, step="drawing the charts")
    done = Job(**usual, state=DONE, name="evaluation-report.pdf", done_steps=9, finished_at=now())
    failed = Job(**usual, state=FAILED, failure=WHY, finished_at=now())
    db.session.add_all([running, done, failed])
    db.session.flush()
    return {"reported": evaluation.id, "being_made": running.id, "made": done.id, "not_made": failed.id}


HERE = "/evaluations/{reported}/jobs"
MAKING = [
    (f"{HERE}/{{being_made}}?still=yes", nothing, "Your evaluation report is being made"),
    (f"{HERE}/{{made}}", nothing, "Your evaluation report is ready"),
    (f"{HERE}/{{not_made}}", nothing, "Your evaluation report could not be made"),
]
