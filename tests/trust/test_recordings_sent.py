"""Recordings and stories over bad lines and under killed servers: whole and once, or not at all."""

import itertools
import os
import signal
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from flask import request
from sqlalchemy import select, update

from survey.access import links
from survey.engagement import invitations, recordings, responses, telling
from survey.records.base import db
from survey.records.resident import Invitation
from survey.records.response import Response
from survey.records.safeguarding import StoryFlag
from survey.records.story import Recording, Story
from survey.records.trail import TrailLine
from tests import making
from tests.sounds import WAV
from tests.trust import bodies
from tests.trust.bodies import LYING, Post, wrong_with
from tests.trust.dropping import BadLine
from tests.trust.places import Place
from tests.trust.servers import Server, wait_until
from tests.trust.visitors import Wire, submission_key

EDGE, SOUND = "----a-made-up-edge", WAV * 40
CUT = ("half of it", "shorter by three", "longer than it is", "chunks without an end")
NO_SOUND = {
    "empty": b"",
    "a page": b"<!doctype html><script>window.ran=1</script>" * 9,
    "a program": b"MZ\x90\x00" + bytes(400),
    "a text": b"I was low, and then I was not." * 30,
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(400),
}
TELLERS, LOST = 12, 0.3
KILLED, OFTEN = 12, 3


class Teller:
    """Somebody in the midst of a story."""

    def __init__(self, place: Place, story: Story):
        self.place, self.id = place, story.id
        self.home = f"/a/{invitations.current_link(story).token}"
        self.key = story.response.submission_key

    def speaks(self, sound: bytes = SOUND) -> Post:
        file = 'form-data; name="recording"; filename="voice.wav"\r\nContent-Type: audio/wav\r\n\r\n'
        parts = [file.encode() + sound, f'form-data; name="submission_key"\r\n\r\n{self.key}'.encode()]
        edge = f"--{EDGE}\r\nContent-Disposition: ".encode()
        body = b"".join(edge + part + b"\r\n" for part in parts) + f"--{EDGE}--\r\n".encode()
        kind = f"multipart/form-data; boundary={EDGE}"
        return Post(f"{self.home}/recording/story-happened", body, self.kept, kind)

    def kept(self) -> str:
        with self.place.records():
            rows = db.session.query(Recording).filter_by(story_id=self.id).all()
            sounds = [recordings.open(row) for row in rows]
        return {(): "nothing", (SOUND,): "whole"}.get(
            tuple(sounds), f"{[len(each) for each in sounds]} bytes"
        )


def tellers(place: Place, count: int) -> list[Teller]:
    with place.records():
        db.create_all()
        evaluation = making.evaluation()
        making.lead(evaluation)
        telling.open_telling(evaluation)
        wanted = {"story_before": "I was low.", "story_contact_wanted": "yes", "story_contact": "Ann"}
        return [Teller(place, making.story(evaluation, sent=False, **wanted)) for _ in range(count)]


def strays(place: Place) -> tuple[set[str], set[str]]:
    """Files without a row, and rows without a file."""
    with place.records():
        rows = {row.file for row in db.session.query(Recording)}
        files = {file.name for file in recordings.folder().iterdir()}
    return files - rows, rows - files


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    place = Place(tmp_path_factory.mktemp("spoken"))
    return place, iter(tellers(place, 40))


@pytest.fixture(scope="module")
def server(told):
    with Server(told[0].env) as server:
        yield server


def test_a_recording_is_kept_whole(told, server):
    assert not wrong_with(next(told[1]).speaks(), server.port, bodies.said, whole=True)


@pytest.mark.parametrize("way", CUT)
def test_a_recording_that_breaks_off_is_not_kept_in_part(told, server, way):
    assert not wrong_with(next(told[1]).speaks(), server.port, LYING[way], whole=False)
    assert strays(told[0]) == (set(), set())


def test_a_recording_without_its_end_is_not_kept(told, server):
    for left_out in (40, 200, len(SOUND) // 2):
        post = next(told[1]).speaks()
        cut = Post(post.path, post.body[:-left_out], post.kept, post.kind)
        assert not wrong_with(cut, server.port, bodies.said, whole=False)


@pytest.mark.parametrize("sound", NO_SOUND.values(), ids=NO_SOUND)
def test_what_is_no_sound_is_refused_in_words(told, server, sound):
    teller = next(told[1])
    reply = bodies.send(server.port, bodies.said(teller.speaks(sound)))
    assert reply.status == 422 and "There is a problem" in reply.text
    assert teller.kept() == "nothing" and strays(told[0]) == (set(), set())


def sent_on_a_bad_line(place: Place, fault=None) -> list[str]:
    """Everybody sends, and twice at that: what is lost, doubled or refused, in words."""
    them = tellers(place, TELLERS)
    with Server(place.env, fault) as server, BadLine(server.port, LOST) as line:

        def sends(teller):
            with Wire(line.port) as wire:
                key = submission_key(wire.get(f"{teller.home}/check"))
                statuses = {wire.post(f"{teller.home}/check", submission_key=key).status for _ in range(2)}
                return statuses, wire.get(f"{teller.home}/uses").text

        with ThreadPoolExecutor(TELLERS) as pool:
            said = list(pool.map(sends, them))
        assert line.dropped
    with place.records():
        return [each for teller, heard in zip(them, said, strict=True) for each in odd(teller, *heard)]


def odd(teller: Teller, statuses: set[int], page: str) -> list[str]:
    story = db.session.get(Story, teller.id)
    lines = db.session.query(TrailLine).filter_by(act="a story was told", detail=f"story {story.id}").count()
    worries = db.session.query(StoryFlag).filter_by(story_id=story.id).count()
    found = [f"answered {statuses}"] if statuses != {303} else []
    found += [] if (lines, worries) == (1, 1) else [f"{lines} lines, {worries} worries"]
    reference = story.response.reference
    return found + ([] if reference and reference in page else ["another reference was shown"])


def test_a_story_that_is_sent_again_where_no_reply_came_is_one_story(place):
    assert sent_on_a_bad_line(place) == []
    with place.records():
        assert db.session.query(Story).count() == TELLERS


def forgets_that_it_was_sent(app) -> None:
    """Broken on purpose: takes every press of the last button for the first one."""

    @app.before_request
    def forget():
        if request.endpoint == "respondent.send" and request.method == "POST":
            hashed = links.token_hash(request.view_args["token"])
            theirs = select(Invitation.story_id).where(Invitation.token_hash == hashed).scalar_subquery()
            sent = update(Response).where(Response.story_id == theirs)
            with db.engine.begin() as connection:
                connection.execute(sent.values(submitted_at=None))


def test_control_a_server_that_forgets_what_was_sent_is_noticed(tmp_path):
    assert sent_on_a_bad_line(Place(tmp_path), forgets_that_it_was_sent)


def dies_with_the_file_written(_app) -> None:
    """Sound, but killed now and then when the file is there, and its row is not yet."""
    write, times = recordings._write, itertools.count(1)

    def write_and_die(*parts):
        write(*parts)
        if next(times) % OFTEN == 0:
            os.killpg(os.getpgrp(), signal.SIGKILL)

    recordings._write = write_and_die


def says_so_first(app) -> None:
    """Broken on purpose: the row is kept before the file is, and the server dies between the two."""
    times = itertools.count(1)

    def keep(story_id, prompt, sound):
        name = f"{story_id:032x}"
        parts = {"file": name, "media_type": "audio/wav", "size": len(sound)}
        db.session.add(Recording(story_id=story_id, prompt=prompt, **parts))
        db.session.commit()
        if next(times) % OFTEN == 0:
            os.killpg(os.getpgrp(), signal.SIGKILL)
        recordings._write(recordings.folder() / name, recordings._seal(name, sound))

    recordings.keep = keep


def speak_while_it_dies(place: Place, fault) -> tuple[list[Teller], int]:
    """Everybody speaks once; who hears nothing has hung up. Says how often the server had to be started."""
    them, deaths = tellers(place, KILLED), 0
    with Server(place.env, fault) as server:
        for teller in them:
            if bodies.send(server.port, bodies.said(teller.speaks()), finish=False).status != 303:
                wait_until(lambda: not server.is_running)
                server.start()
                deaths += 1
    return them, deaths


def test_a_server_that_is_killed_while_somebody_speaks_leaves_nothing_behind(place):
    them, deaths = speak_while_it_dies(place, dies_with_the_file_written)
    assert deaths == KILLED // OFTEN
    without_row, without_file = strays(place)
    assert len(without_row) == deaths and without_file == set()
    assert [teller.kept() for teller in them].count("whole") == KILLED - deaths
    with place.records():
        assert recordings.sweep() == 0, "a file may be on its way to its row"
        long_ago = time.time() - 2 * recordings.LEFT_OVER
        for name in without_row:
            os.utime(recordings.folder() / name, (long_ago, long_ago))
        assert recordings.sweep() == deaths
    assert strays(place) == (set(), set())
    with place.records():
        assert all(responses.answers(story.response) for story in db.session.query(Story))


def test_control_a_row_before_its_file_is_noticed(tmp_path):
    place = Place(tmp_path)
    _, deaths = speak_while_it_dies(place, says_so_first)
    assert deaths and len(strays(place)[1]) == deaths
