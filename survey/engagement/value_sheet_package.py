"""Opening a spreadsheet file from elsewhere: what it may hold, how large it may grow, and nothing run."""

import io
import zipfile
from collections.abc import Mapping

from survey.engagement.value_sheet_problems import refuse

MEGABYTE = 1024 * 1024
LARGEST, LARGEST_UNPACKED, MOST_PARTS = MEGABYTE, 25 * MEGABYTE, 500
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LOCKED = "EncryptedPackage".encode("utf-16-le")
ENCRYPTED_BIT = 1
BASE = "[Content_Types].xml"

SAVE_AS = "Open it, choose Save as, then Excel workbook (.xlsx), and upload that file."
NOT_ONE = f"This is not a spreadsheet in the form .xlsx. {SAVE_AS}"
BROKEN = f"This file is damaged and cannot be read to its end. {SAVE_AS}"
TOO_LARGE = "This file holds more than a value map can. Copy the value map alone into a new file."
LOCKED_WORDS = "This file is locked with a password. Take the password off in your spreadsheet, then save it."
MACROS = f"This file holds macros, which are small programs; we open none that does. {SAVE_AS}"
LINKS = "This file takes figures from other files. In your spreadsheet break the links, so that numbers stay."


def unpack(content: bytes) -> Mapping[str, bytes]:
    """The parts of an .xlsx file by name. Raises Unreadable before anything in it is understood."""
    if not content:
        raise refuse("This file is empty.")
    if len(content) > LARGEST:
        raise refuse(
            f"This file is over {LARGEST // MEGABYTE} megabyte. Copy the value map alone into a new file."
        )
    if content.startswith(OLE):
        raise refuse(LOCKED_WORDS if LOCKED in content else NOT_ONE)
    if not content.startswith(ZIP):
        raise refuse(NOT_ONE)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            _check(file)
            return _read(file)
    # What a torn or forged file can raise on its way through zipfile and zlib.
    except (zipfile.BadZipFile, zipfile.zlib.error, NotImplementedError, EOFError, OSError, RuntimeError):
        raise refuse(BROKEN) from None


def _check(file: zipfile.ZipFile) -> None:
    """Look at the list of contents alone; it may lie, so that `_read` counts again."""
    parts = file.infolist()
    names = [each.filename.casefold() for each in parts]
    if any(each.flag_bits & ENCRYPTED_BIT for each in parts):
        raise refuse(LOCKED_WORDS)
    if len(parts) > MOST_PARTS or sum(each.file_size for each in parts) > LARGEST_UNPACKED:
        raise refuse(TOO_LARGE)
    if len(set(names)) < len(names):
        raise refuse(BROKEN)
    if BASE.casefold() not in names or any(name.endswith("workbook.bin") for name in names):
        raise refuse(NOT_ONE)
    if any("vbaproject" in name or "macrosheets/" in name for name in names):
        raise refuse(MACROS)
    if any("externallinks/" in name for name in names):
        raise refuse(LINKS)


def _read(file: zipfile.ZipFile) -> Mapping[str, bytes]:
    room, parts = LARGEST_UNPACKED, {}
    for each in file.infolist():
        if not each.filename.endswith((".xml", ".rels")):
            continue
        with file.open(each) as opened:
            found = opened.read(room + 1)
        room -= len(found)
        if room < 0:
            raise refuse(TOO_LARGE)
        parts[each.filename] = found
    if b"macroEnabled" in parts[BASE]:
        raise refuse(MACROS)
    return parts
