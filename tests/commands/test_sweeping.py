import os

from survey.engagement import recordings
from survey.records.base import db
from survey.records.story import Recording
from tests import making
from tests.sounds import WAV


def test_what_belongs_to_no_story_is_removed_and_the_rest_stays(app):
    story = making.story(making.evaluation(), sent=False)
    recordings.keep(story.id, "story_before", WAV)
    db.session.commit()
    [kept] = db.session.query(Recording)
    folder = recordings.folder()
    (folder / "left-over").write_bytes(b"nobody's")
    for file in folder.iterdir():
        os.utime(file, (0, 0))
    result = app.test_cli_runner().invoke(args=["sweep-recordings"])
    assert (result.exit_code, result.output) == (0, "Removed: 1.\n")
    assert [file.name for file in folder.iterdir()] == [kept.file]
