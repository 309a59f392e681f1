"""Hostile texts in every field, in addresses and in bodies: nothing comes alive, nothing fails."""

import logging
from contextlib import contextmanager
from itertools import cycle, islice
from urllib.parse import quote, quote_from_bytes

import pytest
from werkzeug.routing import IntegerConverter

from tests import making
from tests.journeys import places
from tests.journeys.serving import Served
from tests.trust import addresses, payloads
from tests.trust.payloads_fields import Walk
from tests.trust.payloads_signs import in_answer
from tests.value import books
from tests.web.respondent import answering

NOBODYS = r"/(?!a/|evaluations)"
HEADERS = (
    "User-Agent",
    "Referer",
    "Accept-Language",
    "X-Forwarded-For",
    "X-Forwarded-Host",
    "Cookie",
    "Accept",
)
BODIES = [
    ("application/json", b"5"),
    ("application/json", b'"x"'),
    ("application/json", b"[]"),
    ("application/json", b"{"),
    ("application/json", b"null"),
    ("application/json", b'{"auth_token": 5, "email": [], "password": {}}'),
    ("text/xml", b'<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]><x>&y;</x>'),
    ("multipart/form-data", b"--x\r\n\r\n"),
    (
        "multipart/form-data; boundary=x",
        b'--x\r\nContent-Disposition: form-data; name="\xff"\r\n\r\n\xff\r\n--x--\r\n',
    ),
    ("application/x-www-form-urlencoded; charset=utf-7", b"code=+ADw-script+AD4-"),
    ("application/x-www-form-urlencoded", b"&".join(b"a%d=1" % number for number in range(3000))),
]


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """A world in which every page has something to show."""
    served = Served(tmp_path_factory.mktemp("hostile"))
    served.app.config["RATELIMIT_ENABLED"] = False
    # So that its sockets are closed when it is stopped.
    served.start()
    served.known = places.make(served)
    with served.records():
        served.known["much"] = _much_answered()
        answering.ask_mixed(evaluation := answering.evaluation_with_one().evaluation)
        [person] = making.people(evaluation)
        served.known["mixed"] = answering.home(person)
    yield served
    served.stop()


def _much_answered() -> int:
    """An evaluation with enough answers for a release to be offered."""
    evaluation = making.evaluation(making.user(places.EVALUATOR), before="then_and_now", name="Much")
    for place, person in enumerate(making.people(evaluation, 60, linked=False)):
        making.answer(person, 1, control=place % 5 + 1, control_then=place // 5 % 5 + 1)
    return evaluation.id


@pytest.fixture(autouse=True)
def nothing_failed(served, caplog):
    with caplog.at_level(logging.ERROR):
        yield
    assert served.faults == [] and not [
        record for record in caplog.records if record.levelno >= logging.ERROR
    ]


@contextmanager
def walk(served, stay, email=""):
    """A person's walk, in which nothing may have come alive at its end."""
    with served.reader() as client:
        if email:
            client.sign_in(email)
        walk = Walk(client, stay)
        yield walk
        walk.fill_all()
        assert walk.wrong == []


def endpoints(walk):
    return {kind[0] for kind in walk.seen}


def test_every_field_of_evaluators(served):
    known = served.known
    names = ("draft", "used", "much", "asking", "why", "groups", "caring", "telling", "reading", "valued")
    ours = "|".join(str(known[name]) for name in names)
    beside = f"/evaluations/({known['reported']}/jobs|{known['released']}/comparison)"
    stay = rf"{NOBODYS}|/evaluations(/({ours}|new)\b|$)|{beside}"
    with walk(served, stay, places.EVALUATOR) as walked:
        # Together, so that these are looked at first: of pages alike in all else one is looked at.
        walked.look(
            f"/evaluations/{known['why']}/impact/control/displacement",
            f"/evaluations/{known['groups']}/sessions/{known['session']}",
            f"/evaluations/{known['caring']}/safeguarding/{known['flag_late']}/look-up",
            f"/evaluations/{known['reading']}/stories/{known['read']}",
            f"/evaluations/{known['used']}/bring-in-scores/{known['file']}/check",
            f"/evaluations/{known['used']}/residents/erase",
            f"/evaluations/{known['reported']}/jobs/{known['not_made']}",
            f"/evaluations/{known['released']}/comparison/files",
            f"/evaluations/{known['valued']}/value-maps/{known['value_map']}"
            f"/rows/{known['typed_row']}/figures/drop-off",
            "/evaluations",
        )
        sheet = f"/evaluations/{known['valued']}/value-maps/{known['value_map']}/spreadsheet"
        walked.upload(sheet, books.common(books.with_cells(D=5)))
    posted = {
        rule.endpoint
        for rule in addresses.rules_of(served.app, "evaluator")
        if "POST" in rule.methods and "evaluator.preview" not in rule.endpoint
    }
    assert posted <= endpoints(walked), f"no form was found for {posted - endpoints(walked)}"
    assert walked.sent > 200


def test_every_field_of_administrators_and_visitors(served):
    with walk(served, r"/accounts", places.ADMINISTRATOR) as walked:
        walked.look("/accounts")
    assert {"account.new_account", "account.switch_off"} <= endpoints(walked)
    with walk(served, NOBODYS) as walked:
        walked.look("/", "/sign-in", f"/welcome/{served.known['welcome']}", "/evaluations/new")
    assert {"respondent.use_code", "security.login", "account.welcome"} <= endpoints(walked)


def test_every_field_of_residents(served):
    with served.reader() as client:
        client.fill(served.known["mixed"])
        client.fill(f"{served.known['mixed']}/check--page", pets="yes")
    with walk(served, r"/a/") as walked:
        for name in ("ready", "half_way", "checking", "sending"):
            walked.look(f"/a/{served.known[name]}")
        for part in ("check--page", "about-the-pet", "story"):
            walked.look(f"{served.known['mixed']}/{part}")
    assert {"respondent.start", "respondent.answer", "respondent.send"} <= endpoints(walked)
    named = {name for form in walked.seen.values() for name in form.names}
    assert {"story", "legs", "born", "pets", "matters_most"} <= named


def test_every_field_of_a_group(served):
    with walk(served, r"/(join|group)/") as walked:
        walked.look(f"/join/{served.known['door_open']}", f"/group/{served.known['phone']}")
    posted = {f"respondent.{name}" for name in ("enter", "group_vote", "group_story", "group_wish")}
    assert posted <= endpoints(walked)


def test_every_part_of_an_address(served):
    texts = cycle(payloads.some(400, "addresses", longest=2000))
    bytes_too = cycle(quote_from_bytes(each) for each in payloads.BYTES)
    wrong = []
    with served.reader() as client:
        client.sign_in(places.EVALUATOR)
        for rule in addresses.rules_of(served.app):
            for each in [quote(next(texts)), next(bytes_too)]:
                address = _with(rule, each.replace("/", "%2F"), served.known)
                for at in (
                    address,
                    f"{_with(rule, None, served.known)}?{each}&area={each}&next={each}&page={each}",
                ):
                    wrong += [f"{at[:90]}: {said}" for said in in_answer(client.get(at, buffered=True))]
        for each in islice(texts, 100):
            wrong += [f"{each[:60]!r}: {said}" for said in in_answer(client.get("/" + quote(each)))]
    assert wrong == []


def _with(rule, payload, known) -> str:
    """The address with the payload in place of each word (a number stays one, if not a sensible one)."""
    path = rule.rule
    for name, converter in rule._converters.items():
        number = known["used"] if name == "evaluation_id" else 99_999_999_999
        value = str(number) if isinstance(converter, IntegerConverter) else payload or "nobodys"
        path = (
            path.replace(f"<int:{name}>", value).replace(f"<path:{name}>", value).replace(f"<{name}>", value)
        )
    return path


def test_headers(served):
    wrong, texts = (
        [],
        payloads.some(8, "headers", longest=2000) + ["\x7f", "a=b;" * 900, "flower=x.y; session=."],
    )
    with served.reader() as client:
        for name in HEADERS:
            for text in texts:
                plain = "".join(sign for sign in text if sign >= " ").encode().decode("latin-1")
                for address in ("/", "/evaluations", f"/a/{served.known['ready']}"):
                    response = client.get(address, headers={name: plain})
                    wrong += [f"{name} {text[:40]!r}: {said}" for said in in_answer(response)]
    assert wrong == []


@pytest.mark.parametrize("email", ["", places.EVALUATOR], ids=["visitor", "evaluator"])
def test_bodies_that_are_no_forms(served, email):
    wrong = []
    with served.reader() as client:
        if email:
            client.sign_in(email)
        for rule in addresses.rules_of(served.app):
            if "POST" in rule.methods and rule.endpoint != "security.logout":
                for kind, body in BODIES:
                    response = client.post(_with(rule, None, served.known), data=body, content_type=kind)
                    wrong += [f"{kind} to {rule.rule}: {said}" for said in in_answer(response)]
    assert wrong == []
