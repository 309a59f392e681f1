import pytest

from survey.reports.looks import LOOKS, Looks
from survey.reports.palette import contrast


class Workbook:
    def __init__(self):
        self.made = []

    def add_format(self, said):
        self.made.append(said)
        return len(self.made)


def test_a_look_is_made_once():
    workbook = Workbook()
    looks = Looks(workbook)
    assert looks("figure", "0.0") == looks("figure", "0.0") != looks("figure")
    assert [made.get("num_format") for made in workbook.made] == ["0.0", None]


@pytest.mark.parametrize("name", LOOKS)
def test_every_word_can_be_read(name):
    look = LOOKS[name]
    assert contrast(look.get("font_color", "#000000"), look.get("bg_color", "#FFFFFF")) >= 4.5
