from survey.analysis.names_tokens import tokens


def test_words_and_where_they_stand():
    text = "Zoe\u0301 O’Brien’s cat. DON'T!"
    assert [(each.word, text[each.start : each.end] == each.word) for each in tokens(text)] == [
        ("Zoe\u0301", True),
        ("O’Brien", True),
        ("cat", True),
        ("DON'T", True),
    ]
    assert [each.key for each in tokens(text)] == ["zoe", "o'brien", "cat", "don't"]


def test_where_a_sentence_begins():
    begins = [each.word for each in tokens("One two. Three four\nfive “Six” seven, eight") if each.begins]
    assert begins == ["One", "Three", "five", "Six", "seven"]


def test_capitals_that_say_something():
    assert [each.capital for each in tokens("I Mary mary MARY")] == [True, True, False, False]
    assert [each.shouted for each in tokens("I Mary mary MARY")] == [False, False, False, True]


def test_a_text_without_words_has_none():
    assert tokens("123 😀 ...") == []
