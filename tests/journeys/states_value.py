"""The pages of social value in every state that an evaluator can meet."""

from tests.journeys.doing import nothing, pressing, typing
from tests.journeys.steps import press
from tests.value import books

MAPS = "/evaluations/{valued}/value-maps"
SHEET = MAPS + "/{value_map}/spreadsheet"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def a_sheet(content):
    """A spreadsheet is chosen and sent."""

    def then(page, known):
        file = {"name": "map.xlsx", "mimeType": XLSX, "buffer": content}
        page.get_by_label("The file").set_input_files(file)
        press(page, "Check this file")

    return then


# One column more than is read.
HEADINGS = (*books.HEADINGS, "Our own words")
GOOD, BAD = (
    books.common((*books.with_cells(D=5, K=years), "A made-up remark"), headings=HEADINGS)
    for years in (1, 60)
)
PROXIES = "/evaluations/{valued}/proxies"
MAP, BARE = MAPS + "/{value_map}", MAPS + "/{bare_map}"
TYPED, ANSWERED = MAP + "/rows/{typed_row}", MAP + "/rows/{answered_row}"
VALUE = [
    (MAPS, nothing, "Value maps"),
    ("/evaluations/{quiet}/value-maps", nothing, "Value maps"),
    (MAPS + "/new", nothing, "Make a value map"),
    (MAPS + "/new", pressing("Make the map"), "Make a value map"),
    (MAPS + "/{value_map}/result", nothing, ", 3.5 per cent, 3 years"),
    (MAPS + "/{value_map_without_ratio}/result", nothing, "There is no ratio yet"),
    (SHEET, nothing, "The value map as a spreadsheet"),
    (SHEET, pressing("Check this file"), "The value map as a spreadsheet"),
    (SHEET, a_sheet(GOOD), "things would change"),
    (SHEET, a_sheet(BAD), "This file cannot be taken in yet"),
    (MAP, nothing, "Walking"),
    (BARE, nothing, "Nothing yet"),
    (MAP + "/remove", nothing, "Remove Walking for good"),
    (MAP + "/scope", typing("Save", {"What is it called?": ""}), "What it covers"),
    (MAP + "/stakeholders", nothing, "Stakeholders"),
    (MAP + "/stakeholders/new", pressing("Add the stakeholder"), "Add a stakeholder"),
    (MAP + "/stakeholders/{stakeholder_on_map}", nothing, "Residents"),
    (MAP + "/inputs", nothing, "What was put in"),
    (BARE + "/inputs", nothing, "What was put in"),
    (MAP + "/inputs/new", pressing("Add the input"), "Add an input"),
    (MAP + "/inputs/{input}", nothing, "grant"),
    (MAP + "/inputs/{input}/remove", nothing, "Remove grant for good"),
    (MAP + "/rows", nothing, "Outcomes"),
    (BARE + "/rows", nothing, "Outcomes"),
    (MAP + "/filters", nothing, "What is not ours to claim"),
    (MAP + "/rows/new", pressing("Add the outcome"), "Add an outcome"),
    (ANSWERED, nothing, "Made friends"),
    (ANSWERED + "/figures/quantity", nothing, "How many changed"),
    (TYPED + "/figures/drop-off", pressing("Use this figure"), "How much fades each year"),
    (ANSWERED + "/figures/deadweight", pressing("Use this figure"), "What would have happened anyway"),
    (MAP + "/negative-and-unintended", pressing("Save"), "Negative and unintended outcomes"),
    (PROXIES, nothing, "Proxies"),
    (PROXIES + "/new", pressing("Add the proxy"), "Add a proxy"),
    (PROXIES + "/{used_proxy}", nothing, "proxy 0"),
    (PROXIES + "/{used_proxy}/remove", nothing, "proxy 0 is in use"),
    (PROXIES + "/{unused_proxy}/remove", nothing, "Remove Averyvery"),
    (
        MAP + "/settings",
        typing("Save the settings", {"In prices of which year?": "27"}),
        "How it is worked out",
    ),
    (MAP + "/incidents", nothing, "Incidents avoided"),
    (MAP + "/incidents/new", pressing("Add the incident"), "Add an incident"),
    (MAP + "/incidents/{fire}", nothing, "a fire"),
    (MAP + "/scenarios", nothing, "Scenarios"),
    (MAP + "/scenarios/new", pressing("Add the scenario"), "Add a scenario"),
    (MAP + "/scenarios/{scenario}", nothing, "One more coordinator"),
    (MAP + "/use", nothing, "Report, use, embed"),
]
