"""Where a text may be cut: never between a letter and its accent, nor inside one emoji."""

import unicodedata

JOINER = "\u200d"
# Colours of skin, the signs of flags of parts of countries, and what chooses a form.
FOLLOWS = (range(0x1F3FB, 0x1F400), range(0xE0020, 0xE0080), range(0xFE00, 0xFE10), (0x200C, 0x200D))
FLAG = range(0x1F1E6, 0x1F200)


def whole(text: str, start: int, end: int) -> tuple[int, int]:
    """The smallest span around this one that cuts no sign in two."""
    while 0 < start < len(text) and _inside(text, start):
        start -= 1
    while 0 < end < len(text) and _inside(text, end):
        end += 1
    return start, end


def _inside(text: str, place: int) -> bool:
    """Whether what stands before and after this place is one sign."""
    before, after = text[place - 1], text[place]
    if (before, after) == ("\r", "\n"):
        return True
    if before in "\r\n":
        return False
    if unicodedata.category(after).startswith("M") or any(ord(after) in each for each in FOLLOWS):
        return True
    return before == JOINER or (ord(after) in FLAG and _flags_before(text, place) % 2 == 1)


def _flags_before(text: str, place: int) -> int:
    """How many halves of flags stand in a row before this place."""
    count = 0
    while count < place and ord(text[place - 1 - count]) in FLAG:
        count += 1
    return count
