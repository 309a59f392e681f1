"""What was spoken in a story with a worry in it, for the safeguarding lead while the worry is open."""

from flask import Response, abort

from survey.access import trail
from survey.access.permissions import may
from survey.engagement import recordings, transcripts
from survey.engagement.recordings import Lost
from survey.engagement.stories import which
from survey.records.evaluation import Evaluation
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.recording import PLAYED, played
from survey.web.evaluator.safeguarding import ADDRESS, found


@evaluator.get(f"{ADDRESS}/recordings/<int:recording_id>")
@may("safeguard")
def flagged_recording(evaluation: Evaluation, flag_id: int, recording_id: int) -> Response:
    flag = found(evaluation, flag_id)
    spoken = transcripts.of(flag.story, recording_id) or abort(404)
    if flag.settled_at is not None or spoken.media_type not in PLAYED:
        abort(404)
    try:
        sound = recordings.open(spoken)
    except Lost:
        abort(404)
    trail.note("listened to a story with a worry", evaluation, which(flag.story))
    return played(sound, spoken.media_type)
