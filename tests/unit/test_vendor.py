"""What we took from others is exactly what we say it is, and no page asks for a picture we lack."""

import hashlib
import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
STATIC = ROOT / "app/static"
PACKAGES = json.loads((STATIC / "vendor.json").read_text())["packages"]
FILES = {entry["path"]: entry["sha256"] for package in PACKAGES for entry in package["files"]}
COVERS = STATIC / "fonts/covers"  # the lettering of drawn covers keeps a list of its own
COVER_FONTS = json.loads((COVERS / "vendor.json").read_text())
FILES |= {f"fonts/covers/{entry['file']}": entry["sha256"] for entry in COVER_FONTS}


@pytest.mark.parametrize("path", sorted(FILES))
def test_vendored_file_has_its_checksum(path: str) -> None:
    found = hashlib.sha256((STATIC / path).read_bytes()).hexdigest()

    assert found == FILES[path]


def test_no_vendored_file_is_unlisted() -> None:
    present = {
        file.relative_to(STATIC).as_posix()
        for folder in ("vendor", "fonts")
        for file in (STATIC / folder).rglob("*")
        if file.is_file()
    }

    lists_and_licences = {"fonts/covers/vendor.json"} | {
        f"fonts/covers/{entry['licence_file']}" for entry in COVER_FONTS
    }
    assert present | {"icons.svg"} == set(FILES) | lists_and_licences


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package["name"])
def test_package_names_version_licence_and_its_text(package: dict[str, object]) -> None:
    files = [entry["path"] for entry in package["files"]]  # type: ignore[attr-defined]

    assert re.fullmatch(r"\d+\.\d+\.\d+", str(package["version"]))
    assert package["licence"]
    assert sum(path.startswith("vendor/licences/") for path in files) == 1


def test_sprite_holds_the_icons_it_lists() -> None:
    listed = next(package["icons"] for package in PACKAGES if package["name"] == "lucide-static")
    drawn = re.findall(r'<symbol id="i-([a-z0-9-]+)"', (STATIC / "icons.svg").read_text())

    assert drawn == sorted(set(listed))


def test_each_icon_named_in_a_template_is_in_the_sprite() -> None:
    drawn = set(re.findall(r'id="i-([a-z0-9-]+)"', (STATIC / "icons.svg").read_text()))

    missing = {
        f"{template.relative_to(ROOT)}: {name}"
        for template in (ROOT / "templates").rglob("*.html")
        for name in re.findall(r"""\bicon\(\s*["']([^"']+)["']""", template.read_text())
        if name not in drawn
    }

    assert missing == set()


def test_style_sheets_ask_only_for_files_that_are_here() -> None:
    asked = {
        (sheet.parent / address).resolve()
        for sheet in (STATIC / "css").glob("*.css")
        for address in re.findall(r"""url\(["']?([^"')]+)""", sheet.read_text())
    }

    assert asked
    assert [file for file in asked if not file.is_file()] == []
