"""What workers can make, by kind: each gathers, makes and says how far it is."""

from survey.engagement import value_maps
from survey.engagement.jobs import CannotBeMade
from survey.records.job import Job
from survey.reports import evaluation_report, findings, value
from survey.reports.value_building import filters_of

PDF = "application/pdf"
STEPS = 5
GONE = "The value map was removed meanwhile. Choose another one, and ask for its report."
NO_RATIO = "Something is missing in the value map now, so there is no ratio. Its page says what, with links."


def full_report(job: Job, progress) -> tuple[str, str, bytes]:
    """The full evaluation report of a value map, from answers as they are now."""
    done = 0

    def said(words: str) -> None:
        nonlocal done
        done = min(done + 1, STEPS)
        progress(done, STEPS, words[:1].lower() + words[1:])

    evaluation = job.evaluation
    said("gathering the answers")
    made = value_maps.get(evaluation, int(job.about["value_map"]))
    if made is None:
        raise CannotBeMade(GONE)
    found = value.gather(evaluation, made)
    filters = filters_of(made)
    if found.results is None or filters is None:
        raise CannotBeMade(NO_RATIO)
    said("working out the changes")
    paper = evaluation_report.pdf(findings.gather(evaluation, filters), found, said)
    return f"full-report-value-map-{made.id}-internal.pdf", PDF, paper


MAKERS = {value_maps.REPORT: full_report}
