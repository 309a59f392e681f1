"""Stories and votes as `records.story_frames` gives them."""

import pandas as pd

CORNERS = {"me": "I did", "people": "People I know", "workers": "People whose job it is"}


def frame(*rows):
    return pd.DataFrame(rows, columns=["story", "question", "choice"]).astype({"story": "int64"})


def themes(*rows):
    return pd.DataFrame(rows, columns=["story", "theme"]).astype("int64")


def votes(*rows):
    names = ["session", "title", "statement_id", "statement", "outcome", "agree", "not_sure", "disagree"]
    return pd.DataFrame(rows, columns=names)
