"""`backroom catalogue import`: a table file into a pilot's catalogue."""

import sys
from pathlib import Path

import click

from app.catalogue.importing import ImportReport, import_catalogue
from app.cli.frame import at_work, json_option, print_json, refusing
from app.log import SYSTEM
from app.pilots.services import get_pilot


@click.group()
def catalogue() -> None:
    """Fill a pilot's catalogue."""


@catalogue.command("import")
@click.argument("slug")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Say what would happen and change nothing.")
@json_option
@refusing
def import_file(slug: str, file: Path, dry_run: bool, as_json: bool) -> None:
    """Read FILE (a table with one item a row) into the catalogue of pilot SLUG."""
    with at_work(needs_secret=False), file.open("rb") as source:
        pilot = get_pilot(slug)
        shown = not as_json and sys.stderr.isatty()
        with click.progressbar(
            length=file.stat().st_size, label="Reading", file=sys.stderr, hidden=not shown
        ) as bar:
            report = import_catalogue(
                pilot.id,
                source,
                name=file.name,
                actor=SYSTEM,
                dry_run=dry_run,
                progress=lambda done, _total: bar.update(max(done - bar.pos, 0)),
            )
    if as_json:
        print_json(report.as_document())
    else:
        _tell(report)


def _tell(report: ImportReport) -> None:
    click.echo(" · ".join(f"{count:,} {name}" for name, count in report.counts.items()))
    for group in report.problems:
        rows = ", ".join(f"{row}" for row, _ in group.rows[:5])
        click.echo(
            f"{group.column or 'row'}: {group.count:,} rows (such as {rows}), "
            f"expected {group.expected}. {group.how_to_fix}"
        )
    click.echo(report.pictures)
    if report.is_dry_run:
        click.echo("Nothing was changed: this was a dry run.")
