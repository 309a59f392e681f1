"""Signs that a hostile text has come alive in a page, a CSV file, a workbook or a PDF; as plain lines."""

import csv
import io
import re
import subprocess
import zipfile
from urllib.parse import urlsplit

import pikepdf
from lxml import etree, html

from tests.trust.payloads import PRODUCT, SECRET

NUMBER = re.compile(r"[+-]?[0-9]+([.,][0-9]+)?")
# What a spreadsheet takes for the beginning of a formula, also where it is written wide, as in Japanese.
FORMULA = tuple("=+-@\t\r\n＝＋－＠")
# What no page of ours has; scripts and what loads or sends something elsewhere.
NEVER = {"script", "iframe", "frame", "object", "embed", "applet", "base", "audio", "video", "source"}
NEVER |= {"marquee", "math", "template", "portal", "foreignobject", "animate", "set", "image", "use", "x-ran"}
RECORDING = re.compile("/evaluations/[0-9]+/(stories|safeguarding)/[0-9]+/recordings/[0-9]+")
ADDRESSES = {"href", "src", "action", "formaction", "data", "poster", "background", "srcset", "xlink:href"}
# Keys of a PDF that run, fetch, send or carry something.
LIVELY = {"/JavaScript", "/JS", "/Launch", "/GoToR", "/GoToE", "/URI", "/SubmitForm", "/ImportData"}
# The value map reckons in the spreadsheet: of its own cells, with these functions, and of nothing typed.
OURS = re.compile(
    r"(((SUM|COUNT|IF|AND|LOOKUP|INDEX|SUMPRODUCT|SUMIF)\(|'Value map'!|Inputs!|[0-9]+|[-+*/(),:<>=])"
    r"|(\$?[A-Z]{1,2}\$?[0-9]+|(total|net)_[a-z_]+|rates(_from)?|discount(ing|_factors)|inputs_discounted"
    r'|kind_of_map)|"(yes|none|social|fiscal, (cashable|avoided)|first year not discounted)")+'
)
CELL = re.compile(r"\$?[A-Z]{1,2}\$?[0-9]+|[a-z]+_[a-z]+|discounting|rates")
LIVELY |= {
    "/EmbeddedFile",
    "/EmbeddedFiles",
    "/EF",
    "/Filespec",
    "/RichMedia",
    "/AA",
    "/OpenAction",
    "/AcroForm",
}


def in_page(page: str, host: str = "localhost") -> list[str]:
    """What in a page would run, load, send or stand in the way, and is not ours."""
    found = [f"the page holds {each}" for each in (PRODUCT, SECRET) if each in page]
    for element in html.fromstring(page).iter(etree.Element):
        if _stands_in_the_way(element):
            found.append(f"<{element.tag}>")
        for name, value in element.items():
            if name.startswith("on") or name in ("style", "srcdoc") or _takes_the_focus(element, name):
                found.append(f"<{element.tag} {name}>")
            if name in ADDRESSES and not _ours(value, host):
                found.append(f"<{element.tag} {name}={value[:40]!r}>")
    return found


def _stands_in_the_way(element) -> bool:
    leads_away = element.tag == "meta" and element.get("http-equiv")
    return bool(leads_away) or (element.tag in NEVER and not _plays_ours(element))


def _takes_the_focus(element, name: str) -> bool:
    """Whether something does so that is not our own summary of what is wrong in a form."""
    ours = [("class", "govuk-error-summary"), ("tabindex", "-1"), ("autofocus", "")]
    return name == "autofocus" and (element.tag, element.items()) != ("div", ours)


def _plays_ours(element) -> bool:
    """Whether this is the player of a story's recording, which only starts when somebody presses it."""
    heard = set(element.keys()) <= {"class", "controls", "preload", "aria-label", "src"}
    return element.tag == "audio" and heard and bool(RECORDING.fullmatch(element.get("src", "")))


def in_csv(content: bytes) -> list[str]:
    """Cells that a spreadsheet would work out, and rows that a cell has broken."""
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    live = [cell for row in rows for cell in row if cell.strip("\ufeff \u00a0\u200b").startswith(FORMULA)]
    found = [f"formula {cell[:40]!r}" for cell in live if not NUMBER.fullmatch(cell)]
    return found + [f"row {place} is broken" for place, row in enumerate(rows) if len(row) != len(rows[0])]


def in_workbook(content: bytes) -> list[str]:
    """Formulas, links and what else is not a plain value in an XLSX file."""
    found = []
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        for name in parts.namelist():
            if re.search(r"externalLink|vba|activeX|embedding|connections|customXml", name, re.IGNORECASE):
                found.append(f"part {name}")
            if not name.endswith((".xml", ".rels")):
                continue
            for element in etree.fromstring(parts.read(name)).iter(etree.Element):
                tag = etree.QName(element).localname
                if tag == "f" and is_our_formula(element.text or ""):
                    continue
                if tag in ("f", "hyperlink", "ddeLink", "oleLink") or element.get("TargetMode") == "External":
                    found.append(f"{tag} in {name}")
    return found


def is_our_formula(text: str) -> bool:
    """Whether a formula is one of the value map's own."""
    return bool(OURS.fullmatch(text) and CELL.search(text))


def in_pdf(content: bytes) -> list[str]:
    """What in a PDF runs, leads elsewhere or was read from a file."""
    with pikepdf.open(io.BytesIO(content)) as document:
        found = [f"the PDF has {key}" for each in document.objects for key in sorted(_lively(each))]
        streams = [each.read_bytes() for each in document.objects if _readable(each)]
    if SECRET in pdf_text(content) or any(SECRET.encode() in stream for stream in streams):
        found.append("the PDF holds the file")
    return found


def pdf_text(content: bytes) -> str:
    done = subprocess.run(["pdftotext", "-", "-"], input=content, capture_output=True, check=True)
    return done.stdout.decode()


def in_answer(response) -> list[str]:
    """Whatever an answer holds, by its kind."""
    kind = response.mimetype
    if response.status_code >= 500:
        return [f"answered {response.status_code}"]
    if any(cookie.startswith("ran=") for cookie in response.headers.getlist("Set-Cookie")):
        return ["a header was written"]
    if response.location and not _ours(response.location, "localhost"):
        return [f"led to {response.location[:60]}"]
    if kind.endswith("sheet"):
        return in_workbook(response.data)
    checks = {"text/csv": in_csv, "application/pdf": in_pdf}
    if kind == "text/html":
        return in_page(response.text) if response.data else []
    return checks[kind](response.data) if kind in checks else []


def _ours(address: str, host: str) -> bool:
    plain = re.sub(r"[\x00-\x20]", "", address).lower()
    if plain.startswith(("data:,", "tel:", "data:image/")):
        return True
    parts = urlsplit(plain)
    return parts.scheme in ("", "http") and parts.netloc.split(":")[0] in ("", host)


def _lively(each: pikepdf.Object) -> set[str]:
    if not isinstance(each, (pikepdf.Dictionary, pikepdf.Stream)):
        return set()
    values = {str(each.get(name)) for name in ("/S", "/Type", "/Subtype") if name in each}
    return (set(each.keys()) | values) & LIVELY


def _readable(each: pikepdf.Object) -> bool:
    return isinstance(each, pikepdf.Stream) and each.get("/Filter") in (None, pikepdf.Name.FlateDecode)
