"""A served world whose every word is hostile: names, areas, outcomes, codes, files, lists and answers."""

import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from survey.engagement import evaluations, invitations, outcomes
from survey.engagement.evaluations import AreaDetails
from survey.questionnaires.place import QuestionnaireError
from survey.records.base import db
from survey.records.evaluation import Evaluation
from survey.web.evaluator.fields import tidy
from tests import making
from tests.journeys.answering import answer_plainly
from tests.journeys.serving import Served
from tests.trust import payloads
from tests.trust.addresses import rules_of
from tests.trust.payloads_signs import in_answer

EVALUATOR = "hostile@example.org"
# In the first, enough people for a release to say something.
OUTCOMES, PEOPLE, EVALUATIONS = 10, (60, 3), 2
SHOWN = 190
# What is known of a hostile evaluation: what else stands in an address is looked at elsewhere.
KNOWN = {"evaluation_id", "release_number", "kind"}
KINDS = ("pdf", "xlsx", "csv")


class Hostile(Served):
    """`answers` holds what the server said, by a word for it; `wrong` what came alive in it."""

    def __init__(self, folder: Path):
        super().__init__(folder)
        self.app.config["RATELIMIT_ENABLED"] = False
        self.secret = folder / "secret.txt"
        self.secret.write_text(payloads.SECRET)
        self.texts = payloads.corpus(str(self.secret))
        self.wrong: list[str] = []
        self.pages: list[str] = []
        self.brought_in = 0
        # Addresses of pages, once they have been looked for.
        self.shown: list[str] = []
        # Of people who have not begun, and of some who have not yet sent what they answered.
        self.links: list[str] = []
        self.drafts: list[str] = []
        self.account(EVALUATOR, "evaluator", "administrator")
        with self.records():
            self.made = [self._evaluation(number) for number in range(EVALUATIONS)]
            plain = making.evaluation(making.user(EVALUATOR), name="Plain")
            self.plain = f"/evaluations/{plain.id}"
            self.every = [plain.id, *self.made]

    @contextmanager
    def evaluator(self):
        with self.reader() as client:
            client.sign_in(EVALUATOR)
            yield client

    def hear(self, said: str, response, keep: bool = True):
        self.wrong += [f"{said}: {each}" for each in in_answer(response)]
        if keep and response.mimetype == "text/html" and response.data and not response.location:
            self.pages.append(response.text)
        return response

    def paste(self, client) -> None:
        """Every payload as the area of a line, and said back."""
        lines = (f'c{place},"{_quoted(text)}",2' for place, text in enumerate(self.texts))
        while some := list(islice(lines, SHOWN)):
            self.hear("paste", client.fill(f"{self.plain}/residents/paste", people="\n".join(some)))

    def bring_in(self, client, rows: list[list[str]], filename="scores.csv", held=()) -> str:
        """Bring a file in as far as it goes; gives the address of its check."""
        file = (io.BytesIO(_csv(rows)), filename)
        sent = self.hear(
            "file", client.fill(f"{self.plain}/bring-in-scores", follow=False, form=-1, file=file)
        )
        if not sent.location:
            return ""
        if len(rows) > 2:
            self.hear("columns", client.get(sent.location))
        columns = {f"column-{place}": name for place, name in enumerate(held)}
        if not held:
            return ""
        done = self.hear("columns", client.fill(sent.location, follow=False, form=0, **columns))
        return done.location

    def files(self, client) -> None:
        """Payloads as headings, cells, names of files and scores."""
        texts = iter(payloads.some(1500, "files"))
        for _ in range(4):
            rows = [list(islice(texts, 30)) for _ in range(4)]
            self.bring_in(client, rows, filename="".join(islice(texts, 1)))
        for name in payloads.own(str(self.secret)):
            self.bring_in(client, [["code", "hope"], ["x", "1"]], filename=name)
        held = ("code", "area", "level", "score:0:control")
        for _ in range(3):
            rows = [[f"n{place}", "North", "2", next(texts)] for place in range(SHOWN)]
            self.hear(
                "check",
                client.get(self.bring_in(client, [["code", "area", "level", "score"], *rows], held=held)),
            )
        self.hear("waiting", client.get(f"{self.plain}/bring-in-scores"))

    def codes(self, client) -> int:
        """Every payload that can be one as a resident's code, brought in once; gives their number."""
        if self.brought_in:
            return self.brought_in
        rows = [
            [text, "North", "2", str(place % 5 + 1)]
            for place, text in enumerate(self.texts)
            if len(text) <= 40
        ]
        held = ("code", "area", "level", "score:0:control")
        check = self.bring_in(client, [["code", "area", "level", "score"], *rows], held=held)
        self.hear("check", client.get(check))
        self.hear("brought in", client.fill(check))
        with_links = invitations.prepare(100)
        evaluation = db.session.get(Evaluation, int(self.plain.rpartition("/")[2]))
        waiting = invitations.without(evaluation)
        invitations.give(waiting[:100], with_links)
        db.session.commit()
        self.brought_in = len(waiting)
        return self.brought_in

    def look(self, client, number: int) -> dict[str, list[str]]:
        """Every page and file of an evaluation, found on the map of addresses; which were there, by kind."""
        if number == self.made[0] and "evaluator.new_release" in self.app.view_functions:
            self.hear("release", client.fill(f"/evaluations/{number}/releases/new", form=-1))
        found: dict[str, list[str]] = {}
        for rule in rules_of(self.app, "evaluator"):
            if "GET" in rule.methods and "evaluation_id" in rule.arguments and rule.arguments <= KNOWN:
                for kind in KINDS if "kind" in rule.arguments else KINDS[:1]:
                    values = {"evaluation_id": number, "release_number": 1, "kind": kind}
                    values = {name: values[name] for name in rule.arguments}
                    address = rule.build(values, append_unknown=False)[1]
                    answer = self.hear(address, client.get(address), keep=False)
                    if answer.status_code == 200:
                        found.setdefault(answer.mimetype, []).append(address)
        return found

    def own_pages(self, number: int) -> list[str]:
        """The pages of an evaluation whose words somebody wrote."""
        rows = outcomes.chosen(db.session.get(Evaluation, number))
        return [row.question_id for row in rows[1:]]

    def answer(self) -> None:
        """Residents answer, look at their flower and take it away on paper."""
        for link in self.links:
            with self.reader() as client:
                answer_plainly(client, link)
                for part in ("", "/thank-you", "/my-flower.pdf"):
                    self.hear(f"resident{part}", client.get(link + part))

    def _evaluation(self, number: int):
        texts = _fitting(self.texts if not number else payloads.some(4000, number))
        owner = making.user(EVALUATOR)
        areas = [AreaDetails(texts(80), {"two": 20}) for _ in range(3)]
        names = {"name": texts(120), "council": texts(120), "note": texts(500)}
        made = making.evaluation(owner, opened=False, before="then_and_now", areas=areas, **names)
        for row in outcomes.chosen(made)[1:]:
            db.session.delete(row)
        while len(outcomes.chosen(made)) <= OUTCOMES:
            try:
                outcomes.add_own(made, texts(40), texts(300), [texts(100) for _ in range(5)], "higher")
            except QuestionnaireError:
                continue
        evaluations.open_evaluation(made)
        asked = [row.question_id for row in outcomes.chosen(made)]
        for place, person in enumerate(making.people(made, PEOPLE[number], linked=number > 0)):
            scores = {name: (place + step) % 5 + 1 for step, name in enumerate(asked)}
            making.answer(person, 1, **scores, **{f"{name}_then": place // 5 % 5 + 1 for name in asked})
        waiting, checking = making.people(made, 2)
        making.answer(checking, 1, sent=False, **{name: 4 for name in asked})
        self.links.append(f"/a/{invitations.current_link(waiting).token}")
        self.drafts.append(f"/a/{invitations.current_link(checking).token}")
        colleague = making.user(f"colleague-{number}@example.org")
        colleague.name = texts(120)
        evaluations.grant(made, colleague)
        db.session.commit()
        return made.id


def _fitting(texts: list[str]):
    """Gives the next payload that fits, tidied as the forms do."""
    waiting: Iterator[str] = iter(texts)

    def fitting(longest: int) -> str:
        return next(text for text in map(tidy, waiting) if text and len(text) <= longest)

    return fitting


def _quoted(text: str) -> str:
    return " ".join(text.split()).replace('"', '""')


def _csv(rows: list[list[str]]) -> bytes:
    made = io.StringIO()
    csv.writer(made).writerows(rows)
    return made.getvalue().encode()
