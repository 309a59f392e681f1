"""Hostile words in every place at once: on pages in a real browser, in files for spreadsheets, on paper."""

import csv
import html
import io
import shutil
import zipfile

import pytest
from flask import render_template_string
from weasyprint import HTML

from survey.reports import pdf
from survey.web.evaluator import attachment
from tests.trust import payloads, payloads_signs
from tests.trust.payloads_browser import Watched
from tests.trust.payloads_world import Hostile

PAPER, SHEET = "application/pdf", "text/csv"


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    return {**browser_type_launch_args, "executable_path": shutil.which("chromium"), "args": ["--no-sandbox"]}


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    """Everything that was typed, pasted and brought in; what the server said to it was looked at."""
    world = Hostile(tmp_path_factory.mktemp("hostile"))
    world.start()
    yield world
    world.stop()


@pytest.fixture(autouse=True)
def nothing_failed(world):
    world.wrong.clear()
    yield
    assert world.faults == []


@pytest.fixture
def asked_for(monkeypatch):
    """What the maker of paper asks for."""
    asked, find = [], pdf.find
    monkeypatch.setattr(pdf, "find", lambda address, static: asked.append(address) or find(address, static))
    return asked


def test_a_pasted_list_of_every_payload(world):
    with world.evaluator() as client:
        world.paste(client)
    assert len(world.texts) > 4000 and world.wrong == []


def test_payloads_as_headings_cells_scores_and_names_of_files(world):
    with world.evaluator() as client:
        world.files(client)
    assert world.wrong == []


def test_payloads_as_codes(world):
    with world.evaluator() as client:
        assert world.codes(client) > 1000
        pairs = client.get(f"{world.plain}/results/pairs.csv").text
    assert world.wrong == []
    # They are all there, each as words.
    assert "'=1+1" in pairs and "'@SUM(1)" in pairs and "<script>" in pairs


def test_every_page_file_and_paper_of_hostile_evaluations(world, asked_for):
    """Downloads too: no live formula, no file or address on paper; a new kind is found by itself."""
    with world.evaluator() as client:
        for number in world.every:
            found = world.look(client, number)
            assert len(found[PAPER]) >= 1 and len(found[SHEET]) >= 2 and len(found["text/html"]) > 12
            world.shown += found["text/html"]
        [summary] = (address for address in found[PAPER] if address.endswith("/summary.pdf"))
        paper = client.get(summary).data
    world.answer()
    assert world.wrong == []
    assert asked_for and all(address.startswith("asset:") for address in asked_for)
    # The words themselves stand on the paper.
    assert "script" in payloads_signs.pdf_text(paper)


def test_nothing_runs_in_a_browser_without_its_guard(world, browser):
    """Escaping holds by itself: what runs under the Content-Security-Policy would run without it too."""
    with world.evaluator() as client:
        cookie = client.get_cookie("session").value
        # Tests with a browser may be run before all others: a second page of people has to be there.
        assert world.codes(client) > 1000
        own = [world.own_pages(number)[:3] for number in world.made]
        shown = world.shown or [
            each for number in world.every for each in world.look(client, number)["text/html"]
        ]
    addresses = [*shown, f"{world.plain}/residents?page=2", "/accounts", "/evaluations"]
    addresses += [f"/evaluations/{world.made[0]}/preview/two/{page}" for page in (*own[0], "matters_most")]
    addresses += [link + part for link in world.links for part in ("", "/thank-you")]
    for link, pages in zip(world.drafts, own, strict=True):
        addresses += [link, f"{link}/check", *(f"{link}/{page.replace('_', '-')}" for page in pages)]
    with Watched(browser, world.address, bypass_csp=True) as watched:
        watched.sign_in(cookie)
        for address in addresses:
            watched.look(address)
        assert watched.wrong == [] and watched.looked_at > 40
    assert world.wrong == []


def test_nothing_runs_in_what_was_said_to_posts(world, browser):
    """The pages that came back with problems, as the browser would have shown them without a policy."""
    with world.evaluator() as client:
        if len(world.pages) < 20:
            world.paste(client)
    with Watched(browser, world.address, bypass_csp=True) as watched:
        for page in world.pages:
            watched.show(page)
        assert watched.wrong == []


# The controls: each of these comes alive, and is caught by the same look.


def test_a_template_that_trusts_is_caught(world, browser):
    texts = payloads.own(str(world.secret))[:20]
    with world.app.test_request_context():
        pages = [
            render_template_string("<html lang=en><h1>{{ text|safe }}</h1>", text=text) for text in texts
        ]
        escaped = [render_template_string("<html lang=en><h1>{{ text }}</h1>", text=text) for text in texts]
    assert sum(bool(payloads_signs.in_page(page)) for page in pages) > 10
    assert not any(payloads_signs.in_page(page) for page in escaped)
    with Watched(browser, world.address, bypass_csp=True) as watched:
        watched.show(pages[0])
        assert any("ran" in wrong for wrong in watched.wrong)


def test_pages_that_are_not_escaped_are_caught(world):
    with world.evaluator() as client:
        page = client.get(f"/evaluations/{world.made[0]}/results").text
    assert not payloads_signs.in_page(page)
    assert payloads_signs.in_page(html.unescape(page))


@pytest.mark.parametrize(
    "more", ["", " autoplay", " srcset=x", " onplay=x", ' src="/evaluations/1/stories/2/recordings/../x"']
)
def test_only_the_player_of_a_recording_may_stand_in_a_page(more):
    src = "" if "src=" in more and "srcset" not in more else ' src="/evaluations/1/stories/2/recordings/3"'
    page = f'<html><body><audio controls preload="none"{src}{more}></audio></body></html>'
    assert bool(payloads_signs.in_page(page)) == bool(more)


@pytest.mark.parametrize("tag", ["div", "input"])
@pytest.mark.parametrize("more", ["", " id=x", " onfocus=x"])
def test_only_what_is_wrong_in_a_form_may_take_the_focus(tag, more):
    page = (
        f'<html><body><{tag} class="govuk-error-summary" tabindex="-1" autofocus{more}></{tag}></body></html>'
    )
    assert bool(payloads_signs.in_page(page)) == (tag != "div" or bool(more))


def test_a_file_whose_cells_are_not_made_plain_is_caught(monkeypatch):
    rows = [[text] for text in payloads.FORMULAS]
    assert payloads_signs.in_csv(attachment.as_csv(rows)) == []
    monkeypatch.setattr(attachment, "plain_cell", lambda cell: cell)
    assert len(payloads_signs.in_csv(attachment.as_csv(rows))) > 15
    made = io.StringIO()
    csv.writer(made).writerows([["a", "b"], ["c"]])
    assert payloads_signs.in_csv(made.getvalue().encode()) == ["row 1 is broken"]


def test_a_workbook_with_a_formula_or_a_link_is_caught():
    def workbook(cell, rel=""):
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as parts:
            parts.writestr("xl/worksheets/sheet1.xml", f"<worksheet><row><c>{cell}</c></row></worksheet>")
            parts.writestr("xl/_rels/sheet1.xml.rels", f"<Relationships>{rel}</Relationships>")
        return made.getvalue()

    assert payloads_signs.in_workbook(workbook("<is><t>=1+1</t></is>")) == []
    assert payloads_signs.in_workbook(workbook("<f>1+1</f><v>2</v>"))
    assert payloads_signs.is_our_formula("$F9*$K9")
    assert not [each for each in payloads.corpus() if payloads_signs.is_our_formula(each.lstrip("=@+-"))]
    assert payloads_signs.in_workbook(workbook("", '<Relationship Target="x" TargetMode="External"/>'))


def test_paper_that_follows_addresses_is_caught(world):
    texts = payloads.own(f"{world.secret}")
    page = "<html lang=en><title>x</title>" + "".join(texts)
    with pytest.raises(pdf.NotOurs):
        pdf.to_pdf(page)
    wrong = payloads_signs.in_pdf(HTML(string=page, base_url="asset:").write_pdf())
    assert "the PDF holds the file" in wrong and any("EmbeddedFile" in each for each in wrong)


def test_the_world_is_as_hostile_as_it_says(world):
    with world.evaluator() as client:
        said = [client.get(f"/evaluations/{number}/results").text for number in world.made]
    assert all(page.count("&lt;") > 20 for page in said)
