"""Somebody who wanders through the pages: forward, back, in two tabs, on other devices, with stale forms."""

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from flask.testing import FlaskClient
from lxml import html

from survey.questionnaires import routing
from survey.questionnaires.answers import Answer, understand
from survey.questionnaires.model import CHOICES, DATE, NUMBER, WORDS, Question, Questionnaire

TABS = 2
HIDDEN = ("submission_key", "back")
# How often somebody changes an answer before the button is pressed, and presses it twice.
CHANGED, TWICE = 0.7, 0.2


@dataclass
class Tab:
    client: FlaskClient
    address: str = ""
    shown: html.HtmlElement | None = None

    def open(self, address: str) -> None:
        reply = self.client.get(address, follow_redirects=True)
        assert reply.status_code == 200, f"{address}: {reply.status_code}"
        self.address, self.shown = reply.request.path, html.fromstring(reply.text)

    def given(self) -> dict[str, list[str]]:
        """What the form in this tab would send: every question on it, with the answers that stand there."""
        names = dict.fromkeys(self.shown.xpath("//form//@name"))
        given = {name: [] for name in names if name not in HIDDEN}
        for name, value in self.shown.forms[0].form_values():
            given.get(name, []).append(value)
        return given

    def post(self, given: dict[str, list[str]]) -> int:
        """Send it, hidden fields and all, and look at what comes."""
        form = self.shown.forms[0]
        hidden = {name: value for name, value in form.form_values() if name in HIDDEN}
        reply = self.client.post(form.action or self.address, data=hidden | given)
        if reply.status_code == 303:
            self.open(reply.location)
        return reply.status_code


@dataclass
class Walk:
    """`acknowledged` is the last that was said to be kept, by question."""

    device: Callable[[], FlaskClient]
    home: str
    code: str
    questionnaire: Questionnaire
    chosen: Random
    acknowledged: dict[str, Answer] = field(default_factory=dict)

    def go(self, steps: int) -> None:
        self.tabs = [Tab(self.device()) for _ in range(TABS)]
        for tab in self.tabs:
            tab.open(self.home)
        ways = [self.fill_in] * 6 + [self.follow] * 3 + [self.wander, self.mistype, self.other_device]
        for _ in range(steps):
            self.chosen.choice(ways)(self.chosen.choice(self.tabs))

    def fill_in(self, tab: Tab) -> None:
        """Send the page as it was opened in this tab, some answers changed; it may be stale by now."""
        if not tab.shown.forms or tab.address.endswith("/check"):
            return self.follow(tab)
        given = tab.given()
        for name in given:
            if self.chosen.random() < CHANGED:
                given[name] = _other(self.questionnaire.question(name), self.chosen)
        stale = Tab(tab.client, tab.address, tab.shown)
        self._send(tab, given)
        if self.chosen.random() < TWICE:
            self._send(stale, given)
        return None

    def follow(self, tab: Tab) -> None:
        """A link of the page, such as Back, Change or Carry on."""
        links = [link for link in tab.shown.xpath("//a/@href") if link.startswith(self.home)]
        tab.open(self.chosen.choice(links or [self.home]))

    def wander(self, tab: Tab) -> None:
        parts = [page.id.replace("_", "-") for page in self.questionnaire.pages if page.id != "check"]
        tab.open(f"{self.home}/{self.chosen.choice([*parts, 'check'])}")

    def mistype(self, tab: Tab) -> None:
        """What cannot be kept leaves the answer before it as it was."""
        given = tab.given() if tab.shown.forms else {}
        if given:
            self._send(tab, given | {self.chosen.choice(list(given)): ["one", "two", "three", "four"]})

    def other_device(self, tab: Tab) -> None:
        """With nothing remembered there, by the link or by the code on the card."""
        tab.client = self.device()
        by_code = tab.client.post("/", data={"code": self.code})
        tab.open(self.chosen.choice([self.home, by_code.location]))

    def finish(self) -> None:
        """Pass what was left out, and press the last button."""
        tab = self.tabs[0]
        for _ in self.questionnaire.pages:
            tab.open(f"{self.home}/check")
            if not tab.address.endswith("/check"):
                self._send(tab, tab.given())
        tab.open(f"{self.home}/check")
        assert tab.address.endswith("/check"), f"{tab.address} is asked again"
        assert tab.post({}) == 303
        assert tab.address.endswith("/thank-you"), tab.address
        # What a later answer took away was not on the page that was checked: it is not sent.
        self.acknowledged = {name: self.acknowledged.get(name) for name in self._asked()}

    def _send(self, tab: Tab, given: dict[str, list[str]]) -> None:
        asked = self._asked()
        if tab.post(given) == 303:
            # A question that is no longer asked, in a tab that still shows it, is not answered.
            kept = {name: understand(asked[name], given[name]) for name in given if name in asked}
            self.acknowledged |= kept

    def _asked(self) -> dict[str, Question]:
        """The questions that are asked now, by what was acknowledged."""
        visible = routing.visible_pages(self.questionnaire, self.acknowledged)
        return {question.id: question for page in visible for question in page.questions}


def _other(question: Question, chosen: Random) -> list[str]:
    """Another answer, in the way that a form sends it; none, now and then."""
    if question.kind == WORDS:
        return [f"words {chosen.randrange(1000)}"]
    if question.kind == NUMBER:
        return [str(chosen.randint(0, 9))]
    if question.kind == DATE:
        return [str(chosen.randint(1, 28)), "3", "2020"]
    offered = [str(choice.value) for choice in question.choices]
    if question.kind == CHOICES:
        return chosen.sample(offered, 2)
    return [chosen.choice([*offered, *question.also])] if chosen.random() < 0.9 else []
