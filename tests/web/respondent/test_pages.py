from pathlib import Path

from survey.web.respondent import pages

FOLDER = Path(pages.__file__).parent


def test_the_package_joins_every_module_that_has_views(app):
    """A module that nobody imports would leave its pages out without a word."""
    with_views = {path.stem for path in FOLDER.glob("*.py") if "\n@respondent." in path.read_text()}
    joined = {
        view.__module__.rpartition(".")[2]
        for endpoint, view in app.view_functions.items()
        if endpoint.startswith("respondent.")
    }
    assert joined == with_views


def test_the_blueprint_is_named_after_its_room(app):
    assert app.blueprints[FOLDER.name] is pages.respondent
