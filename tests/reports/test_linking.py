from tests.reports.test_joining import made


def test_links_stand_on_paper_too():
    with made(3) as document:
        notes = [note for page in document.pages for note in page.get("/Annots", [])]
        assert notes and all(int(note.F) & 4 for note in notes)
