"""`backroom simulate`: a past for a demo pilot, always marked as simulated."""

import sys

import click

from app.automation.simulation import simulate_customers
from app.cli.frame import at_work, refusing


@click.command()
@click.argument("slug")
@click.option("--customers", default=100, show_default=True, type=click.IntRange(1, 100_000))
@click.option("--seed", default=1, show_default=True, help="The same seed, the same people.")
@refusing
def simulate(slug: str, customers: int, seed: int) -> None:
    """Let simulated customers use the demo pilot SLUG over the past ten weeks.

    They pass through the same services as everybody, get no mail, and are never counted in a pilot
    that is not a demo; there the command refuses.
    """
    with (
        at_work(),
        click.progressbar(
            length=customers, label="Simulating", file=sys.stderr, hidden=not sys.stderr.isatty()
        ) as bar,
    ):
        count = simulate_customers(
            slug, customers=customers, seed=seed, progress=lambda _done, _total: bar.update(1)
        )
    click.echo(f"{slug}: {count:,} simulated customers.")
