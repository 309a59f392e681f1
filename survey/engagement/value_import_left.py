"""What stands in a spreadsheet and is not taken over into a value map: where, why, and where to change it."""

from collections.abc import Iterable, Iterator, Sequence

from survey.engagement import value_import_proxies as proxies
from survey.engagement.value_import_rows import Figures
from survey.engagement.value_import_settings import settings_left
from survey.engagement.value_import_words import is_of_answers, same, same_name, same_source, same_words
from survey.engagement.value_sheet import Read
from survey.engagement.value_sheet_places import Places
from survey.engagement.value_sheet_problems import Problem
from survey.records.value_map import ValueMap
from survey.records.value_row import FIGURES, ValueRow
from survey.value import model

Found = tuple[str, str]
SPELT = "This is “{}” in the map, and stays written so. To write it otherwise, change it under Stakeholders."
NO_ID = "This has no ID. It is taken for {}, which is called the same and keeps its ID."
BLANK = "This is blank, and what the map has stays: “{}”. To take it away or change it, use the page of {}."
CALLED = "The proxy stays “{}”. To call it otherwise, change it under Proxies."
OF_WHAT = "Of what it is and in whose prices stays as it is:{}. To change that, change it under Proxies."
OF_ANSWERS = (
    "How many people changed comes from answers, and so does this. To say it in your own words, type the "
    "number itself, with its source, on the page of {}."
)
NO_SOURCE = (
    "This says how answers were counted, and here stands a number that was typed. Write where that is from."
)


def left(record: ValueMap, read: Read, rows: Sequence[model.Row], now: Figures) -> tuple[Problem, ...]:
    """Everything that was typed and changes nothing, in order; `rows` are known again, as in the plan."""
    given = read.value_map
    names = {was.id: row.id for was, row in zip(given.rows, rows, strict=True)}
    places, kept = read.places.renamed(names), {row.code: row for row in record.rows}
    known_by = {names[each] for each in read.unnamed}
    found = [*settings_left(record, read)]
    found += _spelt(record, read.inputs, ((str(n), each.stakeholder) for n, each in enumerate(given.inputs)))
    found += _spelt(record, places, ((row.id, row.stakeholder) for row in rows))
    for row in rows:
        if row.id in kept:
            cells = [*([("id", NO_ID.format(row.id))] if row.id in known_by else ())]
            cells += [*_of_people(kept[row.id], row, now), *_of_proxy(kept[row.id], row, now)]
            found += [places.at(row.id, column, why) for column, why in cells if places.has(column)]
    return (*found, *read.unread)


def _spelt(record: ValueMap, places: Places, given: Iterable[Found]) -> Iterator[Problem]:
    for line, name in given:
        known = next((each.name for each in record.stakeholders if same_name(each.name, name)), name)
        if not same_words(known, name):
            yield places.at(line, "stakeholder", SPELT.format(known))


def _of_people(row: ValueRow, given: model.Row, now: Figures) -> Iterator[Found]:
    """How a number of people is known."""
    stays = same(now.get((row.code, FIGURES[0])), given.quantity)
    typed, people = row.figure(FIGURES[0]), now.get((row.code, "n"))
    is_other = not same_words(now.get((row.code, "source")) or "", given.source)
    if typed is None and stays:
        if is_other:
            yield "source", OF_ANSWERS.format(row.code)
        if given.n != people:
            yield "n", OF_ANSWERS.format(row.code)
    elif is_other and is_of_answers(given.source):
        yield "source", NO_SOURCE
    if typed and stays:
        if not given.source and not same_source(typed.source, ""):
            yield "source", BLANK.format(typed.source, row.code)
        if given.n is None and typed.n is not None:
            yield "n", BLANK.format(typed.n, row.code)


def _of_proxy(row: ValueRow, given: model.Row, now: Figures) -> Iterator[Found]:
    if row.proxy is None:
        return
    name, said = row.proxy.name, proxies.as_kept(given, row.proxy).proxy_source
    if not given.proxy:
        yield "proxy", BLANK.format(name, row.code)
    elif not same_words(given.proxy, name) and not proxies.is_other_proxy(
        row, given, now.get((row.code, "unit_value"))
    ):
        yield "proxy", CALLED.format(name)
    if not given.proxy_source:
        yield "proxy_source", BLANK.format(row.proxy.source, row.code)
    of_what = (now.get((row.code, "proxy_source")) or "").removeprefix(row.proxy.source)
    behind = given.proxy_source.removeprefix(said)
    if behind and of_what and not same_words(behind, of_what):
        yield "proxy_source", OF_WHAT.format(of_what)
