"""The pages on which the team reads stories, in every state that a person can meet."""

from tests.journeys.doing import nothing, pressing, typing

HERE = "/evaluations/{reading}"
NEW_THEME = typing("Add the theme", {"Theme": "time"})
READING = [
    (HERE + "/stories", nothing, "Stories"),
    (HERE + "/stories?state=unread", nothing, "Stories"),
    (HERE + "/stories?outcome=hope&theme={theme}&state=taken_back", nothing, "Stories"),
    ("/evaluations/{quiet}/stories", nothing, "Stories"),
    (HERE + "/stories/{read}", nothing, "Story"),
    (HERE + "/stories/{read_waiting}", nothing, "Story"),
    (HERE + "/stories/{read_spoken}", nothing, "Story"),
    (HERE + "/stories/{read_unread}", nothing, "Story"),
    (HERE + "/stories/{read_gone}", nothing, "Story"),
    (HERE + "/stories/{read}/quote", nothing, "Place a quotation"),
    (HERE + "/stories/{read}/quote", pressing("Place the quotation"), "Place a quotation"),
    (HERE + "/stories/{read_waiting}/quote", nothing, "Place a quotation"),
    (HERE + "/stories/{read}/recordings/{typed_up}/transcript", nothing, "Listen and type it up"),
    (HERE + "/stories/{read_spoken}/recordings/{not_typed_up}/transcript", nothing, "Listen and type it up"),
    (HERE + "/themes", nothing, "Themes"),
    (HERE + "/themes", NEW_THEME, "Themes"),
    ("/evaluations/{quiet}/themes", nothing, "Themes"),
    (HERE + "/themes/{theme}", nothing, "Change a theme"),
    (HERE + "/themes/{theme}", typing("Save", {"Theme": ""}), "Change a theme"),
    (HERE + "/themes/{theme}/remove", nothing, "Remove the theme"),
    (HERE + "/significant-change", nothing, "The most significant change"),
    (HERE + "/significant-change", pressing("Keep the choice"), "The most significant change"),
    ("/evaluations/{quiet}/significant-change", nothing, "The most significant change"),
]
