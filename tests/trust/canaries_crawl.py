"""Every address that can be looked at, asked for by one person; which canaries stand where."""

import functools
import io
import itertools
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from html import unescape

from survey.questionnaires.story_ids import PROMPTS, PURPOSES, use_of
from tests.trust.addresses import rules_of
from tests.trust.canaries_world import World
from tests.trust.payloads_signs import pdf_text

# What is not about stories stands here once.
PLAIN = {
    "number": [0],
    "release_number": [1],
    "kind": ["pdf", "xlsx", "csv"],
    "audience": ["two", "story"],
    "page_id": ["control", PROMPTS[0]],
    "outcome": ["control", "hope"],
    "step": ["deadweight"],
    "figure_id": [1],
    "case_id": [1],
    "upload_id": [1],
    "job_id": [1],
    "user_id": [1],
    "account_id": [1],
    "quotation_id": [1],
    "filename": ["report.css"],
    "prompt": [each.replace("_", "-") for each in PROMPTS],
    "use": [each.replace("_", "-") for each in PURPOSES],
    "part": [each.replace("_", "-") for each in (*PROMPTS, "story_contact", "story_named_as", "control")]
    + [use_of(each).replace("_", "-") for each in PURPOSES],
}
FILTERS = {
    "evaluator.stories": ["state=ready", "state=to_redact", "outcome=hope", "theme=1", "page=1"],
    "evaluator.results": ["wave=1", "level=two", "impact=yes"],
    "evaluator.new_release": ["wave=1"],
    "evaluator.new_case_study": [f"story={number}" for number in range(1, 12)],
    "respondent.recording": ["back=check"],
    "respondent.page": ["back=check"],
}
NOBODYS = ("nobodys",)


def crawl(app, world: World, client, links=NOBODYS, only=()) -> dict[str, set[str]]:
    """By canary, the endpoints (all, or only these) where somebody met it who holds these links."""
    found = defaultdict(set)
    for endpoint, address in addresses(app, world, links):
        if only and endpoint.partition(".")[2] not in only:
            continue
        answer = client.get(address, buffered=True)
        assert answer.status_code < 500, address
        for name in world.met(said(answer)):
            found[name].add(endpoint.partition(".")[2])
    return dict(found)


def addresses(app, world: World, links) -> Iterator[tuple[str, str]]:
    assert FILTERS.keys() <= app.view_functions.keys(), "a filter of a page that there is not"
    known = PLAIN | world.values | {"token": list(links), "evaluation_id": [world.evaluation.id]}
    for rule in rules_of(app):
        if "GET" not in rule.methods:
            continue
        names = sorted(rule.arguments)
        assert set(names) <= known.keys(), f"{rule.rule}: give examples in tests/trust/canaries_crawl.py"
        for values in itertools.product(*(known[name] for name in names)):
            if not _is_worth_it(known, dict(zip(names, values, strict=True))):
                continue
            with app.test_request_context():
                bare = rule.build(dict(zip(names, values, strict=True)), append_unknown=False)[1]
            yield rule.endpoint, bare
            yield from ((rule.endpoint, f"{bare}?{each}") for each in FILTERS.get(rule.endpoint, ()))


def _is_worth_it(known: dict[str, list], chosen: dict) -> bool:
    """Of recordings, a story's own and one of another's: the rest answer alike."""
    if not {"story_id", "recording_id"} <= chosen.keys():
        return True
    place = known["recording_id"].index(chosen["recording_id"])
    return place == 0 or place == known["story_id"].index(chosen["story_id"])


def said(answer) -> str:
    """All that an answer says, headers too, in one piece: a line that was broken parts no word."""
    words = {"application/pdf": _paper, "application/vnd": _sheets}
    read = next((how for kind, how in words.items() if answer.mimetype.startswith(kind)), _plain)
    return "".join(f"{answer.headers}{read(answer.data) if answer.data else ''}".split())


def _plain(content: bytes) -> str:
    return unescape(content.decode(errors="replace"))


# The same paper is handed to several people.
_paper = functools.cache(pdf_text)


def _sheets(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        return "".join(_plain(parts.read(name)) for name in parts.namelist())
