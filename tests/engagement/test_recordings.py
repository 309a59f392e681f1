"""What was spoken lies sealed, and goes with its row: at once, or where a crash came between, later."""

import os
from pathlib import Path

import pytest

from survey.engagement import consents, recordings, residents
from survey.engagement.recordings import EMPTY, MOVING_PICTURES, NOT_SOUND, TOO_LARGE, Lost, NotKept
from survey.records.base import db
from survey.records.story import Recording
from tests import making
from tests.sounds import M4A, VIDEO, WAV

BEFORE, HAPPENED = "story_before", "story_happened"


@pytest.fixture
def folder(app):
    return Path(app.instance_path) / "recordings"


@pytest.fixture
def story(app):
    return making.story(making.evaluation(), sent=False)


def files(folder):
    return {file.name for file in folder.iterdir()} if folder.exists() else set()


def keep(story, prompt=BEFORE, sound=WAV):
    recordings.keep(story.id, prompt, sound)
    db.session.commit()
    return db.session.query(Recording).filter_by(story_id=story.id, prompt=prompt).one()


def test_a_recording_comes_back_as_it_was_sent_and_lies_sealed(story, folder):
    kept = keep(story)
    assert recordings.open(kept) == WAV
    assert (kept.media_type, kept.size) == ("audio/wav", len(WAV))
    sealed = (folder / kept.file).read_bytes()
    assert WAV[:16] not in sealed and b"RIFF" not in sealed
    assert (folder / kept.file).stat().st_mode & 0o777 == 0o600


def test_a_new_recording_takes_the_place_of_the_old_one(story, folder):
    keep(story)
    other = keep(story, HAPPENED)
    kept = keep(story, sound=M4A)
    assert recordings.open(kept) == M4A
    assert files(folder) == {kept.file, other.file}
    assert recordings.sizes(story.id) == {BEFORE: len(M4A), HAPPENED: len(WAV)}


def test_what_is_removed_is_gone_once_that_is_kept(story, folder):
    kept = keep(story)
    recordings.remove(story.id, BEFORE)
    assert files(folder) == {kept.file}
    db.session.commit()
    assert files(folder) == set() and recordings.sizes(story.id) == {}


def test_what_is_undone_stays_and_what_was_new_in_it_goes(story, folder):
    kept = keep(story)
    recordings.keep(story.id, BEFORE, M4A)
    assert len(files(folder)) == 2
    db.session.rollback()
    assert files(folder) == {kept.file} and recordings.open(kept) == WAV
    db.session.commit()
    assert files(folder) == {kept.file}


def test_taking_a_story_back_removes_its_recordings_and_nobody_elses(story, folder):
    noise = keep(making.story(making.evaluation(name="Noise"), sent=False))
    keep(story), keep(story, HAPPENED)
    consents.take_back(story)
    assert len(files(folder)) == 3
    db.session.commit()
    assert files(folder) == {noise.file} and db.session.query(Recording).count() == 1


def test_erasing_a_resident_removes_the_recordings_of_their_story(app, folder):
    evaluation = making.evaluation()
    people = making.people(evaluation, 2)
    gone, stays = (keep(making.story(evaluation, resident=each, way="link")) for each in people)
    stays = stays.file
    residents.erase(evaluation, people[0].code)
    db.session.commit()
    assert files(folder) == {stays}


def test_a_file_of_another_recording_or_a_changed_one_does_not_open(story, folder):
    one, other = keep(story), keep(story, HAPPENED, M4A)
    (folder / one.file).write_bytes((folder / other.file).read_bytes())
    with pytest.raises(Lost):
        recordings.open(one)
    sealed = bytearray((folder / other.file).read_bytes())
    sealed[-1] ^= 1
    (folder / other.file).write_bytes(sealed)
    with pytest.raises(Lost):
        recordings.open(other)
    (folder / other.file).unlink()
    with pytest.raises(Lost):
        recordings.open(other)


def test_with_another_secret_nothing_opens(story, app):
    kept = keep(story)
    app.config["SECRET_KEY"] = "another secret, just as long as the first one was"
    with pytest.raises(Lost):
        recordings.open(kept)


@pytest.mark.parametrize(
    ("sound", "why"),
    [
        (b"", EMPTY),
        (b"x" * (recordings.LARGEST + 1), TOO_LARGE),
        (b"<html><script>alert(1)</script>", NOT_SOUND),
        (b"Hello, this is a letter.", NOT_SOUND),
        (b"\x89PNG\r\n\x1a\n" + bytes(60), NOT_SOUND),
        (b"MZ\x90\x00" + bytes(200), NOT_SOUND),
        (bytes(400), NOT_SOUND),
        (b"RIFF\x24\x08\x00\x00AVI LIST" + bytes(300), MOVING_PICTURES),
        (VIDEO, MOVING_PICTURES),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_what_is_no_sound_is_not_kept(story, folder, sound, why):
    with pytest.raises(NotKept) as caught:
        recordings.keep(story.id, BEFORE, sound)
    assert caught.value.why == why
    db.session.commit()
    assert files(folder) == set() and db.session.query(Recording).count() == 0


@pytest.mark.parametrize(
    ("start", "media_type"),
    [
        (b"ID3\x03\x00\x00\x00\x00\x00\x00\xff\xfb\x90\x64", "audio/mpeg"),
        (b"\xff\xfb\x90\x64", "audio/mpeg"),
        (b"\xff\xf3\x40\xc4", "audio/mpeg"),
        (b"\x00\x00\x00\x1cftypM4A \x00\x00\x00\x00M4A mp42isom", "audio/mp4"),
        (b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00isommp42", "audio/mp4"),
        (b"\x00\x00\x00\x18ftyp3gp4\x00\x00\x00\x003gp43gp6", "audio/3gpp"),
        (b"OggS\x00\x02" + bytes(20) + b"\x01\x13OpusHead", "audio/ogg"),
        (
            b"\x1a\x45\xdf\xa3\x9fB\x86\x81\x01B\xf7\x81\x01B\xf2\x81\x04B\xf3\x81\x08B\x82\x84webm",
            "audio/webm",
        ),
        (b"#!AMR\n", "audio/amr"),
        (b"\xff\xf1\x50\x80", "audio/aac"),
        (b"fLaC\x00\x00\x00\x22", "audio/flac"),
        (b"caff\x00\x01\x00\x00desc", "audio/x-caf"),
    ],
)
def test_what_phones_record_is_known_by_its_first_bytes(start, media_type):
    assert recordings.kind_of(start + bytes(200)) == media_type


def test_a_file_that_a_crash_left_is_swept_and_no_other(story, folder):
    kept = keep(story)
    (folder / "just-written").write_bytes(b"its row is yet to come")
    (folder / "left-over").write_bytes(b"nobody's")
    long_ago = (folder / "left-over").stat().st_mtime - recordings.LEFT_OVER - 1
    for name in ("left-over", kept.file):
        os.utime(folder / name, (long_ago, long_ago))
    assert recordings.sweep() == 1
    assert files(folder) == {kept.file, "just-written"}
    assert recordings.open(kept) == WAV
