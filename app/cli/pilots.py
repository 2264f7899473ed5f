"""`backroom pilot`: pilot files in and out."""

from pathlib import Path

import click

from app.cli.frame import Refusal, at_work, json_option, print_json, refusing
from app.log import SYSTEM
from app.pilots.info import PilotInfo
from app.pilots.pilot_file import PilotFileRefused, json_schema, parse_pilot
from app.pilots.services import (
    clone_pilot,
    export_pilot,
    find_pilot,
    import_pilot,
    list_pilots,
)


@click.group()
def pilot() -> None:
    """Manage pilots and their files."""


@pilot.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@json_option
@refusing
def import_file(file: Path, as_json: bool) -> None:
    """Make a pilot from FILE, or publish a new version of it; the same file changes nothing.

    What is wrong in the file is listed with its lines on stdout.
    """
    text = _read(file)
    with at_work(needs_secret=False):
        try:
            before = find_pilot(parse_pilot(text).pilot)
            after = import_pilot(text, actor=SYSTEM)
        except PilotFileRefused as refused:
            _list_problems(refused, as_json=as_json)
            raise Refusal(f"{file}: {refused.message}") from refused
    counts = _counts(before, after)
    if as_json:
        print_json({**_described(after), **counts})
    else:
        what = next(name for name, count in counts.items() if count)
        click.echo(f"{after.slug}: {what}, version {after.version_number} is in force.")


@pilot.command()
@click.argument("slug")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
@refusing
def export(slug: str, out: Path | None) -> None:
    """Print the pilot file of the version in force."""
    with at_work(needs_secret=False):
        text = export_pilot(slug)
    if out is None:
        click.echo(text, nl=False)
    else:
        out.write_text(text, encoding="utf-8")


@pilot.command()
def schema() -> None:
    """Print the JSON Schema of the pilot file."""
    print_json(json_schema())


@pilot.command()
@click.argument("slug")
@click.argument("new")
@click.option("--name", help="What the new pilot is called; the same unless given.")
@click.option("--with-catalogue", is_flag=True, help="Copy the items as well.")
@json_option
@refusing
def clone(slug: str, new: str, name: str | None, with_catalogue: bool, as_json: bool) -> None:
    """Make the next round of pilot SLUG under the name NEW: the same definition, a draft again."""
    with at_work(needs_secret=False):
        made = clone_pilot(slug, new, name=name, catalogue=with_catalogue, actor=SYSTEM)
    if as_json:
        print_json({**_described(made), "source": slug})
    else:
        click.echo(f"{made.slug}: a draft like {slug}, version {made.version_number} is in force.")


@pilot.command("list")
@json_option
@refusing
def list_all(as_json: bool) -> None:
    """List the pilots."""
    with at_work(needs_secret=False):
        found = list_pilots(None)
    if as_json:
        print_json([_described(each) for each in found])
        return
    for each in found:
        click.echo(f"{each.slug:20} {each.status:8} version {each.version_number:<4} {each.name}")


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refusal(f"{file} is not text in UTF-8.") from error


def _list_problems(refused: PilotFileRefused, *, as_json: bool) -> None:
    if as_json:
        found = [{"line": p.line, "path": p.path, "words": p.words} for p in refused.listed]
        print_json({"problems": found})
        return
    for problem in refused.listed:
        click.echo(str(problem))


def _counts(before: PilotInfo | None, after: PilotInfo) -> dict[str, int]:
    same = before is not None and before.version_id == after.version_id
    return {
        "new": int(before is None),
        "changed": int(before is not None and not same),
        "unchanged": int(same),
        "skipped": 0,
        "failed": 0,
    }


def _described(each: PilotInfo) -> dict[str, object]:
    return {
        "slug": each.slug,
        "name": each.name,
        "status": each.status,
        "version": each.version_number,
        "demo": each.is_demo,
    }
