import pikepdf


def marks(page) -> list[tuple[str, int | None]]:
    steps = pikepdf.parse_content_stream(page)
    found = [step.operands for step in steps if str(step.operator) == "BDC"]
    return [(str(kind), properties.get("/MCID")) for kind, properties in found]


def test_heads_and_feet_are_set_aside_and_the_rest_is_not(papers):
    with pikepdf.open(papers["summary"]) as document:
        for page in document.pages:
            kinds = marks(page)
            assert kinds.count(("/Artifact", None)) >= 4
            assert sum(mark is not None for _, mark in kinds) > 20


def test_every_mark_left_belongs_to_an_element_and_no_other_does(papers):
    with pikepdf.open(papers["summary"]) as document:
        numbers = document.Root.StructTreeRoot.ParentTree.Nums
        for number, page in enumerate(document.pages):
            owners = numbers[2 * number + 1]
            left = {int(mark) for _, mark in marks(page) if mark is not None}
            assert left == {mark for mark, owner in enumerate(owners) if owner is not None}
