"""README is true: its map is the tree, its diagram is the table of moves."""

import pathlib
import re

from app.lifecycle import MOVES, Status

ROOT = pathlib.Path(__file__).parents[2]
README = (ROOT / "README.md").read_text()
UNMAPPED = {"__pycache__"}


def diagram() -> str:
    """Draw the life of a brief from the table of moves."""
    lines = ["stateDiagram-v2", f"    [*] --> {Status.DRAFT.value}"]
    for move in MOVES.values():
        if move.name == "withdrawn":
            continue
        lines += [
            f"    {source.value} --> {move.target.value}: {move.name}"
            for source in Status
            if source in move.sources
        ]
    lines.append("    note right of withdrawn: from any state but closed and declined")
    lines += [f"    {s.value} --> [*]" for s in (Status.CLOSED, Status.DECLINED, Status.WITHDRAWN)]
    return "\n".join(lines)


def test_the_diagram_is_drawn_from_the_moves() -> None:
    found = re.search(r"```mermaid\n(.*?)\n```", README, re.DOTALL)

    assert found
    assert found[1] == diagram(), diagram()


def test_the_map_names_what_is_in_app_and_nothing_else() -> None:
    named = set(re.findall(r"^\| `app/([\w.]+/?)` \|", README, re.MULTILINE))
    there = {
        path.name + ("/" if path.is_dir() else "")
        for path in (ROOT / "app").iterdir()
        if path.name not in UNMAPPED
    }

    assert named == there


def test_the_top_level_holds_only_what_belongs_there() -> None:
    allowed = {"pyproject.toml", "README.md", "LICENSE", "app", "templates", "tests", "seed"}
    there = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}

    assert there <= allowed | {"dist", "build"}


def test_the_picture_is_there() -> None:
    for picture in re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README):
        assert (ROOT / picture).is_file()
