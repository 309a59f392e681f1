"""What stories and sessions say in numbers: what stories are about and which way it went, themes, votes.

n is always the number of stories that the team may read. The parts of a row (which way, how they voted)
stand on all its parts, so that they leave together or not at all; what is said of how many stories are in a
row stands on those that are and those that are not. Rows overlap, for a story may be about several things:
how far two rows that are shown overlap can be anything over a range as wide as the threshold.
"""

from collections.abc import Mapping

import pandas as pd

from survey.analysis.bases import of_share
from survey.analysis.hiding import COUNTS_TO
from survey.analysis.tables import Column, Row, Table
from survey.questionnaires.states import DOES_NOT_APPLY
from survey.questionnaires.story_ids import ABOUT, BETTER, DIRECTIONS, SAME, UP_AND_DOWN, WORSE, direction_of

NOT_SAID = "not_said"
# What tellers may choose beside the outcomes; nobody asks which way it went.
SOMETHING_ELSE = "something_else"
WENT = {WORSE: "Worse", SAME: "The same", UP_AND_DOWN: "Up and down", BETTER: "Better", NOT_SAID: "Not said"}
VOTED = {"agree": "Agree", "not_sure": "Not sure", "disagree": "Disagree"}
# Stories are few: between two releases a share would tell what one more of them says, whatever is rounded.
HOW_MANY = (
    Column("n", "How many", "stories"),
    Column("share", "Of all stories", "per cent", released=False),
)
SEVERAL = "A story may be about several, so rows do not add up. One person may tell more than one story."
ROUNDED_AFTER = f"Counts are rounded to the nearest {COUNTS_TO}; percentages are worked out before rounding."
VOTES_NOTE = "Those who voted, by phone or by hand. Who came to two sessions is counted in both."


def count_table(n: int) -> Table:
    """Of how many stories the other tables are, for whoever has no team to ask."""
    return Table(
        name="story_count",
        caption="Stories counted",
        columns=(Column("n", "How many", "stories"),),
        rows=(Row("n", "Stories whose tellers let the team read them", {"n": n}, {"n": (n,)}),),
        row_heading="Stories",
        notes=("Every table of stories is of those whose tellers let the team read them.",),
    )


def directions_table(tagged: pd.DataFrame, outcome_names: Mapping[str, str], n: int) -> Table:
    """How many stories are about each outcome, and which way their tellers say it went.

    `tagged` as in records.story_frames; `outcome_names` by id, each with a row, also where no story is about
    it; `n` stories in all. A direction counts only in a story that says it is about that outcome; one that
    was skipped is "not said". Raises ValueError for a direction that is none.
    """
    rows = tuple(
        _direction_row(outcome, name, _about(tagged, outcome), tagged, n)
        for outcome, name in outcome_names.items()
    )
    else_n = len(_about(tagged, SOMETHING_ELSE))
    # No direction is asked of something else; its cells are empty whoever chose it.
    other = Row(SOMETHING_ELSE, "Something else", {"n": else_n}, _alike(of_share(else_n, n), "n", *WENT))
    columns = (
        Column("n", "About it", "stories"),
        *(Column(key, words, "stories") for key, words in WENT.items()),
    )
    return Table(
        name="story_directions",
        caption="What stories are about, and which way their tellers say it went",
        columns=columns,
        rows=(*rows, other),
        row_heading="Outcome",
        notes=(SEVERAL,),
        team_notes=(_of(n), *_silent(n - _stories(tagged, ABOUT))),
    )


def triad_table(
    tagged: pd.DataFrame, triad_id: str, heading: str, choices: Mapping[str, str], n: int
) -> Table:
    """Where tellers put their stories among three corners: each choice, "None of these" and "Not said".

    Rows add up to `n`; shares are per cent of it, None where there is no story. `choices` are words by value.
    Raises ValueError for a choice without words.
    """
    offered = {**choices, DOES_NOT_APPLY: choices.get(DOES_NOT_APPLY, "None of these")}
    given = tagged.loc[tagged.question == triad_id, ["story", "choice"]].drop_duplicates()
    if strays := sorted(set(given.choice) - set(offered)):
        raise ValueError(f"{triad_id}: no words for {', '.join(strays)}")
    counts = {value: int((given.choice == value).sum()) for value in offered}
    counts[NOT_SAID] = n - sum(counts.values())
    return Table(
        name=f"story_{triad_id}",
        caption=heading,
        columns=HOW_MANY,
        rows=tuple(_share_row(key, {**offered, **WENT}[key], count, n) for key, count in counts.items()),
        row_heading="In the teller’s words",
        team_notes=(_of(n),),
        adds_up=True,
    )


def themes_table(themed: pd.DataFrame, theme_names: Mapping[int, str], n: int) -> Table:
    """In how many stories the team sees each theme of the codebook.

    `themed` as in records.story_frames; `theme_names` by id, each with a row; shares are per cent of the `n`
    stories, None where there is none.
    """
    return Table(
        name="story_themes",
        caption="Themes that the team sees in stories",
        columns=HOW_MANY,
        rows=tuple(
            _share_row(str(theme), name, int(themed.loc[themed.theme == theme, "story"].nunique()), n)
            for theme, name in theme_names.items()
        ),
        row_heading="Theme",
        notes=("A story may have several themes, so rows do not add up.",),
        team_notes=(_of(n), *_without(n - int(themed.story.nunique()))),
    )


def votes_table(votes: pd.DataFrame) -> Table:
    """How groups voted on what was put to them: a row a statement, with the share that agrees, in per cent.

    `votes` as in records.story_frames. The share is of all votes, those who are not sure among them; None
    where nobody voted.
    """
    again = votes.statement.duplicated(keep=False)
    rows = tuple(
        _vote_row(vote, f"{vote.statement} ({vote.title})" if twice else vote.statement)
        for vote, twice in zip(votes.itertuples(), again, strict=True)
    )
    return Table(
        name="session_votes",
        caption="What groups said of statements that were put to them",
        columns=(
            Column("n", "Voted", "people"),
            *(Column(key, words, "people") for key, words in VOTED.items()),
            Column("share", "Agree, of those who voted", "per cent"),
        ),
        rows=rows,
        row_heading="Statement",
        notes=(VOTES_NOTE,),
        release_notes=(ROUNDED_AFTER,),
    )


def _about(tagged: pd.DataFrame, what: str) -> set:
    return set(tagged.loc[(tagged.question == ABOUT) & (tagged.choice == what), "story"])


def _stories(tagged: pd.DataFrame, question: str) -> int:
    return int(tagged.loc[tagged.question == question, "story"].nunique())


def _direction_row(outcome: str, name: str, about: set, tagged: pd.DataFrame, n: int) -> Row:
    said = tagged.loc[(tagged.question == direction_of(outcome)) & tagged.story.isin(about), "choice"]
    if strays := sorted(set(said) - set(DIRECTIONS)):
        raise ValueError(f"{outcome}: {', '.join(strays)} is no direction")
    parts = {way: int((said == way).sum()) for way in DIRECTIONS}
    parts[NOT_SAID] = len(about) - len(said)
    # All parts together are those about it, so each tells as well how many are not.
    every = (*parts.values(), n - len(about))
    bases = {"n": of_share(len(about), n), **_alike(every, *parts)}
    return Row(outcome, name, {"n": len(about), **parts}, bases)


def _share_row(key: str, heading: str, count: int, n: int) -> Row:
    cells = {"n": count, "share": 100 * count / n if n else None}
    return Row(key, heading, cells, _alike(of_share(count, n), "n", "share"))


def _vote_row(vote, heading: str) -> Row:
    parts = {key: int(getattr(vote, key)) for key in VOTED}
    n = sum(parts.values())
    cells = {"n": n, **parts, "share": 100 * parts["agree"] / n if n else None}
    bases = {"n": (n,), **_alike(tuple(parts.values()), *parts, "share")}
    return Row(str(vote.statement_id), heading, cells, bases)


def _alike(bases: tuple[int, ...], *columns: str) -> dict[str, tuple[int, ...]]:
    return dict.fromkeys(columns, bases)


def _of(n: int) -> str:
    return f"From the {'story' if n == 1 else f'{n} stories'} that the team may read."


def _silent(count: int) -> tuple[str, ...]:
    said = "does not say what it is" if count == 1 else "do not say what they are"
    return (f"{count} of them {said} about.",) if count else ()


def _without(count: int) -> tuple[str, ...]:
    return (f"{count} of them {'has' if count == 1 else 'have'} no theme yet.",) if count else ()
