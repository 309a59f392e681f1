"""The chapter with the story of change, from what was put in to what it is worth, and people's words."""

from collections.abc import Iterator

from survey.reports.findings import Findings
from survey.reports.own_words import own_words
from survey.reports.report_blocks import Block, Chapter, Heading, Quotes, Steps, Words, sentence
from survey.reports.report_draft import Draft
from survey.reports.report_glance import PUT_IN, put_in
from survey.reports.report_headline import ratio_source
from survey.reports.report_people import NOT_SAID


def story_of_change(draft: Draft) -> Chapter:
    """From what was put in to what it is worth, in words; and people's own words where they may be told."""
    return Chapter(
        "The story of change",
        (
            Words(draft.value.record.scope or NOT_SAID),
            Steps(tuple(_steps(draft))),
            *_quotations(draft.findings),
        ),
        breaks=False,
    )


def _steps(draft: Draft) -> Iterator[tuple[str, str]]:
    value = draft.value
    found = value.results
    if found:
        givers = sorted({each.stakeholder.name for each in value.built.inputs if each.worth})
        money = put_in(draft, found)
        yield PUT_IN, sentence("{money}, by {givers}.", money=money, givers="; ".join(givers))
    yield "What was done", value.record.activities or NOT_SAID
    for name in dict.fromkeys(row.record.stakeholder.name for row in value.built.rows):
        changes = [row.record.description for row in value.built.rows if row.record.stakeholder.name == name]
        yield f"What changed for {name}", f"{'; '.join(changes)}."
    if found:
        yield (
            "What that is worth, for each pound put in",
            draft.annex.mark(value.headline, ratio_source(found)),
        )


def _quotations(findings: Findings) -> Iterator[Block]:
    told = own_words(findings)
    yield Heading("In people’s own words")
    if told is None:
        yield Words("There is no quotation that may be told here.")
        if findings.stories:
            yield Words(findings.stories.sentence, "note")
        return
    if told.sentence:
        yield Words(told.sentence, "note")
    for name, quoted in told.groups:
        yield Quotes(name, quoted)
    yield from (Words(each, "note") for each in (told.more, told.left_out) if each)
