"""Finds the resident-facing texts of the library for the translators (a Babel extraction method)."""

from collections.abc import Iterator

import yaml

# Residents never see where a questionnaire comes from or how it is licensed.
TEXT_KEYS = {"title", "text", "text_then", "short_name", "hint"}


def N_(text: str) -> str:  # noqa: N802 - the keyword that Babel knows
    """Marks a text for the translators and leaves it as it is; templates translate it when shown."""
    return text


def extract(fileobj, keywords, comment_tags, options) -> Iterator[tuple[int, str, str, list[str]]]:
    """Yields (line, function name, text, comments) for each text of a YAML questionnaire, in file order.

    The signature is Babel's; the last three arguments have no meaning for YAML.
    """
    root = yaml.compose(fileobj, Loader=yaml.SafeLoader)
    for node in _texts(root):
        yield node.start_mark.line + 1, "", node.value.strip(), []


def _texts(node) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _texts(item)
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if isinstance(value, yaml.ScalarNode) and key.value in TEXT_KEYS and value.value.strip():
                yield value
            else:
                yield from _texts(value)
