"""The pages of sessions in every state: for phones and for coordinators."""

from tests.journeys.doing import nothing, pressing, typing

S, STATEMENT = "/evaluations/{groups}/sessions", "/evaluations/{groups}/sessions/{session}/statements"
WISH = {"What may we call you?": "Betty", "How can we reach you?": "01632 960001"}

PHONES = [
    ("/join/{door_open}", nothing, "Tea at the library"),
    ("/join/{door_open}", pressing("Join the group"), "Tea at the library"),
    ("/join/{door_planned}", nothing, "The group has not started yet"),
    ("/join/{door_over}", nothing, "This group is over"),
    ("/group/{phone}", nothing, "Tea at the library"),
    ("/group/{phone_over}", nothing, "This group is over"),
    ("/group/{phone}/get-together", nothing, "Hear about get-togethers"),
    ("/group/{phone}/get-together", pressing("Send"), "Hear about get-togethers"),
    ("/group/{phone}/get-together", typing("Send", WISH), "We have noted it"),
    ("/group/{phone}/get-together/noted", nothing, "We have noted it"),
]

SESSIONS = [
    ("/evaluations/{quiet}/sessions", nothing, "Focus groups"),
    (S, nothing, "Focus groups"),
    (f"{S}/new", nothing, "Plan a session"),
    (f"{S}/new", pressing("Plan the session"), "Plan a session"),
    (f"{S}/{{session}}", nothing, "Tea at the library"),
    (f"{S}/{{session}}", pressing("Keep the note"), "Tea at the library"),
    (f"{S}/{{session_over}}", nothing, "Lunch at the hall"),
    (f"{S}/{{session_planned}}", nothing, "Walk in the park"),
    (f"{S}/{{session_planned}}", pressing("Add the statement"), "Walk in the park"),
    (f"{S}/{{session}}/details", nothing, "Details of the session"),
    (f"{S}/{{session}}/prompts", nothing, "What to ask the group"),
    (f"{S}/{{session}}/screen", nothing, "Tea at the library"),
    (f"{S}/{{session_planned}}/screen", nothing, "Walk in the park"),
    (f"{S}/{{session}}/write-down", nothing, "Write down a story for somebody"),
    (f"{S}/{{session}}/write-down", pressing("Begin a story"), "Write down a story for somebody"),
    (f"{STATEMENT}/{{statement}}", nothing, "Neighbours look in"),
    (f"{STATEMENT}/{{statement}}", typing("Save the hands", {"Agree": "many"}), "Neighbours look in"),
    (f"{STATEMENT}/{{statement_new}}", nothing, "People here know where to turn"),
    (f"{STATEMENT}/{{statement}}/remove", nothing, "Remove this statement for good?"),
    (f"{S}/{{session}}/notes/{{note}}/remove", nothing, "Remove this note for good?"),
    ("/evaluations/{quiet}/get-togethers", nothing, "Get-togethers"),
    ("/evaluations/{groups}/get-togethers", nothing, "Get-togethers"),
    ("/evaluations/{groups}/get-togethers", pressing("Add to the list"), "Get-togethers"),
    ("/evaluations/{groups}/get-togethers/{wish}/remove", nothing, "Remove Betty Example from the list"),
]
