"""Releases side by side: ours and those that others saved as files, whole or by area."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import abort, request

from survey.access import trail
from survey.access.permissions import may
from survey.analysis.comparison import INDICATION
from survey.analysis.definitions import DEFINITIONS
from survey.engagement import opened_releases, releases
from survey.records.evaluation import Evaluation
from survey.reports import frozen, release_file
from survey.reports.comparison import compare
from survey.reports.comparison_sides import Chosen, choices
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.showing import show

# A table with more columns is read by nobody.
MOST = 6


@dataclass(frozen=True)
class Group:
    """Releases that can be picked together, by what stands for each in the address."""

    heading: str
    known: Mapping[str, Chosen]


@evaluator.get("/evaluations/<int:evaluation_id>/comparison")
@may("compare")
def comparison(evaluation: Evaluation):
    groups = (
        Group("Releases of this evaluation", _ours(evaluation)),
        Group("Files of others", _theirs(evaluation)),
    )
    known = {key: chosen for group in groups for key, chosen in group.known.items()}
    picked = list(dict.fromkeys(request.args.getlist("side")))
    definition = request.args.get("definition") or None
    if not known.keys() >= set(picked) or (definition and definition not in DEFINITIONS):
        abort(404)
    problem = _problem(picked)
    compared = None
    if picked and not problem:
        compared = compare([known[key] for key in picked], definition)
        trail.note("compared releases", evaluation, detail=", ".join(picked))
    return show(
        "comparison",
        evaluation,
        groups=groups,
        picked=picked,
        problem=problem,
        compared=compared,
        definition=definition,
        definitions=DEFINITIONS,
        indication=INDICATION,
    )


def _problem(picked: Sequence[str]) -> str:
    if len(picked) == 1:
        return "Choose one more: it takes two to compare."
    return f"Choose {MOST} or fewer." if len(picked) > MOST else ""


def _ours(evaluation: Evaluation) -> dict[str, Chosen]:
    return {
        key: chosen
        for release in releases.all_of(evaluation)
        for key, chosen in _keyed(
            f"own-{release.number}", f"Release {release.number}", frozen.from_text(release.findings)
        )
    }


def _theirs(evaluation: Evaluation) -> dict[str, Chosen]:
    found = {}
    for opened in opened_releases.of(evaluation):
        findings = release_file.reopen(opened.content)
        whose = f"{findings.council}, {findings.name}, release {findings.number}"
        found.update(_keyed(f"file-{opened.id}", whose, findings))
    return found


def _keyed(prefix: str, whose: str, findings) -> list[tuple[str, Chosen]]:
    return [
        (f"{prefix}-{chosen.part}" if chosen.part else prefix, chosen) for chosen in choices(whose, findings)
    ]
