"""Every page in every state that a person can meet: whose, where, what is done there, and its h1 then."""

from tests.journeys import doing
from tests.journeys.doing import a_code, a_file, choosing, nothing, pressing, signed_out_meanwhile, typing
from tests.journeys.places import ADMINISTRATOR, EVALUATOR, NEWCOMER
from tests.journeys.places_of_making import MAKING
from tests.journeys.states_of_care import CARE
from tests.journeys.states_of_reading import READING
from tests.journeys.states_of_tellers import TELLERS
from tests.journeys.states_of_telling import STORIES as ABOUT_STORIES
from tests.journeys.states_sessions import PHONES, SESSIONS
from tests.journeys.states_value import VALUE

NOBODY = ""
CODE = "What is your code?"
CHECK = "Check your answers"
THAT_MATTER = ("Low mood", "Isolation", "Confidence", "Independence")

RESIDENTS = [
    ("/", nothing, CODE),
    ("/", pressing("Continue"), CODE),
    ("/", a_code("BCD"), CODE),
    ("/", a_code("{replaced_code}"), CODE),
    ("/", doing.many_codes, CODE),
    ("/a/{ready}", nothing, "How are things for you?"),
    ("/a/{short}", nothing, "How are things for you?"),
    ("/a/{half_way}", nothing, "Welcome back"),
    ("/a/{checking}", nothing, "Welcome back"),
    ("/a/{sent}", nothing, "We have your answers"),
    ("/a/{late}", nothing, "There is nothing to answer now"),
    ("/a/{never}", nothing, "There is nothing to answer now"),
    ("/a/{replaced}", nothing, "This link has been replaced"),
    ("/a/nobodys", nothing, "We do not know this link"),
    ("/a/{half_way}/control", nothing, "How much do you feel in control"),
    ("/a/{half_way}/independence", nothing, "How many of your daily tasks"),
    ("/a/{fresh}/control", nothing, "Feeling in control"),
    ("/a/{checking}/control?back=check", nothing, "How much do you feel in control"),
    ("/a/{checking}/matters-most", nothing, "Which of these matter most"),
    ("/a/{checking}/matters-most", choosing("Continue", *THAT_MATTER), "Which of these matter most"),
    ("/a/{checking}/helped", nothing, "Did anyone help you answer?"),
    ("/a/{checking}/no-such", nothing, "This page is not here"),
    ("/a/{checking}/control", doing.too_much, "That was too much to send"),
    ("/a/{checking}/check", nothing, CHECK),
    ("/a/{twice}/helped", doing.sent_in_another_tab, "These answers were already sent"),
    ("/a/{sending}/check", pressing("Send my answers"), "Thank you"),
    ("/a/{returning}/check", doing.sent_and_back, "We have your answers"),
    ("/a/{leaving}/check", pressing("Send my answers", "Finish and forget"), "All done"),
    ("/a/{sent}/thank-you", nothing, "Thank you"),
    ("/a/{told}", nothing, "Thank you: we have your answers"),
    ("/a/{told}/found", nothing, "You said, we found"),
    ("/goodbye", nothing, "All done"),
    ("/nowhere", nothing, "We cannot find that page"),
]

ACCOUNTS = [
    (NOBODY, "/sign-in", nothing, "Sign in"),
    (NOBODY, "/sign-in", pressing("Sign in"), "Sign in"),
    (NOBODY, "/sign-in", typing("Sign in", {"E-mail address": "a@b.org", "Password": "wrong"}), "Sign in"),
    (NOBODY, "/welcome/{welcome}", nothing, "Choose your password"),
    (NOBODY, "/welcome/{welcome}", pressing("Set the password"), "Choose your password"),
    (NOBODY, "/welcome/used", nothing, "This link no longer works"),
    (ADMINISTRATOR, "/accounts", nothing, "Accounts"),
    (ADMINISTRATOR, "/accounts", pressing("Make a new welcome link for Eva Other"), "A welcome link for"),
    (ADMINISTRATOR, "/accounts", pressing("Switch the account off for Eva Other"), "Accounts"),
    (ADMINISTRATOR, "/accounts/new", nothing, "Make an account"),
    (ADMINISTRATOR, "/accounts/new", pressing("Make the account"), "Make an account"),
    (EVALUATOR, "/accounts", nothing, "You may not do this"),
    (
        EVALUATOR,
        "/evaluations/{used}/colleagues",
        signed_out_meanwhile("Give access"),
        "You have been signed out",
    ),
]

SETTING_UP = [
    ("/evaluations/new", nothing, "Create an evaluation"),
    ("/evaluations/new", pressing("Create the evaluation"), "Create an evaluation"),
    ("/evaluations/new", pressing("Add another area"), "Create an evaluation"),
    ("/evaluations/{draft}", nothing, "Not open yet"),
    ("/evaluations/{used}", nothing, "In use"),
    ("/evaluations/{draft}/details", nothing, "Details of the evaluation"),
    ("/evaluations/{used}/details", typing("Save the details", {"Which council is it for?": ""}), "Details"),
    ("/evaluations/{draft}/outcomes", nothing, "What we ask"),
    ("/evaluations/{bare}/outcomes", nothing, "What we ask"),
    ("/evaluations/{used}/outcomes", nothing, "What we ask"),
    ("/evaluations/{draft}/outcomes", pressing("Ask at Level 1 : Low mood"), "What we ask"),
    ("/evaluations/{draft}/outcomes/own", nothing, "Write an outcome of your own"),
    ("/evaluations/{draft}/outcomes/own", pressing("Add the outcome"), "Write an outcome of your own"),
    ("/evaluations/{used}/outcomes/own", nothing, "Write an outcome of your own"),
    ("/evaluations/{draft}/preview", nothing, "See it as a phone will"),
    ("/evaluations/{draft}/preview/two/control", nothing, "How much do you feel in control"),
    ("/evaluations/{sitting}/preview/two/control", nothing, "Feeling in control"),
    ("/evaluations/{draft}/preview/two/matters_most", choosing("Continue", *THAT_MATTER), "Which of these"),
    ("/evaluations/{draft}/open", nothing, "Open the evaluation"),
    ("/evaluations/{bare}/open", nothing, "There is nothing to open yet"),
    ("/evaluations/{used}/open", nothing, "This evaluation is open"),
    ("/evaluations/{used}/colleagues", nothing, "Colleagues"),
    ("/evaluations/{draft}/colleagues", pressing("Give access"), "Colleagues"),
    ("/evaluations/{draft}/waves", nothing, "Waves"),
    ("/evaluations/{used}/waves", nothing, "Waves"),
    ("/evaluations/{shut}/waves", nothing, "Waves"),
    ("/evaluations/{used}/waves/new", nothing, "Add a follow-up"),
    ("/evaluations/{used}/waves/new", pressing("Add the follow-up"), "Add a follow-up"),
    ("/evaluations/{used}/waves/0", nothing, "Change a wave"),
    ("/evaluations/{used}/waves/1", typing("Save", {"What is this wave called?": ""}), "Change a wave"),
]

PEOPLE = [
    ("/evaluations/{quiet}/residents", nothing, "Residents"),
    ("/evaluations/{used}/residents", nothing, "Residents"),
    ("/evaluations/{used}/residents?level=one", nothing, "Residents"),
    ("/evaluations/{used}/residents/add", nothing, "Add a resident"),
    ("/evaluations/{used}/residents/add", pressing("Add this resident"), "Add a resident"),
    ("/evaluations/{used}/residents/paste", nothing, "Paste a list"),
    ("/evaluations/{used}/residents/paste", pressing("Check the list"), "Paste a list"),
    (
        "/evaluations/{used}/residents/paste",
        typing("Check the list", {"The list": "Q-1, North, 2"}),
        "Paste a list",
    ),
    (
        "/evaluations/{used}/residents/paste",
        typing("Check the list", {"The list": "Q-1, North, 2\nQ-1, South, 2\nQ-2, West, 7"}),
        "Paste a list",
    ),
    ("/evaluations/{used}/residents/{person}", nothing, ""),
    ("/evaluations/{used}/residents/{unlinked}", nothing, ""),
    ("/evaluations/{used}/residents/cards", nothing, "Cards to print"),
    ("/evaluations/{quiet}/residents/cards", nothing, "Cards to print"),
    ("/evaluations/{used}/residents/erase", nothing, "Erase a resident"),
    ("/evaluations/{used}/residents/erase", pressing("Find this person"), "Erase a resident"),
    (
        "/evaluations/{used}/residents/erase",
        typing("Find this person", {"The person’s code": "{code}"}),
        "Erase",
    ),
    ("/evaluations/{draft}/bring-in-scores", nothing, "Bring in scores"),
    ("/evaluations/{used}/bring-in-scores", nothing, "Bring in scores"),
    ("/evaluations/{used}/bring-in-scores", pressing("Send this file"), "Bring in scores"),
    ("/evaluations/{used}/bring-in-scores", a_file("scores.csv", b"PK\x03\x04 no text"), "Bring in scores"),
    ("/evaluations/{used}/bring-in-scores", a_file("much.csv", b"x" * 5_000_000), "That is too large"),
    ("/evaluations/{used}/bring-in-scores/{file}/columns", nothing, "What does each column hold?"),
    (
        "/evaluations/{used}/bring-in-scores/{twins}/columns",
        pressing("See what would be brought in"),
        "What does each column hold?",
    ),
    ("/evaluations/{used}/bring-in-scores/{file}/check", nothing, "One row does not fit"),
]

NO_KIND = typing("Add to the register", {"Organisation or group": "Elm"})
BOTH = {"If they were not engaged, why not?": "no time before the report"}
STAKEHOLDERS = [
    ("/evaluations/{used}/stakeholders", nothing, "Stakeholders"),
    ("/evaluations/{asking}/stakeholders", nothing, "Stakeholders"),
    ("/evaluations/{asking}/stakeholders/new", nothing, "Add a stakeholder"),
    ("/evaluations/{asking}/stakeholders/new", NO_KIND, "Add a stakeholder"),
    ("/evaluations/{asking}/stakeholders/{partner}", nothing, "Elm Road Surgery"),
    ("/evaluations/{asking}/stakeholders/{partner}", typing("Save", BOTH), "Elm Road Surgery"),
    ("/evaluations/{asking}/stakeholders/{partner_started}", nothing, "Neighbourhood team"),
    ("/evaluations/{asking}/stakeholders/{partner_unlinked}", nothing, "Homes for All"),
    ("/evaluations/{asking}/stakeholders/{family}", nothing, "Families of the open day"),
    ("/evaluations/{asking}/stakeholders/{partner}/remove", nothing, "Remove Elm Road Surgery for good?"),
    ("/evaluations/{draft}/stakeholders/asking", nothing, "Asking partners"),
    ("/evaluations/{quiet}/stakeholders/asking", nothing, "Asking partners"),
    ("/evaluations/{asking}/stakeholders/asking", nothing, "Asking partners"),
    ("/evaluations/{stopped}/stakeholders/asking", nothing, "Asking partners"),
    ("/evaluations/{asking}/preview/nhs/earlier_intervention_cause", nothing, "why"),
    ("/evaluations/{used}/cases", nothing, "Traditional response and what happened instead"),
    ("/evaluations/{asking}/cases", nothing, "Traditional response and what happened instead"),
    ("/evaluations/{asking}/cases/new", nothing, "Add a case"),
    ("/evaluations/{asking}/cases/new", pressing("Add the case"), "Add a case"),
    ("/evaluations/{asking}/cases/{case}", nothing, "Change a case"),
    ("/evaluations/{asking}/cases/{case_told}", nothing, "Change a case"),
    ("/evaluations/{asking}/cases/{case}/remove", nothing, "Remove the case of Brian for good?"),
]

TELLING = [
    ("/evaluations", nothing, "Your evaluations"),
    ("/evaluations/{draft}/results", nothing, "There are no results yet"),
    ("/evaluations/{quiet}/results", nothing, ""),
    ("/evaluations/{used}/results", nothing, ""),
    ("/evaluations/{used}/results?level=one", nothing, ""),
    ("/evaluations/{sitting}/results", nothing, ""),
    ("/evaluations/{used}/results?impact=yes", nothing, ""),
    ("/evaluations/{draft}/impact", nothing, "There are no results yet"),
    ("/evaluations/{quiet}/impact", nothing, "Nobody has said yet how much"),
    ("/evaluations/{why}/impact", nothing, "Feeling in control: "),
    ("/evaluations/{why}/impact/control/change", nothing, "Feeling in control rose by"),
    ("/evaluations/{why}/impact/control/deadweight", nothing, "Deadweight: 63 per cent"),
    ("/evaluations/{why}/impact/control/deadweight", pressing("Enter this figure"), "Deadweight: 63"),
    ("/evaluations/{why}/impact/control/attribution-to-others", nothing, "Attribution to others: 50"),
    ("/evaluations/{why}/impact/control/displacement", nothing, "Displacement: 40 per cent"),
    ("/evaluations/{why}/impact/fewer-gp-visits/change", nothing, "GP visits that were not needed"),
    ("/evaluations/{used}/releases", nothing, "Nothing has been released yet"),
    ("/evaluations/{released}/releases", nothing, "1 release made"),
    ("/evaluations/{used}/comparison/files", nothing, "No release of others is open here yet"),
    (
        "/evaluations/{used}/comparison/files",
        pressing("Open this file"),
        "No release of others is open here yet",
    ),
    ("/evaluations/{released}/comparison/files", nothing, "One release of others"),
    ("/evaluations/{used}/comparison", nothing, "Releases side by side"),
    ("/evaluations/{released}/comparison?side=own-1", nothing, "Releases side by side"),
    (
        "/evaluations/{released}/comparison?side=own-1&side=file-{opened}",
        nothing,
        "These releases cannot stand side by side",
    ),
    ("/evaluations/{draft}/releases/new", nothing, "There are no results yet"),
    ("/evaluations/{used}/releases/new", nothing, "There is nothing to release yet"),
    ("/evaluations/{released}/releases/new", nothing, "A release made now would show"),
    ("/evaluations/{released}/releases/1", nothing, "Hope for the future rose by"),
    ("/evaluations/{used}/trail", nothing, "Who made, saw or took what"),
    ("/evaluations/999999", nothing, "We cannot find that page"),
    ("/evaluations/{used}/residents/make-links", nothing, "This page opens from another one"),
]

STATES = [
    *((NOBODY, *each) for each in RESIDENTS + PHONES + TELLERS),
    *ACCOUNTS,
    (NEWCOMER, "/evaluations", nothing, "Your evaluations"),
    *((EVALUATOR, *each) for each in SETTING_UP + PEOPLE + STAKEHOLDERS + TELLING),
    *((EVALUATOR, *each) for each in CARE + SESSIONS + ABOUT_STORIES + READING + VALUE),
    *((EVALUATOR, *each) for each in MAKING),
]
