"""The house rules of CONTRIBUTING.md that a machine can check: sizes, names, docstrings."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "src/copydesk").rglob("*.py"))
BANNED = {"utils", "util", "helpers", "helper", "common", "base", "core", "misc", "manager"}
MAX_FILE_LINES = 400
MAX_FUNCTION_LINES = 40
VERBS_THAT_ANSWER_BOOL = ("is_", "has_")


def is_table(path: Path) -> bool:
    return path.name.endswith("_rules.py") or path.name == "tables.py"


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def is_declaration(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """A function that ends in one `return Something(...)` declares; only its logic before counts."""
    last = node.body[-1]
    return isinstance(last, ast.Return) and isinstance(last.value, ast.Call | ast.Tuple | ast.Dict | ast.List)


def logic_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    end = node.body[-1].lineno if is_declaration(node) else (node.end_lineno or node.lineno)
    nested = sum(logic_lines(inner) for inner in node.body if isinstance(inner, ast.FunctionDef))
    return end - node.lineno + 1 - nested


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT / "src")))
def test_file_keeps_the_house_rules(path: Path) -> None:
    text = path.read_text()
    tree = ast.parse(text)
    assert ast.get_docstring(tree), "every file opens with a docstring that says what it is for"
    assert not BANNED & {*path.stem.split("_")}, "the name says nothing: the noun is missing"
    if not is_table(path):
        assert len(text.splitlines()) <= MAX_FILE_LINES, "too long: two subjects in one file?"
        for node in functions(tree):
            assert logic_lines(node) <= MAX_FUNCTION_LINES, f"{node.name} is too long"
    for node in functions(tree):
        returns = ast.unparse(node.returns) if node.returns else ""
        if node.name.startswith(VERBS_THAT_ANSWER_BOOL):
            assert returns in ("bool", "ColumnElement[Any]"), f"{node.name} reads like a bool"
