"""Somebody who answers again and again, each time something new, and reads back what there is."""

import random
import re
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import html

from survey.questionnaires import loading
from survey.questionnaires.model import Questionnaire, to_document
from survey.records.asking import OpenedQuestionnaire
from survey.records.base import db
from survey.records.evaluation import Evaluation
from tests.trust import visitors
from tests.trust.places import Person
from tests.trust.visitors import Reply, Wire

ASKED = "control"
STORY = {
    "id": "your_story",
    "title": "Your story",
    "questions": [{"id": "story", "kind": "words", "short_name": "Story", "text": "What happened?"}],
}


def ask_for_words(evaluation: Evaluation) -> None:
    """The same questions and one for words, in which everybody writes what nobody else would."""
    for row in db.session.query(OpenedQuestionnaire).filter_by(evaluation_id=evaluation.id):
        document = to_document(loading.from_json(row.document))
        made = loading.read(document | {"pages": [*document["pages"], STORY]}, "with words")
        row.document, row.digest = loading.to_json(made), made.digest


@dataclass
class Watcher:
    """`seen` lists, in words, whatever was not this person's own or not the last that they said."""

    person: Person
    wire: Wire
    questionnaire: Questionnaire
    seen: list[str] = field(default_factory=list)
    key: str = ""
    reference: str = ""
    words: str = ""

    def begin(self) -> None:
        visitors.acknowledged(self.wire.post(self.person.home))
        self.key = visitors.submission_key(self._look(ASKED))
        for page in self.questionnaire.pages:
            self._answer(page.id)

    def one_round(self, number: int) -> None:
        """Say something new and read it back: in its form, and where all answers are checked."""
        chosen = random.Random(f"{self.person.id} {number}")
        self.now, self.then = chosen.randint(1, 5), chosen.randint(1, 5)
        self.words = f"canary-{self.person.id}-{number}"
        self._answer(ASKED, **{ASKED: self.now, f"{ASKED}_then": self.then})
        self._answer("your-story", story=self.words)
        form = html.fromstring(self._look(ASKED).text).forms[-1]
        self._expect([(ASKED, str(self.now)), (f"{ASKED}_then", str(self.then))], form.form_values())
        page = html.fromstring(self._look("check").text)
        told = [" ".join(each.text_content().split()) for each in page.xpath("//dd")]
        asked = {choice.value: choice.text for choice in self.questionnaire.question(ASKED).choices}
        self._expect([f"Now: {asked[self.now]}", f"Before: {asked[self.then]}", self.words], told)

    def finish(self) -> None:
        """Send, and read the thank-you and the own flower on paper."""
        sent = visitors.acknowledged(self._post("check"))
        self.wire.always["Cookie"] = sent.cookie.partition(";")[0]
        page = self._look("thank-you")
        self.reference = visitors.reference(page)
        paper = self._look("my-flower.pdf")
        printed = subprocess.run(["pdftotext", "-", "-"], input=paper.body, capture_output=True, check=True)
        for text in (page.text, printed.stdout.decode()):
            self._expect([self._sentence()], re.findall(r"This is [\w ]+ before:", " ".join(text.split())))
            references = re.findall(r"\b[B-Z346789]{4}-[B-Z346789]{4}\b", text)
            self._expect([self.reference, *references], {self.reference} & set(references))

    def _sentence(self) -> str:
        if self.now == self.then:
            return "This is the same as before:"
        return f"This is {'better' if self.now > self.then else 'harder'} for you than before:"

    def _answer(self, page: str, **given: object) -> None:
        visitors.acknowledged(self._post(visitors.address_of(page), **given))

    def _post(self, part: str, **given: object) -> Reply:
        return self.wire.post(f"{self.person.home}/{part}", submission_key=self.key, **given)

    def _look(self, part: str) -> Reply:
        reply = self.wire.get(f"{self.person.home}/{part}")
        self._expect([200], [reply.status])
        text = reply.body.decode("latin-1")
        self._expect(re.findall(r"canary-\d+-\d+", text), [self.words])
        self._expect(re.findall(r"/a/(\w+)", text), [self.person.token])
        if self.key:
            self._expect(re.findall(r'name="submission_key" value="(\w+)"', text), [self.key])
        return reply

    def _expect(self, wanted: Iterable, there: Iterable) -> None:
        """All that is wanted is among what is there."""
        for strange in set(wanted) - set(there):
            self.seen.append(f"person {self.person.id}: {strange}")
