"""Every address asked for, by whoever might: what a walk finds wrong, as a list of plain lines."""

import re
from collections import defaultdict
from collections.abc import Iterator

from werkzeug.datastructures import ImmutableMultiDict
from werkzeug.utils import cached_property

from tests.trust.addresses import NOBODYS, World, address_of, changed, rules_of, tables

METHODS = ("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "TRACE")
LOOKING = ("GET", "HEAD")
# Looked for at every address that asks who is signed in.
OF_A_LIBRARY = {"auth_token"}
TOKEN = re.compile(r'(name="csrf_token"[^>]*value=")[^"]*')


class Noticed(ImmutableMultiDict):
    """What stands behind the question mark, noticing which names a view looks for."""

    names: set[str]

    def get(self, key, *args, **more):
        self.names.add(key)
        return super().get(key, *args, **more)

    def getlist(self, key, *args, **more):
        self.names.add(key)
        return super().getlist(key, *args, **more)

    def __getitem__(self, key):
        self.names.add(key)
        return super().__getitem__(key)

    def __contains__(self, key):
        self.names.add(key)
        return super().__contains__(key)


def notice_filters(app) -> dict[str, set[str]]:
    """From now on, the filters that each endpoint looks for."""
    found = defaultdict(set)

    class Request(app.request_class):
        @cached_property
        def args(self):
            noticed = Noticed(super().args)
            noticed.names = found[self.endpoint]
            return noticed

    app.request_class = Request
    return found


def fitting(app, world: World, rule) -> Iterator[str]:
    """The addresses of a rule: for residents, that of each who stands elsewhere."""
    if rule.endpoint.startswith("respondent.") and "token" in rule.arguments:
        yield from (address_of(app, world, rule, token=token) for token in world.links.values())
    else:
        yield address_of(app, world, rule)


def looked_at(app, world: World, client, rule, filters) -> Iterator[tuple[str, object]]:
    """Answers to GET and HEAD of a rule: bare, with each value of each filter it looks for, and with all."""
    for bare in fitting(app, world, rule):
        for method in LOOKING:
            yield f"{method} {bare}", client.open(bare, method=method, buffered=True)
        asked, waiting = {}, filters[rule.endpoint] - OF_A_LIBRARY
        while waiting:
            name = waiting.pop()
            assert name in world.filters, (
                f"{rule.rule}: give examples of ?{name}= in tests/trust/addresses.py"
            )
            asked[name] = world.filters[name]
            for value in asked[name]:
                yield f"GET {bare}?{name}={value}", client.get(bare, query_string={name: value})
            waiting |= filters[rule.endpoint] - OF_A_LIBRARY - asked.keys()
        if asked:
            everything = {name: values[0] for name, values in asked.items()}
            yield f"GET {bare} {everything}", client.get(bare, query_string=everything)


def writing_gets(app, world: World, clients: dict, filters) -> list[str]:
    """Every page that changes something when it is looked at, or that fails."""
    wrong, before = [], tables()
    for rule in rules_of(app):
        if "GET" not in rule.methods:
            continue
        for who, client in clients.items():
            for said, response in looked_at(app, world, client, rule, filters):
                if response.status_code >= 500:
                    wrong.append(f"{who}: {said} failed")
            after = tables()
            wrong += [f"{who}: looking at {rule.rule} changed {name}" for name in changed(before, after)]
            before = after
    return wrong


def of_one_evaluation(app) -> list:
    return [rule for rule in rules_of(app) if "evaluation_id" in rule.arguments]


def to_sign_in(method: str) -> int:
    return 302 if method in LOOKING else 401


def as_if_there_was_none(method: str) -> int:
    return 404


def not_allowed(method: str) -> int:
    return 403


def open_doors(app, world: World, client, expected, rules) -> list[str]:
    """Those of the rules that let somebody in, by any method. `expected(method)` says how to refuse."""
    wrong, before, token = [], tables(), token_of(client)
    served = defaultdict(set)
    for rule in rules:
        served[rule.rule] |= rule.methods
    for rule in rules:
        for method in METHODS:
            response = client.open(
                address_of(app, world, rule), method=method, data={"csrf_token": token}, buffered=True
            )
            if not answered_as(response, expected(method) if method in served[rule.rule] else 405):
                wrong.append(f"{method} {rule.rule}: {response.status_code}")
    return wrong + [f"{name} changed" for name in changed(before, tables())]


def answered_as(response, status: int) -> bool:
    """Whether somebody was turned away like that; what a page can be asked by is no secret."""
    if response.request.method == "OPTIONS" and status != 405:
        return response.status_code == 200 and not response.data
    if status == 302:
        return response.status_code == 302 and response.location.startswith("/sign-in")
    return response.status_code == status


def strangers_doors(app, world: World, client) -> list[str]:
    """Pages of our evaluation that do not look, to somebody from elsewhere, as if there was none."""
    wrong = []
    for rule in of_one_evaluation(app):
        if "GET" in rule.methods:
            ours, none = (client.get(address_of(app, world, rule, **other)) for other in ({}, NO_SUCH))
            if without_token(ours) != without_token(none):
                wrong.append(f"{rule.rule} tells that there is such an evaluation")
    return wrong


NO_SUCH = {"evaluation_id": 999_999}


def mixed_up(app, world: World, client, filters) -> list[str]:
    """What is another evaluation's and yet found at an address of ours; `client` works on ours."""
    wrong, before, token = [], tables(), token_of(client)
    for rule in of_one_evaluation(app):
        for address in _theirs_in_ours(app, world, rule, filters):
            for method in rule.methods - {"OPTIONS"}:
                status = client.open(address, method=method, data={"csrf_token": token}).status_code
                if status != 404:
                    wrong.append(f"{method} {rule.rule} as {address}: {status}")
    return wrong + [f"{name} changed" for name in changed(before, tables())]


def _theirs_in_ours(app, world: World, rule, filters) -> Iterator[str]:
    for name in rule.arguments - NOBODYS - {"evaluation_id"}:
        assert name in world.theirs, (
            f"{rule.rule}: give another evaluation's {name} in tests/trust/addresses.py"
        )
        yield address_of(app, world, rule, **{name: world.theirs[name]})
    if "GET" in rule.methods:
        for name in filters[rule.endpoint] - NOBODYS - OF_A_LIBRARY:
            assert name in world.their_filters, f"{rule.rule}: give another evaluation's ?{name}="
            yield f"{address_of(app, world, rule)}?{name}={world.their_filters[name]}"


def token_of(client) -> str:
    """A token that forms of this browser would send, if it is signed in."""
    found = re.search(r'name="csrf_token"[^>]*value="([^"]*)', client.get("/evaluations").text)
    return found.group(1) if found else ""


def without_token(response) -> str:
    return TOKEN.sub(r"\1", response.text)
