"""Case studies, which of them may be told to the steering group today, and their papers."""

from flask import Response, redirect, url_for

from survey.access import trail
from survey.access.permissions import may
from survey.access.telling import MayNotBeTold
from survey.analysis.wording import number
from survey.engagement import case_studies as kept
from survey.engagement import stories
from survey.records.evaluation import Evaluation
from survey.reports import case_study_pack
from survey.reports.case_study_pack import Pack
from survey.reports.why_not import why_not
from survey.web.evaluator.attachment import PDF, attachment
from survey.web.evaluator.case_study import ADDRESS, found
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.showing import show


@evaluator.get("/evaluations/<int:evaluation_id>/case-studies")
@may("see case studies")
def case_studies(evaluation: Evaluation):
    listed = kept.of(evaluation)
    reasons = {each.id: why_not(kept.may_be_shown(each.story, named=each.named)) for each in listed}
    return show(
        "case_studies",
        evaluation,
        listed=listed,
        reasons=reasons,
        sentence=so_far(len(listed), sum(map(bool, reasons.values()))),
        kinds=kept.KINDS,
    )


@evaluator.get(f"{ADDRESS}/case-study.pdf")
@may("download case studies")
def case_study_pdf(evaluation: Evaluation, case_study_id: int) -> Response:
    one = found(evaluation, case_study_id)
    try:
        pack = case_study_pack.of_one(evaluation, one)
    except MayNotBeTold:
        # The list says why not, beside it.
        return redirect(url_for("evaluator.case_studies", evaluation_id=evaluation.id), 303)
    trail.note("downloaded a case study", evaluation, stories.which(one.story))
    return attachment(case_study_pack.pdf(pack), PDF, evaluation, f"case-study-{one.id}.pdf")


@evaluator.get("/evaluations/<int:evaluation_id>/case-studies/pack.pdf")
@may("download case studies")
def pack_pdf(evaluation: Evaluation) -> Response:
    pack = case_study_pack.of_all(evaluation, kept.of(evaluation))
    trail.note("downloaded the steering pack", evaluation, _told(pack))
    if pack.left_out:
        trail.note("left case studies out", evaluation, pack.left_out)
    return attachment(case_study_pack.pdf(pack), PDF, evaluation, "steering-pack.pdf")


def _told(pack: Pack) -> str:
    """Which stories a pack tells, as the trail calls them."""
    return ", ".join(f"story {number}" for number in sorted(page.story for page in pack.pages)) or "no story"


def so_far(count: int, left_out: int) -> str:
    """How many there are, and how many of them may be told today."""
    if not count:
        return "No case study has been made yet."
    if count == 1:
        return f"There is one case study. It may {'not ' if left_out else ''}be in a pack today."
    told = count - left_out
    which = "all" if not left_out else number(told) if told else "none"
    return f"There are {number(count)} case studies. Of these, {which} may be in a pack today."
