"""`backroom export`: a pilot's log as files, for a purpose that is named."""

import sys
from pathlib import Path

import click

from app.cli.frame import at_work, json_option, print_json, refusing
from app.insights.exporting import Format, Purpose, export_pilot_log
from app.log import SYSTEM


@click.command()
@click.argument("slug")
@click.option(
    "--format",
    "file_format",
    type=click.Choice(["csv", "jsonl"]),
    default="csv",
    show_default=True,
)
@click.option(
    "--purpose",
    type=click.Choice(["measurement", "training"]),
    required=True,
    help="What the data is for; training holds only customers who agreed to it.",
)
@click.option(
    "--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="Folder."
)
@json_option
@refusing
def export(slug: str, file_format: Format, purpose: Purpose, out: Path, as_json: bool) -> None:
    """Write the log of pilot SLUG into a folder, with its data dictionary."""
    shown = not as_json and sys.stderr.isatty()
    with at_work(needs_secret=False):
        files = export_pilot_log(
            slug,
            format=file_format,
            purpose=purpose,
            out=out,
            actor=SYSTEM,
            progress=_tell_progress if shown else None,
        )
    if shown:
        click.echo(err=True)
    if as_json:
        print_json({"files": [str(file) for file in files]})
        return
    for file in files:
        click.echo(str(file))


def _tell_progress(name: str, rows: int) -> None:
    click.echo(f"\r\033[K{name}: {rows:,} rows", nl=False, err=True)
