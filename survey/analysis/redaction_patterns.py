"""Finds what has a fixed shape: numbers, addresses, dates. A help, as names are."""

import re
from collections.abc import Iterator

import phonenumbers
from stdnum.gb import nhs

NHS, INSURANCE, TELEPHONE, LONG_NUMBER = "NHS number", "National Insurance number", "telephone", "long number"
POSTCODE, STREET, E_MAIL, WEB, DATE = "postcode", "street", "e-mail", "web address", "date"
# What each is called in brackets.
BRACKETS = {
    NHS: "number",
    INSURANCE: "number",
    TELEPHONE: "number",
    LONG_NUMBER: "number",
    POSTCODE: "place",
    STREET: "place",
    E_MAIL: "other",
    WEB: "other",
    DATE: "date",
}
Span = tuple[int, int, str]

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
DAY_NUMBER = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
YEAR = r"(?:(?:19|20)\d\d|[’']\d\d)"
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thurs?|fri|satur|sat|sun)(?:day)?"
DATES = re.compile(
    rf"(?<![\w/.-])(?:"
    rf"(?:{WEEKDAY},? (?:the )?)?{DAY_NUMBER} (?:of )?{MONTH}(?:,? {YEAR})?"
    rf"|(?:{WEEKDAY},? )?{MONTH} {DAY_NUMBER}(?!\d)(?:,? {YEAR})?"
    rf"|{MONTH},? {YEAR}"
    r"|\d{1,2}[/.-]\d{1,2}[/.-](?:(?:19|20)\d\d|\d\d)"
    r"|(?:19|20)\d\d-\d\d-\d\d"
    r")(?![\w/])",
    re.IGNORECASE,
)
TEN_DIGITS = re.compile(r"(?<!\d)\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)")
MANY_DIGITS = re.compile(r"(?<![\w£.,])(?:[A-Z]{0,3}[-/]?)?\d(?:[ -/]?\d){5,19}(?!\w)")
INSURANCE_NUMBER = re.compile(
    r"\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d\d ?\d\d ?\d\d ?[A-D]\b", re.IGNORECASE
)
FULL_POSTCODE = re.compile(r"\b[A-PR-UWYZ][A-HK-Y]?\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}\b", re.IGNORECASE)
HALF_POSTCODE = re.compile(r"\b(?:[Ii]n|[Ff]rom|[Nn]ear) ([A-PR-UWYZ][A-HK-Y]?\d{1,2}[A-Z]?)\b")
# Looks behind and counts, so that a long word without an @ is not read again from each of its letters.
MAIL_ADDRESS = re.compile(
    r"(?<![\w.+%\u0300-\u036f-])[\w.+%\u0300-\u036f-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}"
)
HANDLE = re.compile(r"(?<![\w@])@\w{2,30}")
WEB_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>\"“”]{1,500}"
    r"|(?<![\w.@-])[\w-]{2,63}\.(?:(?:co|org|gov|nhs|ac)\.uk|com|org|net|info)\b(?:/[^\s<>\"“”]{0,500})?",
    re.IGNORECASE,
)
SUFFIX = (
    "road|rd|street|avenue|ave|lane|close|drive|crescent|cres|court|terrace|place|way|gardens|grove|hill|mews|row|"
    "square|walk|view|rise|parade|buildings|estate|flats|house|green|park"
)
CAPITALS = "|".join(each.capitalize() for each in SUFFIX.split("|"))
NUMBERED_STREET = re.compile(
    r"\b\d{1,4}[a-z]?,? (?:the )?"
    rf"(?:[^\W\d_][\w’'-]{{1,25}} ){{1,3}}(?:{SUFFIX}|st)\b",
    re.IGNORECASE,
)
NAMED_STREET = re.compile(
    r"(?<!\w)(?:St\.? )?(?!(?:The|My|Our|His|Her|Your|No|One|This|That|All|In|On|At|Every|By|A) )"
    rf"(?:[A-Z][\w’'-]{{2,25}} ){{1,2}}(?:(?:{CAPITALS})\b|St\b(?!\.? [A-Z]))"
)
# Written small: only after such a word, and not "on the road".
SMALL_STREET = re.compile(
    r"\b(?:in|on|at|off|down|along|from|to|near) "
    r"(?!(?:the|a|my|our|his|her|your|this|that|next|same|other|main) )"
    r"([^\W\d_][\w’'-]{2,25} (?:road|rd|street|lane|avenue|crescent|close|drive))\b"
)
FLAT = re.compile(r"\bflat \d{1,4}[a-z]?\b", re.IGNORECASE)
TRAILING = ".,;:!?)]}’'"


def find(text: str) -> Iterator[Span]:
    """Start, end and kind of each; they may lie over one another, the surer kinds come first."""
    yield from ((*span, NHS) for span in _spans(TEN_DIGITS, text) if nhs.is_valid(text[slice(*span)]))
    yield from ((*span, INSURANCE) for span in _spans(INSURANCE_NUMBER, text))
    yield from ((*span, E_MAIL) for span in _spans(MAIL_ADDRESS, text))
    yield from ((*_trimmed(text, *span), WEB) for span in _spans(WEB_ADDRESS, text))
    yield from ((*span, WEB) for span in _spans(HANDLE, text))
    yield from ((*span, POSTCODE) for span in _spans(FULL_POSTCODE, text))
    yield from ((*match.span(1), POSTCODE) for match in HALF_POSTCODE.finditer(text))
    yield from ((*span, DATE) for span in _spans(DATES, text))
    for each in phonenumbers.PhoneNumberMatcher(text, "GB"):
        # Without a bracket that is only opened.
        opened = each.raw_string.startswith("(") and ")" not in each.raw_string
        yield each.start + opened, each.end, TELEPHONE
    for shape in (NUMBERED_STREET, NAMED_STREET, FLAT):
        yield from ((*span, STREET) for span in _spans(shape, text))
    yield from ((*match.span(1), STREET) for match in SMALL_STREET.finditer(text))
    yield from ((*span, LONG_NUMBER) for span in _spans(MANY_DIGITS, text))


def _spans(shape: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    return (match.span() for match in shape.finditer(text))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without the full stop of the sentence that it ends."""
    return start, start + len(text[start:end].rstrip(TRAILING))
