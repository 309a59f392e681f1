"""What somebody spoke instead of typing: sealed in a file of its own, which goes when its row goes."""

import os
import re
import secrets
import time
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import puremagic
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from flask import current_app
from sqlalchemy import ColumnElement, bindparam, event, select

from survey.records.base import db
from survey.records.statements import Statement
from survey.records.story import Recording, Story

LARGEST = 10 * 1024 * 1024
# What a browser is told that a recording is, by what its first bytes say; nothing else is kept.
MEDIA_TYPES = MappingProxyType(
    {
        **dict.fromkeys((".mp3", ".mpga"), "audio/mpeg"),
        **dict.fromkeys((".m4a", ".mp4", ".mov", ".f4a"), "audio/mp4"),
        **dict.fromkeys((".3gp", ".3ga"), "audio/3gpp"),
        **dict.fromkeys((".ogg", ".oga", ".opus"), "audio/ogg"),
        ".aac": "audio/aac",
        ".amr": "audio/amr",
        ".caf": "audio/x-caf",
        ".flac": "audio/flac",
        ".wav": "audio/wav",
        ".webm": "audio/webm",
    }
)
# A layer-3 frame without a tag before it, as some recorders write it.
FRAME = re.compile(rb"\xff[\xf2\xf3\xfa\xfb]")
# A picture track: somebody's face, which nobody asked for.
PICTURES = re.compile(rb"\ARIFF....AVI |hdlr.{8}vide|V_(?:VP[89]|AV1|MPEG)|\x80theora", re.DOTALL)
EMPTY, TOO_LARGE, NOT_SOUND, MOVING_PICTURES = "empty", "too_large", "not_sound", "moving_pictures"
# A file of this age without a row is nobody's: whoever wrote it has long since kept its row, or crashed.
LEFT_OVER = 3600
GOING, NEW = "recordings to remove once this is kept", "recordings to remove unless this is kept"

_recording = Recording.__table__.c
_SIZES = Statement(
    select(_recording.prompt, _recording.size).where(_recording.story_id == bindparam("story_id"))
)


class NotKept(ValueError):
    """Nothing was kept; `why` is one of EMPTY, TOO_LARGE, NOT_SOUND, MOVING_PICTURES."""

    def __init__(self, why: str):
        super().__init__(why)
        self.why = why


class Lost(ValueError):
    """The file is not there, or is not the one that we sealed."""


def keep(story_id: int, prompt: str, sound: bytes) -> None:
    """Keep what was spoken to a prompt, in place of what was spoken before. Raises NotKept."""
    media_type = kind_of(sound)
    name = secrets.token_hex(16)
    _write(folder() / name, _seal(name, sound))
    db.session.info.setdefault(NEW, []).append(name)
    remove(story_id, prompt)
    db.session.add(
        Recording(story_id=story_id, prompt=prompt, file=name, media_type=media_type, size=len(sound))
    )
    db.session.flush()


def kind_of(sound: bytes) -> str:
    """Its media type, by its first bytes, whatever its name says. Raises NotKept."""
    if not sound:
        raise NotKept(EMPTY)
    if len(sound) > LARGEST:
        raise NotKept(TOO_LARGE)
    found = "audio/mpeg" if FRAME.match(sound) else _known(sound)
    if found is None:
        raise NotKept(NOT_SOUND)
    if PICTURES.search(sound):
        raise NotKept(MOVING_PICTURES)
    return found


def open(recording: Recording) -> bytes:
    """The sound, as it was sent. Raises Lost."""
    try:
        sealed = (folder() / recording.file).read_bytes()
        return AESGCM(_key()).decrypt(sealed[:12], sealed[12:], recording.file.encode())
    except (FileNotFoundError, InvalidTag, ValueError) as error:
        raise Lost(recording.file) from error


def sizes(story_id: int) -> Mapping[str, int]:
    """How large what was spoken to each prompt is, in bytes."""
    return dict(_SIZES.rows(story_id=story_id))


def remove(story_id: int, prompt: str) -> None:
    """Take out what was spoken to a prompt, if anything was."""
    theirs = select(Recording).where(Recording.story_id == story_id, Recording.prompt == prompt)
    for recording in db.session.scalars(theirs):
        let_go(Recording.id == recording.id)
        db.session.delete(recording)
    db.session.flush()


def let_go(*which: ColumnElement[bool]) -> None:
    """Remove the files of these recordings once what is going on is kept; say so before their rows go."""
    files = db.session.scalars(select(Recording.file).join(Story).where(*which)).all()
    db.session.info.setdefault(GOING, []).extend(files)


def sweep() -> int:
    """Remove files without a row, as a crash leaves them; says how many."""
    known = set(db.session.scalars(select(Recording.file)))
    left = [file for file in folder().iterdir() if file.name not in known and _age(file) > LEFT_OVER]
    for file in left:
        file.unlink(missing_ok=True)
    return len(left)


@event.listens_for(db.session, "after_commit")
def _kept(session) -> None:
    session.info.pop(NEW, None)
    _unlink(session.info.pop(GOING, ()))


@event.listens_for(db.session, "after_rollback")
def _undone(session) -> None:
    session.info.pop(GOING, None)
    _unlink(session.info.pop(NEW, ()))


def _unlink(names) -> None:
    for name in names:
        (folder() / name).unlink(missing_ok=True)


def _known(sound: bytes) -> str | None:
    try:
        matches = puremagic.magic_string(sound[:4096])
    except puremagic.PureError:
        return None
    return next((MEDIA_TYPES[each.extension] for each in matches if each.extension in MEDIA_TYPES), None)


def _write(path: Path, sealed: bytes) -> None:
    """Whole and on the disk before anything speaks of it."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(sealed)
        file.flush()
        os.fsync(file.fileno())
    beside = os.open(path.parent, os.O_RDONLY)
    os.fsync(beside)
    os.close(beside)


def _seal(name: str, sound: bytes) -> bytes:
    """Sealed under its own name, so that no file can stand in for another."""
    nonce = os.urandom(12)
    return nonce + AESGCM(_key()).encrypt(nonce, sound, name.encode())


def _key() -> bytes:
    made = HKDF(SHA256(), 32, salt=None, info=b"alongside recordings")
    return made.derive(current_app.config["SECRET_KEY"].encode())


def folder() -> Path:
    """Where the sealed files lie, beside the database and apart from it."""
    found = Path(current_app.instance_path) / "recordings"
    found.mkdir(mode=0o700, parents=True, exist_ok=True)
    return found


def _age(file: Path) -> float:
    return time.time() - file.stat().st_mtime
