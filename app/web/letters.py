"""Put a mail together from its two templates, with the house's look inlined."""

from functools import cache
from typing import Any

import css_inline
from flask import current_app, render_template

from app import paths
from app.outbox.message import Mail
from app.pilots.definition import PilotDefinition


def compose(
    kind: str,
    *,
    to: str,
    subject: str,
    definition: PilotDefinition,
    unsubscribe: str | None = None,
    **values: Any,
) -> Mail:
    """Return the mail of a kind in a pilot's name; `unsubscribe` is the one-click address."""
    known = {
        "definition": definition,
        "brand": definition.brand,
        "zone": definition.promise.time_zone,
        "subject": subject,
        "style": _style(),
        "unsubscribe": unsubscribe,
        **values,
    }
    return Mail(
        to=to,
        subject=f"{subject} · {definition.brand.name}",
        text=render_template(f"mail/{kind}.txt", **known),
        html=_inliner().inline(render_template(f"mail/{kind}.html", **known)),
        sender_name=definition.brand.name,
        reply_to=definition.contact,
        unsubscribe=unsubscribe,
    )


def absolute(path: str) -> str:
    """Return a path of ours as people can open it from a mail."""
    return f"{current_app.config['BACKROOM'].base_url}{path}"


@cache
def _inliner() -> css_inline.CSSInliner:
    return css_inline.CSSInliner(load_remote_stylesheets=False, keep_style_tags=True)


@cache
def _style() -> str:
    return (paths.TEMPLATES / "mail" / "mail.css").read_text()
