"""Drafts of the full report from small worlds, and the words of its chapters."""

from dataclasses import fields, is_dataclass

from markupsafe import Markup

from survey.reports import findings, value
from survey.reports.report_annex import Annex
from survey.reports.report_draft import Draft
from survey.reports.value_building import filters_of
from tests.reports import value_worlds


def draft(made=None, **more):
    """The draft of a map, or of the one of value_worlds."""
    made = made or value_worlds.world(**more)
    found = findings.gather(made.evaluation, filters_of(made))
    return Draft(found, value.gather(made.evaluation, made), Annex())


def words(printed):
    """All words of a chapter or block, without marks; pictures are left out."""
    if isinstance(printed, Markup):
        return printed.striptags()
    if isinstance(printed, str):
        return "" if printed.startswith("<svg") else printed
    if isinstance(printed, tuple):
        return " ".join(map(words, printed))
    if is_dataclass(printed):
        return " ".join(words(getattr(printed, field.name)) for field in fields(printed))
    return ""


def grids(chapter):
    """The tables of a chapter by caption, also those that stand beside something."""
    found = {}
    for block in chapter.blocks:
        inner = [each for column in block.columns for each in column] if block.name == "beside" else [block]
        found |= {each.caption: each for each in inner if each.name == "grid"}
    return found
