"""The shape of the code: small files, small functions, plain templates, honest names."""

import ast
import pathlib
import re
from collections.abc import Iterator

import pytest
from flask import Flask
from jinja2 import meta

from tests.conftest import make_app, make_settings

ROOT = pathlib.Path(__file__).parents[2]
LONGEST_FILE = 350
LONGEST_FUNCTION = 50
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "stuff"}
MIGRATIONS = ROOT / "app" / "migrations" / "versions"

MODULES = sorted(path for path in (ROOT / "app").rglob("*.py") if MIGRATIONS not in path.parents)
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))


def named(path: pathlib.Path) -> str:
    return str(path.relative_to(ROOT))


def functions_of(path: pathlib.Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


@pytest.fixture(scope="module")
def plain_app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    return make_app(make_settings(tmp_path_factory.mktemp("layout")))


def test_no_file_is_longer_than_a_head_can_hold() -> None:
    lengths = {named(path): len(path.read_text().splitlines()) for path in MODULES}

    assert {name: n for name, n in lengths.items() if n > LONGEST_FILE} == {}


def test_no_function_is_longer_than_fifty_lines() -> None:
    found = {
        f"{named(path)}:{name}": length
        for path in MODULES
        for name, length in functions_of(path)
        if length > LONGEST_FUNCTION
    }

    assert found == {}


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert [named(path) for path in MODULES if path.stem in FORBIDDEN_NAMES] == []


def test_every_module_says_what_it_is_for() -> None:
    silent = [named(p) for p in MODULES if not ast.get_docstring(ast.parse(p.read_text()))]

    assert silent == []


def test_every_template_parses_and_names_templates_that_exist(plain_app: Flask) -> None:
    environment = plain_app.jinja_env
    missing = []
    for path in TEMPLATES:
        tree = environment.parse(path.read_text(), filename=str(path))
        for name in meta.find_referenced_templates(tree):
            if name is not None and not (ROOT / "templates" / name).is_file():
                missing.append(f"{named(path)} -> {name}")

    assert missing == []


def test_every_piece_is_shown_by_a_page(plain_app: Flask) -> None:
    """An answer that only puts such pieces together is rendered by its view alone."""
    uses = {
        str(path.relative_to(ROOT / "templates")): set(
            meta.find_referenced_templates(plain_app.jinja_env.parse(path.read_text()))
        )
        for path in TEMPLATES
    }
    used = set().union(*uses.values())
    alone = [name for name in uses if name.split("/")[-1].startswith("_") and name not in used]

    assert [name for name in alone if not uses[name] & used] == []


INLINE = re.compile(
    r"<style\b|<script(?![^>]*\bsrc=)|\sstyle\s*=|\son[a-z]+\s*=|\shx-on|\shx-vals=['\"]js:"
    r"|javascript:",
    re.IGNORECASE,
)


JINJA = re.compile(r"\{[%{#].*?[%}#]\}")


def test_no_page_has_inline_script_or_style() -> None:
    found = {
        f"{named(path)}:{number}": line.strip()
        for path in TEMPLATES
        if "mail" not in path.relative_to(ROOT / "templates").parts
        for number, line in enumerate(path.read_text().splitlines(), start=1)
        if INLINE.search(JINJA.sub("", line))
    }

    assert found == {}


def test_no_page_asks_another_host_for_anything() -> None:
    outside = re.compile(r"""\b(?:src|srcset|action|poster)=["']?(?:https?:)?//|<link[^>]+//""")
    found = [named(path) for path in TEMPLATES if outside.search(path.read_text())]

    assert found == []


def test_views_import_no_models_and_services_no_flask() -> None:
    wrong = []
    for path in MODULES:
        text = path.read_text()
        is_view = path.stem == "views" or path.stem.endswith("_views")
        if is_view and re.search(
            r"^from app\.models|^from app\.extensions import .*\bdb\b", text, re.M
        ):
            wrong.append(f"{named(path)} reads tables")
        if path.stem == "services" and re.search(r"^(from|import) (flask|wtforms)\b", text, re.M):
            wrong.append(f"{named(path)} knows the request")

    assert wrong == []


def test_only_the_moves_write_where_a_brief_stands() -> None:
    writer = re.compile(r"\bbrief\.status\s*=(?!=)|update\(Brief\)(?:.|\n){0,400}?status=")
    allowed = {"app/log/moves.py"}
    found = {named(path) for path in MODULES if writer.search(path.read_text())}

    assert found <= allowed
