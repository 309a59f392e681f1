"""A digest as a short code that two people can compare on the telephone."""

from survey.access.links import SIGNS

# 16 of 23 signs are 72 bits: nobody makes another file that has the same code.
COUNT, GROUP = 16, 4


def code(digest: str) -> str:
    """A digest (hexadecimal) in sixteen signs that are not mistaken for one another, in groups of four."""
    number, signs = int(digest, 16), []
    for _ in range(COUNT):
        number, sign = divmod(number, len(SIGNS))
        signs.append(SIGNS[sign])
    return " ".join("".join(signs[start : start + GROUP]) for start in range(0, COUNT, GROUP))
