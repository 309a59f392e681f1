"""How the cells of a workbook look: black on white, told apart by more than colour."""

LINE = {"bottom": 4, "bottom_color": "#B5AFA5", "valign": "top"}
HEADING = {"bold": True, "text_wrap": True, "valign": "bottom", "bottom": 2, "bg_color": "#EFEBE4"}

LOOKS = {
    "title": {"bold": True, "font_size": 15},
    "programme": {"text_wrap": True, "valign": "top"},
    "internal": {"bold": True, "font_color": "#8A1C1C", "bg_color": "#FBE9E7"},
    "release": {"bold": True, "font_color": "#1F4D3A", "bg_color": "#E6F2EC"},
    "caption": {"bold": True, "font_size": 12, "text_wrap": True, "bottom": 1},
    "heading": {**HEADING, "align": "right"},
    "words": {**HEADING, "align": "left"},
    "typed heading": {**HEADING, "align": "left", "indent": 1},
    "text": {**LINE, "align": "left", "text_wrap": True},
    "figure": {**LINE, "align": "right"},
    "hidden": {**LINE, "align": "right", "italic": True, "font_color": "#595959"},
    "note": {"text_wrap": True, "valign": "top", "font_color": "#404040"},
    # In a sheet that goes on reckoning: what is typed stands on white, all else on grey.
    "typed": {**LINE, "align": "right"},
    "typed words": {**LINE, "align": "left", "text_wrap": True, "indent": 1},
    "worked out": {**LINE, "align": "right", "bg_color": "#F2F1EE"},
    "told": {**LINE, "align": "left", "text_wrap": True, "indent": 1, "bg_color": "#F2F1EE"},
    "total": {**LINE, "align": "right", "bg_color": "#F2F1EE", "bold": True},
    "label": {**LINE, "align": "left", "bold": True, "text_wrap": True},
    "raw": {"valign": "top", "indent": 1},
    "raw figure": {"valign": "top"},
}
TABS = {"internal": "#8A1C1C", "release": "#1F6B4F"}


class Looks:
    """The formats of one workbook, each made when it is first needed."""

    def __init__(self, workbook):
        self._workbook, self._made = workbook, {}

    def __call__(self, name: str, number_format: str = ""):
        key = name, number_format
        if key not in self._made:
            shown = {"num_format": number_format} if number_format else {}
            self._made[key] = self._workbook.add_format({**LOOKS[name], **shown})
        return self._made[key]
