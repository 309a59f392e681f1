from survey.reports import briefing, marking
from tests.reports.worlds import THEN_AND_NOW, found, world


def test_the_summary_says_what_the_findings_say(app):
    findings = found(world(THEN_AND_NOW))
    made = briefing.summary(findings)
    assert made.headline == findings.headline
    assert made.table is findings.change
    assert made.period == "1 April 2026 to 31 March 2027"
    assert [each.area for each in made.flowers] == ["North", "South"]
    assert any("before was recalled" in fact.words for fact in made.asked)
    assert len(made.sentences) == len(findings.outcomes)


def test_more_than_two_areas_show_one_flower_of_all(app):
    findings = found(world())
    flowers = {**findings.flowers, "East": findings.flowers["North"]}
    assert [each.area for each in briefing.flowers(flowers)] == ["All areas"]


def test_the_stamp_names_the_answers(app):
    findings = found(world())
    assert briefing.stamp(findings).startswith(
        f"Made on {marking.day(findings.made_at)}, when the evaluation held 14 sets of answers"
    )


def test_the_paper_is_a_pdf(app):
    assert briefing.pdf(found(world()))[:5] == b"%PDF-"
