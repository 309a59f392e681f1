"""What each column of the tables means, by its key: a codebook's words."""

import re

from survey.analysis.definitions import DEFINITIONS
from survey.analysis.impact import FILTERS
from survey.reports.impact_words import SHORT_NAMES

# The columns of answers: p0 is the worst answer of the scale, p1 the next, and so on.
ANSWER = re.compile(r"p\d+")
OF_BOTH = "of the people with a score for both before and now"

MEANINGS = {
    "n_pairs": "How many people gave a score for both before and now. All means and percentages are of them.",
    "mean_before": f"The average score before, as stored, {OF_BOTH}.",
    "mean_after": f"The average score now, as stored, {OF_BOTH}.",
    "mean_change_points": "The average score now, less the average score before.",
    **{key: f"{each.formula_in_words.capitalize()}." for key, each in DEFINITIONS.items()},
    "share_improved": f"The share {OF_BOTH} who moved towards the good end.",
    "n_before_only": "How many people gave a score for before and none for now. They are in no mean.",
    "n_after_only": "How many people gave a score for now and none for before. They are in no mean.",
    "median_change": "The middle one of all people's changes in points.",
    "interval": "How far chance alone could move the headline percentage: its 95 per cent interval.",
    "low": "The lower end of the 95 per cent interval of the headline percentage.",
    "high": "The upper end of the 95 per cent interval of the headline percentage.",
    "improved_interval": "The 95 per cent interval of the share who moved towards the good end.",
    "improved_low": "The lower end of the 95 per cent interval of the share who improved.",
    "improved_high": "The upper end of the 95 per cent interval of the share who improved.",
    "improved": "How many people moved towards the good end.",
    "same": "How many people gave the same answer both times.",
    "worse": "How many people moved away from the good end.",
    "wilcoxon_W_plus": "Wilcoxon's signed-rank test: the sum of the ranks of the rises.",
    "wilcoxon_W_minus": "Wilcoxon's signed-rank test: the sum of the ranks of the falls.",
    "p": "Wilcoxon's signed-rank test: its p value, both sides.",
    "rank_biserial": "The rank-biserial correlation: the size of the shift, from minus 1 to 1.",
    "at_floor_before": "How many people stood at the lowest stored score before.",
    "at_ceiling_before": "How many people stood at the highest stored score before.",
    "before": "How far the average score before stands from the worst answer (0) to the best (100).",
    "now": "How far the average score now stands from the worst answer (0) to the best (100).",
    "added": "How many people were added to the evaluation.",
    "started": "How many people began to answer.",
    "sent": "How many people sent their answers.",
    "rate": "Those who sent answers, of those added.",
    "of_supported": "Those who sent answers, of all people whom the programme supported.",
    "n": "How many people answered in this way.",
    "n_amounts": "How many organisations gave an amount, or said that nothing changed.",
    "gross": "The change as it was measured: the headline percentage, or what partners counted in all.",
    "deadweight": "What part of the change would have happened anyway.",
    "attribution_to_others": "Of what would not have happened anyway, what part came from others.",
    "displacement": "What part was pushed aside and lost elsewhere.",
    "drop_off": "What part of the change is gone after a year. It counts in later years only.",
    "net": "The change that is due to the programme: what deadweight, displacement and attribution leave.",
    "grade": "How well the figures are founded, by the weakest of those that count: A is best, D weakest.",
    "used": "The per cent that is taken off: the more cautious of the two medians, or an entered figure.",
    "basis": "Who said the figure that is used, or where it was entered from.",
    "residents": "The median of the per cents that residents gave.",
    "residents_n": "How many residents gave a figure; those who do not know are not among them.",
    "residents_spread": "Between which per cents the middle half of residents’ answers lies.",
    "partners": "The median of the per cents that organisations gave.",
    "partners_n": "How many organisations gave a figure; those who do not know are not among them.",
    "partners_spread": "Between which per cents the middle half of organisations’ answers lies.",
    "records": "A per cent that an evaluator entered from records. It counts instead of what was said.",
    "analyst": "A per cent that an evaluator judged and entered. It counts instead of what was said.",
    "share_from": "The smallest part of the change that is due to the programme, by the bands beside it.",
    "share_to": "The largest part of the change that is due to the programme, by the bands beside it.",
    "net_from": "The smallest change that is due to the programme: the share worked out of the change.",
    "net_to": "The largest change that is due to the programme: the share worked out of the change.",
    **{
        f"{name}_n": f"How many organisations are counted in: {SHORT_NAMES[name].lower()}."
        for name in FILTERS
    },
    "share": "Those who answered in this way, of those who sent answers.",
}
# Of columns that mean another thing in tables of stories and votes than in those of change.
OF_STORIES = {
    "n": "How many stories are about it, have it or say it, of those that the team may read.",
    "share": "The share of all stories that the team may read.",
    "worse": "In how many of the stories about it it got worse, as their tellers say.",
    "same": "In how many of the stories about it it stayed the same, as their tellers say.",
    "up_and_down": "In how many of the stories about it it went up and down, as their tellers say.",
    "better": "In how many of the stories about it it got better, as their tellers say.",
    "not_said": "In how many of the stories about it their tellers do not say which way it went.",
}
OF_VOTES = {
    "n": "How many people voted, by phone or by a show of hands.",
    "agree": "How many voted that they agree.",
    "not_sure": "How many voted that they are not sure.",
    "disagree": "How many voted that they disagree.",
    "share": "Those who agree, of all who voted.",
}
OF_VALUE = {
    "ratio": "What came of each pound that was put in, in present value.",
    "ratio_low": "The lower end of the range of the ratio, by the spread of the answers.",
    "ratio_high": "The upper end of the range of the ratio, by the spread of the answers.",
    "present_value": "The ratio as it is told, times what it is of (what was put in), to two figures.",
    "put_in": "What was put in: public money, and what else the map counts; not discounted.",
    "inputs": "What was put in, in today’s money where the map discounts it: the ratio is of this sum.",
    "quantity": "How many people changed by the rule of the map, scaled up to those who were supported.",
    "n": "How many answers that stands on.",
    "duration_years": "How many years the change lasts.",
    **{name: f"{MEANINGS[name]} Told only where it was typed or entered." for name in FILTERS},
    "share": "The part of all present value that falls to them.",
}


def meaning(key: str, table: str = "") -> str:
    """What a column of a table means; nothing for one that nobody has described."""
    if table.startswith("story_"):
        return OF_STORIES.get(key, "")
    if table.startswith("value_"):
        return OF_VALUE.get(key, "")
    if table == "session_votes":
        return OF_VOTES.get(key, "")
    if ANSWER.fullmatch(key):
        return f"How many people gave this answer: number {int(key[1:]) + 1}, counted from the worst."
    return MEANINGS.get(key, "")
