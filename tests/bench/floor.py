"""The floor: what this stack can do for the same work, bare; no sign-in, roles, audit or design.

Each endpoint is one step of the product without what makes it a product, on the same database
settings (WAL, synchronous FULL).  `python -m tests.bench.bench_http` drives both in turn.
"""

import os
import sqlite3

from flask import Flask, redirect, render_template_string, request
from flask_sqlalchemy import SQLAlchemy
from flask_wtf import CSRFProtect, FlaskForm
from sqlalchemy import event, select, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from wtforms import EmailField, StringField
from wtforms.validators import InputRequired, Length

TILES = """{% for row in rows %}<li><a href="/item/{{ row.id }}">{{ row.title }}</a>
<p>{{ row.maker }}</p></li>{% endfor %}<ul>{% for f in facets %}<li>{{ f[0] }} {{ f[1] }}
{{ f[2] }}</li>{% endfor %}</ul>"""
ROWS = """<table>{% for row in rows %}<tr><td>{{ row.name }}</td><td>{{ row.wish }}</td>
<td>{{ row.status }}</td></tr>{% endfor %}</table>"""


class Base(DeclarativeBase):
    """Plain models."""


db = SQLAlchemy(model_class=Base)


class Wish(db.Model):  # type: ignore[name-defined]
    """One record of a request."""

    __tablename__ = "wish"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    email: Mapped[str]
    wish: Mapped[str]
    status: Mapped[str] = mapped_column(default="queued", index=True)


class WishForm(FlaskForm):
    """The same fields as the product's last step."""

    name = StringField(validators=[InputRequired(), Length(max=80)])
    email = EmailField(validators=[InputRequired(), Length(max=200)])
    wish = StringField(validators=[InputRequired(), Length(max=2000)])


def create_floor() -> Flask:
    """Return the bare application; the database lies where FLOOR_DATABASE says."""
    app = Flask("floor")
    app.config.update(
        SECRET_KEY="0" * 40,
        SQLALCHEMY_DATABASE_URI=f"sqlite:///{os.environ['FLOOR_DATABASE']}",
        WTF_CSRF_TIME_LIMIT=None,
    )
    db.init_app(app)
    CSRFProtect(app)
    with app.app_context():
        event.listen(db.engine, "connect", _pragmas)
        db.create_all()
    app.add_url_rule("/intake", view_func=intake, methods=["POST"])
    app.add_url_rule("/claim", view_func=claim, methods=["POST"])
    app.add_url_rule("/deliver/<int:wish_id>", view_func=deliver, methods=["POST"])
    app.add_url_rule("/search", view_func=search)
    app.add_url_rule("/queue", view_func=queue)
    return app


def _pragmas(connection: sqlite3.Connection, _record: object) -> None:
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=10000"):
        connection.execute(f"PRAGMA {pragma}")


def intake() -> object:
    """Create one record."""
    form = WishForm()
    if not form.validate_on_submit():
        return "bad", 422
    db.session.add(Wish(name=form.name.data, email=form.email.data, wish=form.wish.data))
    db.session.commit()
    return redirect("/thanks", 303)


def claim() -> object:
    """Claim the next record."""
    found = db.session.execute(
        text(
            "UPDATE wish SET status='claimed' WHERE id = (SELECT id FROM wish "
            "WHERE status='queued' ORDER BY id LIMIT 1) RETURNING id, name, wish"
        )
    ).one_or_none()
    db.session.commit()
    return (f"<h1>{found.name}</h1><p>{found.wish}</p>", 200) if found else ("none", 204)


def deliver(wish_id: int) -> object:
    """Deliver a record."""
    db.session.execute(text("UPDATE wish SET status='done' WHERE id=:id"), {"id": wish_id})
    db.session.execute(text("INSERT INTO done (wish_id) VALUES (:id)"), {"id": wish_id})
    db.session.commit()
    return redirect("/queue", 303)


def search() -> object:
    """Search with a prefix and count two facets exactly."""
    words = " ".join(f'"{word}"' for word in request.args["q"].split()) + "*"
    rows = db.session.execute(
        text(
            "SELECT item.id, item.title, item.maker FROM words JOIN item ON item.id = words.rowid "
            "WHERE words MATCH :q ORDER BY bm25(words) LIMIT 24"
        ),
        {"q": words},
    ).all()
    facets = db.session.execute(
        text(
            "SELECT facet.name, facet.value, COUNT(*) FROM words JOIN facet "
            "ON facet.item_id = words.rowid WHERE words MATCH :q GROUP BY 1, 2"
        ),
        {"q": words},
    ).all()
    return render_template_string(TILES, rows=rows, facets=facets)


def queue() -> object:
    """Show fifty records."""
    rows = db.session.scalars(select(Wish).order_by(Wish.id).limit(50)).all()
    return render_template_string(ROWS, rows=rows)
