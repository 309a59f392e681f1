"""What an evaluation may know of a resident: never asked of the resident, never more than needed."""

from survey.questionnaires.extraction import N_

LEVELS = {"one": N_("Level 1"), "two": N_("Level 2")}

# The middle and last bands are the ones that Derby reports by.
AGE_BANDS = {
    "under_18": N_("Under 18"),
    "18_30": N_("18 to 30"),
    "31_64": N_("31 to 64"),
    "65_plus": N_("65 or over"),
}

MAIN_REASONS = {
    "mental_health": N_("Mental health needs"),
    "older_person": N_("Needs of an older person"),
    "physical_disability": N_("Physical disability"),
    "learning_disability": N_("Learning disability"),
    "autism": N_("Autism"),
    "sensory": N_("Sight or hearing loss"),
    "long_term_condition": N_("Long-term health condition"),
    "carer": N_("Caring for someone"),
    "isolation": N_("Isolation"),
    "housing": N_("Housing or hoarding"),
    "money": N_("Money, debt or benefits"),
    "work": N_("Work or learning"),
    "family": N_("Family or relationships"),
    "drugs_or_alcohol": N_("Drugs or alcohol"),
    "safety": N_("Crime, abuse or safety"),
    "other": N_("Something else"),
}

INTRODUCTION_ROUTES = {
    "self": N_("Self"),
    "family_friend_or_neighbour": N_("Family, friend or neighbour"),
    "council": N_("Council department"),
    "primary_health": N_("GP or other primary health service"),
    "secondary_health": N_("Hospital or other secondary health service"),
    "housing": N_("Housing provider"),
    "police": N_("Police"),
    "fire_and_rescue": N_("Fire and rescue service"),
    "community_group": N_("Community group or charity"),
    "coordinator": N_("Met the coordinator in the community"),
    "other": N_("Another way"),
}
