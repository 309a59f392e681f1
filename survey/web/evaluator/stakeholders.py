"""The register of stakeholders: who is engaged, how and when or why not, and who has not answered."""

from dataclasses import dataclass

from flask_babel import format_date

from survey.access.permissions import may
from survey.analysis.wording import capitalised, number
from survey.engagement import partners
from survey.engagement import stakeholders as registered
from survey.engagement.partners import Asking
from survey.engagement.stakeholders import has_sent
from survey.records.evaluation import Evaluation
from survey.records.stakeholder import Stakeholder
from survey.web import form_base
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.partner_standing import answered, has_link
from survey.web.evaluator.showing import done, show
from survey.web.evaluator.standing import DAY, counted


@dataclass(frozen=True)
class Group:
    """The lines of one kind, which may have no questions for it."""

    kind: str
    name: str
    asked: bool
    lines: list[Stakeholder]


@evaluator.get("/evaluations/<int:evaluation_id>/stakeholders")
@may("see stakeholders")
def stakeholders(evaluation: Evaluation):
    return _page(evaluation, form_base.Form())


@evaluator.post("/evaluations/<int:evaluation_id>/stakeholders/make-links")
@may("edit stakeholders")
def make_partner_links(evaluation: Evaluation):
    form = form_base.Form()
    if not form.validate_on_submit():
        return _page(evaluation, form)
    made = partners.give_missing(evaluation)
    return done(f"Links made for {counted(made, 'partner')}.", "stakeholders", evaluation_id=evaluation.id)


def _page(evaluation: Evaluation, form: form_base.Form):
    lines = registered.of(evaluation)
    asked = [line for line in lines if line.kind in partners.KINDS]
    return show(
        "stakeholders",
        evaluation,
        form,
        sentences=[_so_far(lines, asked), _asking(partners.asking(evaluation)) if asked else ""],
        waiting=_waiting(asked),
        groups=_groups(lines),
        absent=_absent(lines),
        silent=[line for line in lines if not line.engaged_how and not line.why_not],
        without_link=[line for line in asked if not has_link(line)],
        linked=any(has_link(line) for line in asked),
        answered=answered,
        counted=counted,
    )


def _waiting(asked: list[Stakeholder]) -> list[Stakeholder]:
    """Who has not answered, once somebody has: until then it is everybody."""
    waiting = [line for line in asked if not has_sent(line)]
    return waiting if len(waiting) < len(asked) else []


def _groups(lines: list[Stakeholder]) -> list[Group]:
    of_kind = {kind: [line for line in lines if line.kind == kind] for kind in registered.KINDS}
    return [
        Group(kind, registered.KINDS[kind], kind in partners.KINDS, found)
        for kind, found in of_kind.items()
        if found
    ]


def _absent(lines: list[Stakeholder]) -> list[str]:
    """The kinds that nobody in the register is of; there need not be others."""
    there = {line.kind for line in lines} | {registered.OTHER}
    return [name for kind, name in registered.KINDS.items() if kind not in there]


def _so_far(lines: list[Stakeholder], asked: list[Stakeholder]) -> str:
    """How many of those who can answer have done so."""
    if not lines:
        return "Nobody stands in the register yet."
    if not asked:
        return f"{capitalised(counted(len(lines), 'stakeholder'))}, none of a kind that has questions."
    sent = sum(has_sent(line) for line in asked)
    if len(asked) == 1:
        return "The only partner has answered." if sent else "The only partner has not answered yet."
    if sent == len(asked):
        return f"All {number(sent)} partners have answered."
    if not sent:
        return f"None of {number(len(asked))} partners has answered yet."
    have = "has" if sent == 1 else "have"
    return f"{capitalised(number(sent))} of {number(len(asked))} partners {have} answered."


def _asking(asking: Asking) -> str:
    """Whether partners can answer now."""
    if asking.is_open:
        return f"Their questions have been open since {format_date(asking.opened_at, DAY)}."
    if asking.closed_at:
        return f"Their questions were closed on {format_date(asking.closed_at, DAY)}."
    return "Their questions are not open yet."
