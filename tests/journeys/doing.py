"""What is done on a page to bring it into a state: each of these gives a step for states.py."""

from tests.journeys.steps import choose, fill, press

SENT_TOO_MUCH = """() => {
    const form = document.querySelector("main form"), much = document.createElement("input");
    Object.assign(much, {type: "hidden", name: "much", value: "x".repeat(5e6)});
    form.append(much);
    form.requestSubmit();
}"""


def nothing(page, known):
    """Only look."""


def pressing(*buttons):
    def then(page, known):
        for button in buttons:
            press(page, button)

    return then


def typing(button, texts):
    """Type texts, which may name something of places, then press."""

    def then(page, known):
        fill(page, {label: text.format(**known) for label, text in texts.items()})
        press(page, button)

    return then


def a_code(name):
    return typing("Continue", {"What is your code?": name})


def many_codes(page, known):
    for _ in range(10):
        page.request.post("/", form={"code": "wrong"})
    press(page, "Continue")


def choosing(button, *words):
    def then(page, known):
        for choice in words:
            choose(page, choice)
        press(page, button)

    return then


def too_much(page, known):
    page.evaluate(SENT_TOO_MUCH)


def sent_in_another_tab(page, known):
    other = page.context.new_page()
    other.goto(page.url.rsplit("/", 1)[0] + "/check")
    press(other, "Send my answers")
    other.get_by_role("heading", name="Thank you").wait_for()
    other.close()
    press(page, "Continue")


def sent_and_back(page, known):
    press(page, "Send my answers")
    page.get_by_role("heading", name="Thank you").wait_for()
    page.goto(page.url.removesuffix("/thank-you"))


def signed_out_meanwhile(button):
    def then(page, known):
        page.context.clear_cookies()
        press(page, button)

    return then


def a_file(name, content):
    def then(page, known):
        file = {"name": name, "mimeType": "text/csv", "buffer": content}
        page.get_by_label("The file").set_input_files(file)
        press(page, "Send this file")

    return then
