import pytest

from survey.engagement.releases import Since
from survey.web.evaluator.releases import since_words
from tests import making
from tests.reading import text


@pytest.mark.parametrize(
    ("since", "words"),
    [
        (Since(), "No answers have come or gone since."),
        (Since(sent=1), "Since then one set of answers was sent."),
        (Since(sent=12, erased=1), "Since then 12 sets of answers were sent and one person was erased."),
        (
            Since(sent=2, brought_in=1, erased=3, changed=1),
            "Since then two sets of answers were sent, scores were brought in from a file, three people were "
            "erased and details of one person were changed.",
        ),
        (
            Since(told=1, taken_back=2, consents=1),
            "Since then one story was told, two stories were taken back and consent to one use of a story "
            "was taken back.",
        ),
        (Since(consents=3), "Since then consent to three uses of stories was taken back."),
        (Since(ended=1), "Since then consent to reading one story has ended."),
        (Since(ended=2), "Since then consent to reading two stories has ended."),
    ],
)
def test_what_happened_since_is_said_plainly(since, words):
    assert since_words(since) == words


def test_the_page_lists_the_newest_first_with_its_files(signed_in):
    evaluation = making.evaluation()
    making.pairs(evaluation, "hope", [(2, 4)] * 3)
    page = signed_in.page(f"/evaluations/{evaluation.id}/releases")
    assert "Nothing has been released yet" in text(page)
    making.release(evaluation)
    making.release(evaluation)
    page = signed_in.page(f"/evaluations/{evaluation.id}/releases")
    assert [each.text_content() for each in page.xpath("//h2/a")] == ["Release 2", "Release 1"]
    assert "when there were 6 sets of answers" in text(page)
    assert len(page.xpath("//a[contains(@href, '/releases/1/')]")) == 3
