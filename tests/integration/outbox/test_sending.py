"""Mails leave through a real SMTP server, at least once, and never carry more than a link."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from app import clock
from app.clock import now
from app.delivery.mails import render_mail
from app.extensions import db
from app.models import OutboxRow
from app.outbox.message import Mail
from app.outbox.sender import LEASE, Letter, drain
from app.outbox.transport import FileTransport, SmtpTransport
from tests.factories import make_brief, make_pilot
from tests.smtp import Mailbox, running

FROM = "Backroom <backroom@pilot.example>"


@pytest.fixture
def box() -> Iterator[Mailbox]:
    with running() as mailbox:
        yield mailbox


def send(box: Mailbox) -> int:
    db.session.expire_all()
    return drain(render_mail, SmtpTransport(box.url), mail_from=FROM)


def row() -> OutboxRow:
    db.session.expire_all()
    return db.session.scalars(select(OutboxRow)).one()


def test_a_mail_carries_both_parts_and_a_live_link(app: Flask, box: Mailbox) -> None:
    brief = make_brief(make_pilot(), address="ana@reader.example", name="Ana Lindqvist")

    assert send(box) == 1

    mail = box.messages[0]
    text = mail.get_body(("plain",)).get_content()  # type: ignore[union-attr]
    html = mail.get_body(("html",)).get_content()  # type: ignore[union-attr]
    assert mail["To"] == "ana@reader.example"
    assert mail["From"] == "Halfleaf <backroom@pilot.example>"
    assert mail["Reply-To"] == "hello@halfleaf.example"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert "/d/" in text
    assert "/d/" in html
    assert brief.public_id not in text + html
    assert "Something kind" not in text + html
    assert row().state == "sent"


def test_a_second_round_sends_nothing_again(app: Flask, box: Mailbox) -> None:
    make_brief(make_pilot())

    assert [send(box), send(box)] == [1, 0]


def test_a_temporary_refusal_is_tried_again_with_the_same_message_id(
    app: Flask, box: Mailbox
) -> None:
    make_brief(make_pilot())
    box.refuse_next.append("451 4.3.0 later")

    assert send(box) == 0
    waiting = row()
    assert (waiting.state, waiting.attempts) == ("waiting", 1)
    assert waiting.due_at > now()
    with clock.pretend(now() + timedelta(minutes=5)):
        assert send(box) == 1

    assert box.messages[0]["Message-ID"] == row().message_id


def test_an_unknown_mailbox_fails_for_good(app: Flask, box: Mailbox) -> None:
    make_brief(make_pilot(), address="bounce@reader.example")

    assert send(box) == 0
    assert row().state == "failed"
    assert "reader.example" not in (row().last_error or "")


def test_a_server_that_is_away_is_waited_for(app: Flask) -> None:
    make_brief(make_pilot())

    assert drain(render_mail, SmtpTransport("smtp://127.0.0.1:9"), mail_from=FROM) == 0
    assert row().state == "waiting"


def test_a_row_whose_sender_died_is_sent_by_the_next(app: Flask, box: Mailbox) -> None:
    make_brief(make_pilot())

    class Killed(BaseException):
        pass

    def die(_letter: object) -> None:
        raise Killed

    with pytest.raises(Killed):
        drain(die, SmtpTransport(box.url), mail_from=FROM)
    assert send(box) == 0
    with clock.pretend(now() + timedelta(minutes=3)):
        assert send(box) == 1


def test_a_mail_becomes_a_file_when_no_server_is_set(app: Flask) -> None:
    make_brief(make_pilot())
    folder = app.config["BACKROOM"].data / "mail"

    drain(render_mail, FileTransport(folder), mail_from=FROM)

    files = list(folder.glob("*.eml"))
    assert len(files) == 1
    assert files[0].stat().st_mode & 0o077 == 0


def test_a_mail_that_cannot_be_written_keeps_no_other_from_leaving(
    app: Flask, box: Mailbox
) -> None:
    pilot = make_pilot()
    first, second = make_brief(pilot), make_brief(pilot)

    def render(letter: Letter) -> Mail | None:
        if letter.brief_id == first.id:
            raise KeyError("a fault of ours")
        return render_mail(letter)

    assert drain(render, SmtpTransport(box.url), mail_from=FROM) == 1

    db.session.expire_all()
    states = dict(db.session.execute(select(OutboxRow.brief_id, OutboxRow.state)).all())
    assert states == {first.id: "waiting", second.id: "sent"}


def test_a_slow_round_leaves_what_another_sender_took_meanwhile(app: Flask, box: Mailbox) -> None:
    pilot = make_pilot()
    make_brief(pilot), make_brief(pilot)
    others: list[int] = []

    def slow(letter: Letter) -> Mail | None:
        if not others:
            others.append(0)
            with clock.pretend(now() + LEASE + timedelta(seconds=1)):
                others.append(drain(render_mail, SmtpTransport(box.url), mail_from=FROM))
        return render_mail(letter)

    drain(slow, SmtpTransport(box.url), mail_from=FROM)

    assert others == [0, 2]
    assert len(box.messages) == 3  # the one under way may come twice, the next one never
