"""`backroom insights`: a pilot's figures as one JSON document."""

import json

import click

from app.cli.frame import at_work, print_json, refusing
from app.insights.services import insights_document


@click.command()
@click.argument("slug")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document (compact lines).")
@refusing
def insights(slug: str, as_json: bool) -> None:
    """Print the figures of pilot SLUG, as its numbers page shows them."""
    with at_work(needs_secret=False):
        document = insights_document(slug)
    if as_json:
        print_json(document)
        return
    for key, value in document.items():
        click.echo(f"{key}: {json.dumps(value, ensure_ascii=False)}")
