from dataclasses import replace

from survey.reports.report_change import due_to_the_programme, what_changed
from tests.reports import report_worlds


def test_the_change_is_told_with_its_table_its_flowers_and_its_range(app):
    draft = report_worlds.draft()
    chapter = what_changed(draft)
    said = report_worlds.words(chapter)
    assert draft.findings.headline in said and draft.findings.headline_range in said
    assert "1. Feeling in control" in said and draft.findings.change.caption in report_worlds.grids(chapter)
    line = next(line for line in draft.annex.lines if line.source.what.endswith(": Feeling in control"))
    assert line.source.n == "6 people" and "100" in line.source.exact.split("; ")


def test_what_is_due_is_told_with_the_way_to_it(app):
    draft = report_worlds.draft()
    said = report_worlds.words(due_to_the_programme(draft))
    assert "Displacement" in said and "Where residents and partners disagree" in said
    assert {line.source.path[0] for line in draft.annex.lines} == {"Impact"}


def test_the_first_sentence_on_impact_leads_to_shares_and_not_to_net_changes(app):
    draft = report_worlds.draft()
    chapter = due_to_the_programme(draft)
    said = report_worlds.words(chapter)
    assert "due to the programme" in said and "speaks of these shares" in said
    first = draft.annex.lines[0]
    assert (
        first.source.what.startswith("Share of each change")
        and "Feeling in control: 15" in first.source.exact
    )
    [table] = (
        each
        for name, each in report_worlds.grids(chapter).items()
        if name.startswith("How much of the change")
    )
    headings = [heading for heading, _ in table.columns]
    assert headings[headings.index("Due to the programme (per cent)") + 1] == (
        "Share of the change (per cent)"
    )


def test_what_two_voices_say_and_what_a_flower_shows_have_numbers(app):
    draft = report_worlds.draft()
    for chapter in (what_changed(draft), due_to_the_programme(draft)):
        drawn = [each for block in chapter.blocks if block.name == "beside" for [each] in block.columns]
        assert all("[" in each.sentence.striptags() for each in drawn)
        points = [block.items for block in chapter.blocks if block.name == "points"]
        assert not points or all("[" in text.striptags() for _, text in points[0])
    lines = {line.source.what: line.source.exact for line in draft.annex.lines}
    flower = next(said for what, said in lines.items() if what.startswith("The flower of"))
    assert "feeling in control: 25 to 75" in flower.lower()
    assert "25; 60" in lines.values()


def test_a_flower_that_stands_alone_has_its_words_beside_it(app):
    draft = report_worlds.draft()
    findings = draft.findings
    one = dict(list(findings.flowers.items())[:2])
    chapter = what_changed(replace(draft, findings=replace(findings, flowers=one)))
    [(drawn,), (said, how)] = next(block.columns for block in chapter.blocks if block.name == "beside")
    assert drawn.svg and not drawn.sentence
    assert "[" in said.text.striptags() and how.text.startswith("Petals are numbered")


def test_where_nobody_was_asked_it_is_said(app):
    draft = report_worlds.draft()
    silent = replace(draft, findings=replace(draft.findings, impact=None))
    assert "Nobody has been asked" in report_worlds.words(due_to_the_programme(silent))
