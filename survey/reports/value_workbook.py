"""A value map as a spreadsheet that goes on reckoning: live formulas, and beside each what we make of it."""

import io
from collections.abc import Sequence

from survey.reports.looks import Looks
from survey.reports.value_workbook_about import write_about
from survey.reports.value_workbook_inputs import write_inputs
from survey.reports.value_workbook_map import write_map
from survey.reports.value_workbook_results import write_results
from survey.reports.worksheet import clean
from survey.value.model import ValueMap
from survey.value.worth import Worth


def xlsx(value_map: ValueMap, found: Worth, about: Sequence[tuple[str, str]]) -> bytes:
    """The workbook as bytes; `found` is what the map comes to, `about` what the first sheet says of it.

    A spreadsheet keeps 15 figures of a number. For the team: nothing in it is rounded or hidden.
    """
    # It takes a third of a second to import: only those who make a workbook wait for it.
    import xlsxwriter

    made = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(made, options) as workbook:
        workbook.set_properties({"title": clean(value_map.title), "subject": "Value map"})
        # Whoever opens it works everything out anew.
        workbook.set_calc_mode("auto")
        looks = Looks(workbook)
        write_about(workbook, looks, value_map, about)
        write_inputs(workbook, looks, value_map)
        write_map(workbook, looks, value_map, found)
        write_results(workbook, looks, value_map, found)
    return made.getvalue()
