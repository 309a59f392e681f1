"""The house's own files, read for the rules."""

import ast
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FUNCTION = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Source:
    path: Path

    @property
    def name(self) -> str:
        return str(self.path.relative_to(ROOT))

    @cached_property
    def text(self) -> str:
        return self.path.read_text()

    @property
    def length(self) -> int:
        return len(self.text.splitlines())

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @cached_property
    def functions(self) -> list[FUNCTION]:
        return [node for node in ast.walk(self.tree) if isinstance(node, FUNCTION)]


@cache
def python(*folders: str) -> list[Source]:
    """Read once for all rules."""
    return [Source(path) for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]


def code() -> list[Source]:
    return [Source(ROOT / "app.py"), *python("survey")]


def tests() -> list[Source]:
    return python("tests")


def templates(*folders: str) -> list[Source]:
    return [
        Source(path) for folder in folders for path in sorted((ROOT / "templates" / folder).glob("*.html"))
    ]
