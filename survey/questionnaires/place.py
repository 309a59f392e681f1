"""Where in a questionnaire something is wrong, so that every error names its place."""

from dataclasses import dataclass


class QuestionnaireError(ValueError):
    """A questionnaire that cannot be used. `problem` is a plain sentence, `key` the field it is about."""

    def __init__(self, problem: str, name: str, page: str = "", question: str = "", key: str = ""):
        self.problem, self.name, self.page = problem, name, page
        self.question, self.key = question, key
        named = {"page": page, "question": question, "key": key}
        where = [name, *(f"{word} {value}" for word, value in named.items() if value)]
        super().__init__(f"{', '.join(where)}: {problem}")


@dataclass(frozen=True)
class Place:
    name: str
    page: str = ""
    question: str = ""

    def wrong(self, key: str, problem: str) -> QuestionnaireError:
        return QuestionnaireError(problem, self.name, self.page, self.question, key)
