"""Backroom: run a personalised service by hand before anyone builds the algorithm.

`create_app` puts the parts together; nobody imports from this module but the commands.
"""

from typing import Any

from flask import Flask
from jinja2 import StrictUndefined
from werkzeug.middleware.proxy_fix import ProxyFix

from app import paths
from app.accounts.gate import install_gate
from app.accounts.views import accounts
from app.catalogue.views import catalogue
from app.config import Settings, load_settings
from app.console.views import console
from app.database import install
from app.delivery.views import delivery
from app.extensions import babel, csrf, db, jobs, limiter, migrate
from app.insights.views import insights
from app.intake.views import intake
from app.pilots.views import pilots
from app.queue.views import queue
from app.web.assets import install_assets
from app.web.audience import refuse_unmarked
from app.web.errors import register_errors
from app.web.filters import register_filters
from app.web.headers import install_headers
from app.web.site import site


def create_app(settings: Settings | None = None, **config: Any) -> Flask:
    """Build the application from typed settings; the database may still be down."""
    settings = settings or load_settings()
    settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    app = Flask("app", template_folder=str(paths.TEMPLATES))
    app.config.update(settings.flask())
    app.config.update(config)
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    if settings.proxy_hops:
        hops = settings.proxy_hops
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops
        )
    _start_extensions(app, settings)
    for blueprint in (site, accounts, pilots, catalogue, intake, queue, console, delivery):
        app.register_blueprint(blueprint)
    app.register_blueprint(insights)
    install_assets(app)
    register_filters(app)
    register_errors(app)
    install_headers(app)
    install_gate(app)
    refuse_unmarked(app)
    return app


def _start_extensions(app: Flask, settings: Settings) -> None:
    app.config["RATELIMIT_STORAGE_URI"] = settings.redis_url or "memory://"
    db.init_app(app)
    migrate.init_app(app, db, directory=str(paths.MIGRATIONS), render_as_batch=True)
    csrf.init_app(app)
    limiter.init_app(app)
    babel.init_app(app)
    jobs.init_app(app, file=settings.data / "jobs.sqlite3", redis_url=settings.redis_url)
    with app.app_context():
        install(db.engine, synchronous=settings.sqlite_synchronous)
