"""Who meets which secret of a story, at every address: what is not in the table is met by nobody."""

import functools

import pytest

from app import create_app
from survey.access import stories as access
from survey.access import telling
from survey.access.telling import Decision
from survey.records.base import db
from survey.records.story_texts import as_told
from survey.reports import briefing, case_study_pack, pdf
from survey.web.evaluator import story as story_page
from tests import databases
from tests.reading import Reader
from tests.trust.canaries_crawl import NOBODYS, crawl
from tests.trust.canaries_world import canary, make_world

# What a teller's own link leads to, the story on it or not.
OWN = {"check", "introduction", "my_flower", "page", "partner_found"}
OWN |= {"recording", "take_back", "take_back_use", "thank_you", "uses"}
STORY = {"story", "quote", "new_case_study", "case_study"}
PACK = {"case_study_pdf", "pack_pdf"}
RESULTS, PREVIEW = {"results", "results_xlsx", "summary_pdf", "job_file"}, {"new_release"}
RELEASE = {"release", "release_file"}
EVERYWHERE = STORY | PACK | RESULTS | PREVIEW | RELEASE
LISTED, SESSION = {"case_studies", "remove_case_study"}, {"remove_statement", "session", "statement"}
RESIDENTS = {"cards", "links_csv", "resident", "residents"}

# A line: what holds the word, of stories in which states, and where it is met. What was withdrawn or has
# ended stands in the release that was made before, and nowhere else.
Lines = tuple[tuple[str, tuple[str, ...], set[str]], ...]
TEAM: Lines = (
    ("kept", ("agreed", "last_day"), STORY | PACK),
    ("kept", ("learnt_no_more",), PACK),
    ("typed", ("agreed", "last_day"), STORY),
    ("quoted", ("agreed", "last_day"), EVERYWHERE),
    ("quoted", ("learnt_no_more",), PACK | PREVIEW | RELEASE),
    ("quoted", ("withdrawn", "ended"), RELEASE),
    # The name to be quoted under is agreed to by itself.
    ("named", ("agreed",), EVERYWHERE),
    ("named", ("last_day",), STORY),
    ("named", ("waits",), {"story"}),
    ("panel", ("agreed",), {"significant_change"}),
    ("study", ("agreed", "last_day"), LISTED | PACK | {"case_study"}),
    ("study", ("learnt_no_more",), LISTED | PACK),
    ("study", ("withdrawn", "ended"), LISTED),
    ("wrote", ("agreed", "last_day"), PACK | {"case_study"}),
    ("wrote", ("learnt_no_more",), PACK),
    # As everybody on the register; that these two told a story stands nowhere.
    ("code", ("agreed", "flagged", "none"), RESIDENTS),
    ("code", ("agreed", "none"), {"pairs_csv"}),
    ("wish", ("name", "contact"), {"get_togethers", "remove_wish"}),
    ("note", ("session",), {"session", "remove_note"}),
    ("prompt", ("session",), {"session", "session_prompts"}),
    ("statement", ("session",), SESSION),
    ("title", ("session",), SESSION | {"remove_note", "session_details", "session_prompts"}),
    ("title", ("session",), {"session_screen", "sessions", "write_down"}),
    ("theme", ("codebook",), {"themes", "theme", "remove_theme", "story", "stories", "session"}),
    ("theme", ("codebook",), {"results", "results_xlsx", "new_release"}),
)
READ_AS_TOLD = ("agreed", "last_day", "waits")
READER: Lines = (
    *TEAM,
    *((kind, READ_AS_TOLD, {"redact"}) for kind in ("told", "kept", "quoted")),
    *((kind, READ_AS_TOLD, {"redact", "transcript"}) for kind in ("transcript", "typed")),
    ("sound", READ_AS_TOLD, {"recording"}),
)
LEAD: Lines = (
    *TEAM,
    *((kind, ("flagged",), {"flagged_story"}) for kind in ("told", "kept", "quoted", "transcript", "typed")),
    *((kind, ("flagged",), {"flagged_story"}) for kind in ("why", "code")),
    ("sound", ("flagged",), {"flagged_recording"}),
    # Until somebody has got in touch, whatever became of the story.
    ("contact", ("flagged", "gone"), {"flagged_story"}),
    ("reason", ("flagged",), {"flagged_story", "look_up"}),
    ("note", ("settled",), {"flagged_story"}),
)
MAY: dict[str, Lines] = {
    "nobody": (),
    "resident": (),
    "resident who told": (),
    "teller": (),
    "teller of a draft": tuple((kind, ("draft",), {"page", "check"}) for kind in ("told", "kept", "quoted")),
    "participant": (("statement", ("session",), {"group"}), ("title", ("session",), {"group", "join"})),
    "partner": (),
    "stranger": (),
    "administrator": (),
    "colleague": TEAM,
    "reader": READER,
    "lead": LEAD,
}
# Links and codes of stories: whose they are, and nobody else.
LINKS = {
    "resident who told": {"link agreed": {"introduction", "thank_you"}},
    "teller": {"link refused": OWN},
    "teller of a draft": {"link draft": OWN},
}


@pytest.fixture(scope="module", autouse=True)
def paper_made_once():
    """The same page gives the same paper, whoever takes it."""
    with pytest.MonkeyPatch.context() as patched:
        made = functools.cache(pdf.to_pdf)
        for module in (briefing, case_study_pack):
            patched.setattr(module, "to_pdf", made)
        yield


@pytest.fixture(scope="module")
def app(tmp_path_factory):
    app = create_app(databases.environment(tmp_path_factory.mktemp("canaries")))
    app.testing = True
    app.config["RATELIMIT_ENABLED"] = False
    app.test_client_class = Reader
    with app.app_context():
        db.create_all()
        yield app
        db.session.remove()
        db.engine.dispose()


@pytest.fixture(scope="module")
def world(app):
    return make_world(app, release)


def release(app, owner, evaluation):
    client = app.test_client()
    client.sign_in(owner.email)
    made = client.fill(f"/evaluations/{evaluation.id}/releases/new", form=-1)
    assert "Release 1 is made" in made.text


def met_by(app, world, role, only=()):
    client = app.test_client()
    if role in world.accounts:
        client.sign_in(world.accounts[role].email)
    return crawl(app, world, client, world.links.get(role, NOBODYS), only)


def allowed(role):
    table = {name: set(places) for name, places in LINKS.get(role, {}).items()}
    for kind, states, places in MAY[role]:
        for state in states:
            table.setdefault(canary(kind, state), set()).update(places)
    return table


@pytest.mark.parametrize("role", MAY)
def test_everybody_meets_what_the_table_says_and_nothing_else(app, world, role, caplog):
    """A place that is in the table and was not found is a fault too: then the walk is blind there."""
    met, table = met_by(app, world, role), allowed(role)
    assert met == table, different(met, table)
    assert world.met("".join(caplog.text.split())) == set(), "the log holds secrets"


def different(met, table):
    """What is met beyond the table, and what stands in it and is not met."""
    pairs = [{(name, place) for name, places in each.items() for place in places} for each in (met, table)]
    return f"beyond it: {sorted(pairs[0] - pairs[1])}; not met: {sorted(pairs[1] - pairs[0])}"


def more(app, world, role, *only):
    """What is met at these places beyond the table."""
    table = allowed(role)
    return {
        name for name, places in met_by(app, world, role, only).items() if places - table.get(name, set())
    }


# The controls: each leaks on purpose, and is caught by the same walk.


def test_a_page_with_the_words_as_told_is_caught(app, world, monkeypatch):
    monkeypatch.setattr(story_page, "redacted", as_told)
    assert canary("told", "waits") in more(app, world, "colleague", "story")


def test_a_page_that_does_not_ask_for_consent_is_caught(app, world, monkeypatch):
    monkeypatch.setattr(access, "may_be_read", lambda *_: Decision(True))
    found = more(app, world, "reader", "story", "redact", "recording")
    assert {canary("kept", "withdrawn"), canary("told", "refused"), canary("sound", "ended")} <= found


def test_papers_and_sheets_that_need_no_consent_are_caught(app, world, monkeypatch):
    monkeypatch.setattr(telling, "NEEDED", dict.fromkeys(telling.NEEDED, ()))
    found = more(app, world, "colleague", "pack_pdf")
    assert {canary("kept", "withdrawn"), canary("kept", "ended")} <= found
    found = more(app, world, "colleague", "results_xlsx")
    assert canary("quoted", "withdrawn") in found
    assert canary("quoted", "ended") in more(app, world, "colleague", "summary_pdf")


def test_a_page_of_a_group_that_knows_tellers_is_caught(app, world, monkeypatch):
    contact, group = canary("contact", "flagged"), app.view_functions["respondent.group"]

    def telling_group(**parts):
        answer = app.make_response(group(**parts))
        answer.data += f"<p>{contact}".encode()
        return answer

    monkeypatch.setitem(app.view_functions, "respondent.group", telling_group)
    assert more(app, world, "participant", "group") == {contact}
