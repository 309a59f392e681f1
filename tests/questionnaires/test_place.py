from survey.questionnaires.place import Place, QuestionnaireError


def test_an_error_names_file_page_question_and_key():
    error = Place("a.yaml", "home", "rent").wrong("better", "must be known")
    assert str(error) == "a.yaml, page home, question rent, key better: must be known"
    assert (error.name, error.page, error.question, error.key) == ("a.yaml", "home", "rent", "better")
    assert error.problem == "must be known"


def test_what_has_no_place_is_left_out():
    assert str(QuestionnaireError("cannot be read", "a.yaml")) == "a.yaml: cannot be read"
