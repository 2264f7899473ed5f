"""Links that let a customer in: derived tokens, of which the database holds only the hash.

A token is an HMAC over brief, kind and generation, so that a mail weeks later can carry the same
one; a new generation revokes the old.  Kinds: `screen` (shown after submitting), `mail` (its use
proves the address), `resume` (back to an unfinished draft); `draft` is a cookie alone.
"""

import base64
import hashlib
import hmac
from dataclasses import dataclass
from datetime import timedelta

from flask import current_app
from itsdangerous import BadSignature, URLSafeSerializer
from sqlalchemy import select, update

from app import log
from app.clock import now
from app.database import writing
from app.exceptions import Gone, NotFound
from app.extensions import db
from app.lifecycle import Arm
from app.log import Actor
from app.models import Brief, Customer, CustomerLink, Pilot

RESUME_FOR = timedelta(days=14)
_PURPOSE = b"backroom customer link v1"
_TEST_SALT = "backroom test link"
_UNKNOWN = "This link leads nowhere. Please copy the whole of it from the mail."
_ENDED = "This link has ended. A newer one was sent to you, or the draft is no more."


@dataclass(frozen=True, slots=True)
class Grant:
    """What a link or cookie lets somebody see: one brief, and how they came by it."""

    public_id: str
    kind: str
    generation: int
    brief_id: int
    customer_id: int | None
    pilot_slug: str
    status: str

    @property
    def proves_address(self) -> bool:
        """Tell whether its holder reads the mail of the address that was given."""
        return self.kind == "mail"


def token_for(brief_public_id: str, kind: str, generation: int, secret: str) -> str:
    """Return the token of a link; the same inputs always give the same one."""
    key = hmac.new(secret.encode(), _PURPOSE, hashlib.sha256).digest()
    message = f"{brief_public_id}:{kind}:{generation}".encode()
    digest = hmac.new(key, message, hashlib.sha256).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def hash_token(token: str) -> str:
    """Return what the database keeps of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def _secrets() -> list[str]:
    config = current_app.config
    return [config["SECRET_KEY"], *config.get("SECRET_KEY_FALLBACKS", [])]


def issue_links(brief: Brief, kinds: tuple[str, ...] = ("screen", "mail")) -> str:
    """Write a brief's links inside the open write block; return the token of the first kind."""
    tokens = [issue_link(brief, kind) for kind in kinds]
    return tokens[0]


def issue_link(brief: Brief, kind: str) -> str:
    """Write one link of the present generation unless it is there already; return its token."""
    found = db.session.scalar(
        select(CustomerLink).where(
            CustomerLink.brief_id == brief.id,
            CustomerLink.kind == kind,
            CustomerLink.generation == brief.link_generation,
        )
    )
    if found is not None:
        return _token_of(brief.public_id, found)
    token = token_for(brief.public_id, kind, brief.link_generation, _secrets()[0])
    db.session.add(
        CustomerLink(
            pilot_id=brief.pilot_id,
            brief_id=brief.id,
            kind=kind,
            generation=brief.link_generation,
            token_hash=hash_token(token),
            created_at=now(),
        )
    )
    return token


def _token_of(public_id: str, link: CustomerLink) -> str:
    for secret in _secrets():
        token = token_for(public_id, link.kind, link.generation, secret)
        if hash_token(token) == link.token_hash:
            return token
    raise Gone("This link was made with a secret that is no longer in use.")


def link_token(brief_id: int, kind: str) -> str:
    """Return the live token of a brief's link, also after the secret was rotated; or raise Gone."""
    brief = db.session.get(Brief, brief_id)
    link = db.session.scalar(
        select(CustomerLink)
        .where(
            CustomerLink.brief_id == brief_id,
            CustomerLink.kind == kind,
            CustomerLink.revoked_at.is_(None),
        )
        .order_by(CustomerLink.generation.desc())
        .limit(1)
    )
    if brief is None or link is None or link.generation != brief.link_generation:
        raise Gone(_ENDED)
    return _token_of(brief.public_id, link)


def open_link(token: str) -> Grant:
    """Return what a token grants and note its use; raise NotFound or Gone.  Changes no state."""
    link = db.session.scalar(
        select(CustomerLink).where(CustomerLink.token_hash == hash_token(token))
    )
    brief = db.session.get(Brief, link.brief_id) if link else None
    if link is None or brief is None:
        raise NotFound(_UNKNOWN)
    grant = confirm(brief.public_id, link.kind, link.generation)
    log.note_read(
        "link_used",
        actor=Actor.customer(grant.customer_id),
        pilot_id=brief.pilot_id,
        brief_id=brief.id,
        customer_id=grant.customer_id,
    )
    return grant


def confirm(public_id: str, kind: str, generation: int) -> Grant:
    """Return what a cookie still grants; raise NotFound, or Gone once it was revoked."""
    row = db.session.execute(
        select(Brief, Pilot.slug, CustomerLink)
        .join(Pilot, Pilot.id == Brief.pilot_id)
        .outerjoin(
            CustomerLink,
            (CustomerLink.brief_id == Brief.id)
            & (CustomerLink.kind == kind)
            & (CustomerLink.generation == generation),
        )
        .where(Brief.public_id == public_id)
    ).first()
    if row is None:
        raise NotFound(_UNKNOWN)
    brief, slug, link = row
    if generation != brief.link_generation or not _is_live(kind, link):
        raise Gone(_ENDED)
    return Grant(public_id, kind, generation, brief.id, brief.customer_id, slug, brief.status)


def _is_live(kind: str, link: CustomerLink | None) -> bool:
    if kind == "draft":
        return True
    if link is None or link.revoked_at is not None:
        return False
    return kind != "resume" or now() < link.created_at + RESUME_FOR


def revoke(brief_id: int, kind: str) -> None:
    """End the links of one kind; inside a write block."""
    db.session.execute(
        update(CustomerLink)
        .where(
            CustomerLink.brief_id == brief_id,
            CustomerLink.kind == kind,
            CustomerLink.revoked_at.is_(None),
        )
        .values(revoked_at=now())
        .execution_options(synchronize_session=False)
    )


def note_proof(grant: Grant) -> None:
    """Note, at the first POST after a mailed link was used, that the address is the customer's."""
    if not grant.proves_address or grant.customer_id is None:
        return
    customer = db.session.get(Customer, grant.customer_id)
    if customer is None or customer.proven_at is not None:
        return
    with writing():
        customer = db.session.get(Customer, grant.customer_id, populate_existing=True)
        if customer is not None and customer.proven_at is None:
            customer.proven_at = now()
            log.append(
                "address_proven",
                actor=Actor.customer(customer.id),
                pilot_id=customer.pilot_id,
                customer_id=customer.id,
            )


def make_test_token(slug: str, arm: Arm | str) -> str:
    """Return the signed part of a test link: it leads to one arm and marks the brief as a test."""
    return str(_test_serializer().dumps([slug, Arm(arm).value]))


def read_test_token(token: str, slug: str) -> str:
    """Return the arm a test link of this pilot leads to; raise NotFound for any other."""
    try:
        of_slug, arm = _test_serializer().loads(token)
        found = Arm(arm).value
    except (BadSignature, ValueError, TypeError) as error:
        raise NotFound("This test link is not whole. Please copy it again.") from error
    if of_slug != slug:
        raise NotFound("This test link belongs to another pilot.")
    return found


def _test_serializer() -> URLSafeSerializer:
    return URLSafeSerializer(list(reversed(_secrets())), salt=_TEST_SALT)
