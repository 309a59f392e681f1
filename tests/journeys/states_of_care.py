"""The pages of worries and of case studies in every state that a person can meet."""

from tests.journeys.doing import nothing, pressing, typing

FLAG = "/evaluations/{caring}/safeguarding"
STUDIES = "/evaluations/{caring}/case-studies"
CARE = [
    ("/evaluations/{caring}", nothing, "Caring"),
    (FLAG, nothing, "Safeguarding"),
    ("/evaluations/{nobody_told}/safeguarding", nothing, "Safeguarding"),
    (FLAG + "/{flag_late}", nothing, "A worry about story"),
    (FLAG + "/{flag_late}", pressing("Settle the worry"), "A worry about story"),
    (FLAG + "/{flag_looked}", nothing, "A worry about story"),
    (FLAG + "/{flag_done}", nothing, "A worry about story"),
    (FLAG + "/{flag_given_back}", nothing, "A worry about story"),
    (FLAG + "/{flag_late}/look-up", nothing, "Find out who told story"),
    (FLAG + "/{flag_late}/look-up", pressing("Find out who told this"), "Find out who told story"),
    (FLAG + "/{flag_done}/look-up", nothing, "Find out who told story"),
    (FLAG + "/{flag_given_back}/look-up", nothing, "Find out who told story"),
    ("/evaluations/{caring}/stories/{story_told}/worry", nothing, "Raise a worry about story"),
    (
        "/evaluations/{caring}/stories/{story_told}/worry",
        pressing("Raise the worry"),
        "Raise a worry about story",
    ),
    (STUDIES, nothing, "Case studies"),
    ("/evaluations/{nobody_told}/case-studies", nothing, "Case studies"),
    (STUDIES + "/new", nothing, "Make a case study"),
    ("/evaluations/{nobody_told}/case-studies/new", nothing, "Make a case study"),
    (STUDIES + "/new?story={story_told}", nothing, "Make a case study"),
    (STUDIES + "/new?story={story_told}", pressing("Make the case study"), "Make a case study"),
    (STUDIES + "/{case_study}", nothing, "Change a case study"),
    (STUDIES + "/{case_study}", typing("Save", {"Title": ""}), "Change a case study"),
    (STUDIES + "/{case_study}/remove", nothing, "Remove “From an empty house” for good?"),
]
