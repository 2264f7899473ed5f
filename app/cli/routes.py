"""`backroom routes`: every address with those who may use it."""

from dataclasses import asdict

import click

from app.cli.frame import json_option, print_json, refusing, start
from app.web.audience import list_routes


@click.command()
@json_option
@refusing
def routes(as_json: bool) -> None:
    """List method, rule and audience of every address."""
    found = [asdict(route) for route in list_routes(start(needs_secret=False))]
    if as_json:
        print_json([{**route, "audience": list(route["audience"])} for route in found])
        return
    for route in found:
        click.echo(f"{route['method']:5} {route['rule']:70} {', '.join(route['audience'])}")
