"""Files that nobody should open: each refused in words, soon, and before anything in it is understood."""

import io
import struct
import time
import zipfile

import pytest

from survey.engagement import value_sheet_package as package
from survey.engagement.value_sheet_problems import Unreadable
from tests.value import books

GOOD = books.common(books.with_cells(D=5))


def refused(content):
    start = time.monotonic()
    with pytest.raises(Unreadable) as found:
        package.unpack(content)
    assert time.monotonic() - start < 10
    (problem,) = found.value.problems
    return problem.message


def with_part(name, part=b"x"):
    return books.packed({**books.parts(GOOD), name: part})


def bomb():
    return with_part("xl/worksheets/sheet9.xml", b"0" * (package.LARGEST_UNPACKED + 1))


def lying_bomb():
    """A bomb whose list of contents says that it is small."""
    content = bytearray(bomb())
    size = struct.pack("<L", package.LARGEST_UNPACKED + 1)
    while (place := content.find(size)) >= 0:
        content[place : place + 4] = struct.pack("<L", 100)
    return bytes(content)


def macros():
    kinds = books.parts(GOOD)["[Content_Types].xml"]
    of_macros = kinds.replace(b"spreadsheetml.sheet.main", b"ms-excel.sheet.macroEnabled.main")
    return books.packed({**books.parts(GOOD), "[Content_Types].xml": of_macros})


def locked():
    made = io.BytesIO(GOOD)
    content = bytearray(made.getvalue())
    with zipfile.ZipFile(made) as file:
        start = file.start_dir
    # Flags of the first entry of the list of contents: locked.
    content[start + 8] |= 1
    return bytes(content)


REFUSED = {
    "empty": (b"", "empty"),
    "words": (b"a,b\n1,2\n", "not a spreadsheet in the form .xlsx"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(100), "not a spreadsheet in the form .xlsx"),
    "older form": (package.OLE + bytes(1000), "Save as, then Excel workbook"),
    "password": (package.OLE + bytes(600) + package.LOCKED + bytes(600), "locked with a password"),
    "locked zip": (locked(), "locked with a password"),
    "macros": (with_part("xl/vbaProject.bin"), "holds macros"),
    "kind with macros": (macros(), "holds macros"),
    "older macros": (with_part("xl/macrosheets/sheet1.xml"), "holds macros"),
    "links": (with_part("xl/externalLinks/externalLink1.xml"), "takes figures from other files"),
    "binary form": (with_part("xl/workbook.bin"), "not a spreadsheet in the form .xlsx"),
    "other archive": (books.packed({"a.txt": b"a"}), "not a spreadsheet in the form .xlsx"),
    "torn": (GOOD[: len(GOOD) // 2], "damaged"),
    "large": (b"PK\x03\x04" + bytes(package.LARGEST), "over 1 megabyte"),
    "bomb": (bomb(), "more than a value map can"),
    "lying bomb": (lying_bomb(), "damaged"),
    "many parts": (books.packed({f"{each}.xml": b"" for each in range(501)}), "more than a value map can"),
}


@pytest.mark.parametrize("content, words", REFUSED.values(), ids=REFUSED)
def test_what_is_no_plain_spreadsheet_is_refused_in_words(content, words):
    assert words in refused(content)


def test_bombs_are_small_and_a_good_file_goes_through():
    """The control: what is refused above is refused for what it holds."""
    assert len(bomb()) < package.LARGEST // 10
    parts = package.unpack(GOOD)
    assert {"xl/workbook.xml", "xl/worksheets/sheet1.xml"} <= parts.keys()


def test_parts_that_are_not_read_are_not_kept():
    assert "xl/media/picture.png" not in package.unpack(with_part("xl/media/picture.png"))
