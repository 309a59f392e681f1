"""The steering group's paper: one case study, or all that may be told today behind a cover."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from survey.access.telling import Decision, MayNotBeTold
from survey.analysis.wording import capitalised, number
from survey.records.base import now
from survey.records.evaluation import Evaluation
from survey.records.retelling import CaseStudy
from survey.reports import case_study
from survey.reports.case_study import CaseStudyPage
from survey.reports.marking import day
from survey.reports.pdf import to_pdf
from survey.reports.rendering import render
from survey.reports.story_words import reasons


@dataclass(frozen=True)
class Pack:
    """`left_out` says how many are not here today, and why; `has_cover` tells a pack from a single one."""

    council: str
    evaluation: str
    period: str
    made_on: str
    made_on_iso: str
    made_up: bool
    pages: tuple[CaseStudyPage, ...]
    left_out: str = ""
    has_cover: bool = True

    def __post_init__(self) -> None:
        if not all(isinstance(page, CaseStudyPage) for page in self.pages):
            raise TypeError("A pack is made of pages of case studies alone")


def of_all(evaluation: Evaluation, case_studies: Sequence[CaseStudy], today: date | None = None) -> Pack:
    """The pack of a day: those that may be told then; the others are counted, with the reasons."""
    today = today or now().date()
    pages: list[CaseStudyPage] = []
    refused: list[Decision] = []
    for each in case_studies:
        try:
            pages.append(case_study.page(each, today))
        except MayNotBeTold as refusal:
            refused.append(refusal.decision)
    return _pack(evaluation, pages, today, left_out=_counted(refused))


def of_one(evaluation: Evaluation, one: CaseStudy, today: date | None = None) -> Pack:
    """The paper of a single case study. Raises MayNotBeTold."""
    today = today or now().date()
    return _pack(evaluation, [case_study.page(one, today)], today, has_cover=False)


def pdf(pack: Pack) -> bytes:
    """The paper as a tagged PDF."""
    if not isinstance(pack, Pack):
        raise TypeError("Paper for the steering group is made of a pack alone")
    return to_pdf(render("report/case_study.html", pack=pack))


def _counted(refused: Sequence[Decision]) -> str:
    if not refused:
        return ""
    return f"{capitalised(number(len(refused)))}: {reasons(each.why for each in refused)}"


def _pack(evaluation: Evaluation, pages: Sequence[CaseStudyPage], today: date, **more) -> Pack:
    return Pack(
        council=evaluation.council,
        evaluation=evaluation.name,
        period=f"{day(evaluation.period_start)} to {day(evaluation.period_end)}",
        made_on=day(today),
        made_on_iso=today.isoformat(),
        made_up=evaluation.made_up,
        pages=tuple(pages),
        **more,
    )
