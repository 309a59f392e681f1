"""The catalogue holds every text that a resident may read, so that Welsh can come."""

import subprocess
import sys
from pathlib import Path

from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = ROOT / "translations" / "messages.pot"


def texts(path):
    with path.open("rb") as file:
        return {message.id for message in read_po(file) if message.id}


def test_the_catalogue_is_up_to_date(tmp_path):
    fresh = tmp_path / "fresh.pot"
    command = [sys.executable, "-m", "babel.messages.frontend", "--quiet", "extract", "-F", "babel.cfg"]
    subprocess.run([*command, "-k", "N_", "-o", fresh, "."], cwd=ROOT, check=True)
    missing = texts(fresh) ^ texts(CATALOGUE)
    assert not missing, f"run make translations: {sorted(map(str, missing))[:5]}"


def test_questions_choices_and_messages_are_in_it():
    known = texts(CATALOGUE)
    for text in ("Did anyone help you answer?", "Choose one answer only.", "Prefer not to say"):
        assert text in known
