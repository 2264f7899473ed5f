"""The command `backroom` and its subcommands."""

import click

from app.cli.accounts import user
from app.cli.catalogue import catalogue
from app.cli.database import db_group
from app.cli.demo import demo
from app.cli.doctor import doctor
from app.cli.export import export
from app.cli.insights import insights
from app.cli.invitations import invite
from app.cli.pilots import pilot
from app.cli.routes import routes
from app.cli.running import serve, worker
from app.cli.simulate import simulate


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="backroom", prog_name="backroom")
def main() -> None:
    """Run a personalised service by hand, measure it, and log every choice."""


for command in (
    catalogue,
    db_group,
    demo,
    doctor,
    export,
    insights,
    invite,
    pilot,
    routes,
    serve,
    simulate,
    user,
    worker,
):
    main.add_command(command)
