"""However a form is sent, it is kept whole or refused: never cut; and everybody else is served meanwhile."""

from itertools import count
from urllib.parse import urlencode

import pytest
from lxml import html

from survey.engagement import responses
from survey.questionnaires import loading
from survey.questionnaires.answers import ANSWERED, Answer
from survey.records.asking import OpenedQuestionnaire
from survey.records.base import db
from survey.records.evaluation import Evaluation
from survey.records.resident import Resident
from survey.records.upload import Upload
from tests import making
from tests.reading import Reader
from tests.trust import bodies
from tests.trust.bodies import LYING, WHOLE, Post, wrong_with
from tests.trust.places import Place
from tests.trust.servers import Server

MEGABYTE = 1024 * 1024
EARLIER, WORDS = "Earlier words", "Words & more = 50% of them, żółć 🌼 +1 " * 60
STORY = {"id": "story", "kind": "words", "short_name": "Story", "text": "Tell us more", "longest": 20_000}
ASKED = {
    "id": "story",
    "version": 1,
    "title": "Story",
    "source": "Tests",
    "licence": "None",
    "pages": [{"id": "story", "title": "Story", "questions": [STORY]}],
}
FILE = "code,hope\n" + "".join(f"wren-{number},{number % 5 + 1}\n" for number in range(300))
EDGE = "----a-made-up-edge"


class Told(Place):
    """A place where people write words, an evaluator brings in files and pastes lists."""

    def __init__(self, folder):
        super().__init__(folder)
        self.app.test_client_class = Reader
        self.waiting = iter(self.people(80))
        with self.records():
            asked = loading.read(ASKED, "story")
            for row in db.session.query(OpenedQuestionnaire):
                row.document, row.digest = loading.to_json(asked), asked.digest
        self.codes = count(1)
        with self.app.app_context():
            self.client = self.app.test_client()
            self.client.sign_in(making.user().email)
        self.cookie = f"session={self.client.get_cookie('session').value}"

    def words(self, said=WORDS, key_last=True) -> Post:
        """Somebody's next words, in place of earlier ones."""
        person = next(self.waiting)
        with self.records():
            resident = db.session.get(Resident, person.id)
            draft = responses.start(resident, responses.standing(resident).wave)
            responses.save(draft, [Answer("story", ANSWERED, words=EARLIER)])
            key = ("submission_key", draft.submission_key)
        form = [("story", said), key] if key_last else [key, ("story", said)]

        def kept():
            with self.records():
                draft = responses.standing(db.session.get(Resident, person.id)).response
                now = responses.answers(draft)["story"].words
            return {said.strip(): "whole", EARLIER: "nothing"}.get(now, f"{len(now)} of {len(said)} signs")

        return Post(f"{person.home}/story--page", urlencode(form).encode(), kept)

    def file(self, text=FILE) -> Post:
        address = "/evaluations/1/bring-in-scores"
        token = self.page(address).xpath("//input[@name='csrf_token']/@value")[-1]
        file = f'form-data; name="file"; filename="scores.csv"\r\nContent-Type: text/csv\r\n\r\n{text}'
        parts = [file, f'form-data; name="csrf_token"\r\n\r\n{token}']
        body = "".join(f"--{EDGE}\r\nContent-Disposition: {part}\r\n" for part in parts) + f"--{EDGE}--\r\n"

        def kept():
            with self.records():
                texts = [row.text for row in db.session.query(Upload)]
                db.session.query(Upload).delete()
            return {(): "nothing", (text,): "whole"}.get(
                tuple(texts), f"{[len(each) for each in texts]} signs"
            )

        return Post(address, body.encode(), kept, f"multipart/form-data; boundary={EDGE}", self.cookie)

    def list(self) -> Post:
        address, codes = "/evaluations/1/residents/paste", [f"new-{next(self.codes)}" for _ in range(40)]
        with self.records():
            area = db.session.get(Evaluation, 1).areas[0].name
            before = db.session.query(Resident).count()
        text = "\n".join(f"{code}, {area}, 2" for code in codes)
        with self.app.app_context():
            shown = self.client.fill(address, people=text)
        form = next(form for form in html.fromstring(shown.text).forms if "people" in form.fields)

        def kept():
            with self.records():
                added = db.session.query(Resident).count() - before
            return {0: "nothing", len(codes): "whole"}.get(added, f"{added} of {len(codes)} people")

        fields = [(name, value) for name, value in form.form_values() if name != "csrf_token"]
        fields += [("add", "yes"), ("csrf_token", form.fields["csrf_token"])]
        return Post(address, urlencode(fields).encode(), kept, cookie=self.cookie)

    def page(self, address):
        with self.app.app_context():
            return self.client.page(address)


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    return Told(tmp_path_factory.mktemp("told"))


@pytest.fixture(scope="module")
def server(told):
    with Server(told.env) as server:
        yield server


@pytest.fixture(params=["words", "file"])
def post(request, told):
    return getattr(told, request.param)()


@pytest.fixture(autouse=True)
def still_serving(server):
    """Whatever was sent, the next one is answered."""
    yield
    assert server.is_running and bodies.send(server.port, [bodies.LOOK], finish=False).status == 200


@pytest.mark.parametrize("way", WHOLE)
def test_what_is_sent_in_an_honest_way_is_kept_whole(post, server, way):
    assert not wrong_with(post, server.port, WHOLE[way], whole=True)


@pytest.mark.parametrize("way", LYING)
def test_what_lies_or_breaks_off_is_not_kept_in_part(post, server, way):
    assert not wrong_with(post, server.port, LYING[way], whole=False)


@pytest.mark.parametrize("way", ["in small chunks", "in single bytes"])
def test_a_pasted_list_is_added_whole(told, server, way):
    assert not wrong_with(told.list(), server.port, WHOLE[way], whole=True)


@pytest.mark.parametrize("way", ["shorter by three", "half of it", "chunks without an end"])
def test_half_of_a_pasted_list_is_not_added(told, server, way):
    assert not wrong_with(told.list(), server.port, LYING[way], whole=False)


@pytest.mark.parametrize("way", ["its length said", "in one chunk", "in chunks with extensions"])
@pytest.mark.parametrize("size", [MEGABYTE + 1, 5 * MEGABYTE])
def test_what_is_too_large_is_refused(told, server, way, size):
    for post in (told.words("x" * size), told.file(FILE + "x" * 4 * size)):
        assert not wrong_with(post, server.port, WHOLE[way], whole=False)


def test_what_is_too_large_is_refused_in_words(told, server):
    reply = bodies.send(server.port, bodies.said(told.words("x" * 5 * MEGABYTE)))
    assert reply.status == 413 and "That was too much to send" in reply.text


def test_what_is_too_large_for_the_server_itself_is_not_even_read(told, server):
    post = told.words()
    for pieces in (
        [post.head(f"Content-Length: {40 * MEGABYTE}") + b"x" * 1000],
        bodies.in_chunks(MEGABYTE)(Post(post.path, b"x" * 40 * MEGABYTE, post.kept)),
    ):
        # The second is told so while it still sends, and may not hear it.
        assert bodies.send(server.port, pieces).status in (0, 413)
        assert post.kept() == "nothing"


def test_a_file_without_its_end_is_not_kept(told, server):
    for left_out in (2, 8, 40, 400, 2000):
        post = told.file()
        cut = Post(post.path, post.body[:-left_out], post.kept, post.kind, post.cookie)
        # Two signs more are only a line end, which nobody needs.
        assert not wrong_with(cut, server.port, bodies.said, whole=left_out == 2)


def test_those_who_send_slowly_keep_nobody_waiting(told, server):
    """More of them than the server has hands, each in the midst of a body while others are served."""
    posts = [told.words() for _ in range(12)]
    slow = [(bodies.connected(server.port), b"".join(bodies.said(post))) for post in posts]
    for wire, whole in slow:
        wire.sendall(whole[: len(whole) // 2])
    for _ in range(3):
        assert not wrong_with(told.words(), server.port, bodies.said, whole=True)
    assert {post.kept() for post in posts} == {"nothing"}
    for wire, whole in slow:
        wire.sendall(whole[len(whole) // 2 :])
    assert [bodies.heard(wire).status for wire, _ in slow] == [303] * len(slow)
    assert {post.kept() for post in posts} == {"whole"}
    for wire, _ in slow:
        wire.close()


# The controls: what would cut is caught by the same look.


def test_a_server_that_cuts_bodies_is_caught(told):
    with Server(told.env, fault=bodies.cut_bodies) as cutting:
        for way in ("its length said", "in small chunks"):
            first = wrong_with(told.words(key_last=False), cutting.port, WHOLE[way], whole=True)
            assert first.startswith("kept in part")
            assert (
                wrong_with(told.words(), cutting.port, WHOLE[way], whole=True) == "kept nothing, answered 400"
            )


def test_without_the_token_at_its_end_a_cut_form_would_be_kept(told, server):
    wrong = wrong_with(told.words(key_last=False), server.port, LYING["half of it"], whole=False)
    assert wrong.startswith("kept in part")
