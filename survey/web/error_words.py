"""What an error page says: what happened, and what to do about it."""

from dataclasses import dataclass

from flask_babel import lazy_gettext as _


@dataclass(frozen=True)
class Words:
    heading: str
    text: tuple[str, ...]
    # Where to go from here: an address and the words of its link.
    action: tuple[str, str] | None = None


TO_CODE = ("/", _("Type your code"))
TO_EVALUATIONS = ("/evaluations", "Go to your evaluations")

FOR_RESIDENTS = {
    400: Words(
        _("We could not read that"),
        (_("Something was missing from what your phone sent us."), _("Go back, then try again.")),
    ),
    403: Words(
        _("This page is not for you"),
        (_("Your link opens other pages."), _("Use the link or the code you were given.")),
        TO_CODE,
    ),
    404: Words(
        _("We cannot find that page"),
        (
            _("Check that you used the whole link, or type the code you were given."),
            _("If it still does not work, ask the person who gave it to you for a new one."),
        ),
        TO_CODE,
    ),
    405: Words(
        _("Go back one page"),
        (_("This page only opens from the one before it. What you sent us is safe."),),
    ),
    413: Words(
        _("That was too much for us"),
        (_("What you sent is longer than we can keep."), _("Go back, make it shorter, then try again.")),
    ),
    429: Words(
        _("Please wait a minute"),
        (
            _("We had many tries from where you are in a short time."),
            _("Wait one minute, then try again. What you sent us before is safe."),
        ),
    ),
    500: Words(
        _("Something went wrong"),
        (
            _("It is our fault, not yours. The answers you had sent before are safe."),
            _("Go back and try again. If it happens again, try later with the same link."),
        ),
    ),
}

FOR_EVALUATORS = {
    400: Words(
        "We could not read that",
        ("Something was missing from what your browser sent.", "Go back, load the page again and retry."),
    ),
    403: Words(
        "You may not do this",
        (
            "Your account does not allow it, and nothing was changed.",
            "An administrator can give your account more to do.",
        ),
        TO_EVALUATIONS,
    ),
    404: Words(
        "We cannot find that page",
        (
            "The address may be mistyped, the page may be gone, "
            "or it belongs to an evaluation that was not shared with you.",
            "Ask a colleague who works on the evaluation to share it with you.",
            "Or it needs a duty that you do not have, such as safeguarding lead or reading stories as told. "
            "Under Colleagues you see who has it.",
        ),
        TO_EVALUATIONS,
    ),
    405: Words(
        "This page opens from another one",
        ("It only takes what a form sends, and nothing was changed.", "Go back and use the button there."),
    ),
    413: Words(
        "That is too large",
        (
            "One file or form can bring up to four megabytes, and nothing was changed.",
            "Go back and split the file or the list into smaller parts.",
        ),
    ),
    429: Words(
        "Wait a minute",
        ("There were many tries from your address in a short time.", "Wait one minute, then try again."),
    ),
    500: Words(
        "Something went wrong",
        (
            "The fault is ours. What you were just doing was not saved; everything before it is safe.",
            "Go back and try again. If it happens again, tell whoever runs Alongside at your council "
            "the time and what you were doing: the cause is in the log.",
        ),
    ),
}
