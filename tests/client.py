"""A test client that looks at every HTML answer and refuses a page that breaks a house rule."""

import re
from collections import Counter
from html.parser import HTMLParser
from typing import Any

from flask import has_app_context
from flask.testing import FlaskClient
from itsdangerous import URLSafeTimedSerializer

from app.extensions import db

VOID = {"input", "br", "img", "meta", "link", "hr", "source", "wbr", "rect", "use", "path"}
SWAPS = {
    "innerHTML",
    "outerHTML",
    "beforebegin",
    "afterbegin",
    "beforeend",
    "afterend",
    "delete",
    "none",
    "morph",
    "morph:innerHTML",
    "morph:outerHTML",
}
UNLABELLED = {"hidden", "submit", "button", "reset", "image"}


class _Page(HTMLParser):
    """What the rules need to know of one page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.forms: list[dict[str, Any]] = []
        self.labels: set[str] = set()
        self.title = ""
        self._in: list[str] = []
        self._form: dict[str, Any] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        found["__inside_label"] = "yes" if "label" in self._in else ""
        self.tags.append((tag, found))
        if tag == "form":
            self._form = {"attrs": found, "names": []}
            self.forms.append(self._form)
        if tag == "label" and found.get("for"):
            self.labels.add(str(found["for"]))
        if self._form is not None and found.get("name"):
            self._form["names"].append(found["name"])
        if tag not in VOID:
            self._in.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._in:
            while self._in and self._in.pop() != tag:
                pass
        if tag == "form":
            self._form = None

    def handle_data(self, data: str) -> None:
        if self._in[-1:] == ["title"]:
            self.title += data


def faults_of(html: str, *, whole: bool) -> list[str]:
    """Return every broken house rule of a page (or of a fragment)."""
    page = _Page()
    page.feed(html)
    found = []
    if whole and not page.title.strip():
        found.append("no title")
    ids = Counter(attrs["id"] for _, attrs in page.tags if attrs.get("id"))
    found += [f"id '{name}' twice" for name, count in ids.items() if count > 1]
    for tag, attrs in page.tags:
        found += _element_faults(tag, attrs, page)
    for form in page.forms:
        post = (form["attrs"].get("method") or "get").lower() == "post"
        if post and "csrf_token" not in form["names"]:
            found.append(f"no csrf_token in the form to {form['attrs'].get('action')}")
        if post and not form["attrs"].get("action"):
            found.append("a post form without action")
    return found


def _element_faults(tag: str, attrs: dict[str, str | None], page: _Page) -> list[str]:
    found = []
    if tag in {"input", "select", "textarea"} and attrs.get("type") not in UNLABELLED:
        labelled = attrs.get("aria-label") or attrs.get("aria-labelledby")
        if not (labelled or attrs["__inside_label"] or attrs.get("id") in page.labels):
            found.append(f"no label for {tag} {attrs.get('name')}")
    verbs = [name for name in attrs if re.fullmatch(r"hx-(get|post|put|patch|delete)", name)]
    if verbs and not attrs.get("hx-target"):
        found.append(f"{verbs[0]} without hx-target on {tag}")
    if set(verbs) - {"hx-get", "hx-post"}:
        found.append(f"{verbs} is neither get nor post")
    if "hx-post" in attrs and not (attrs.get("action") or attrs.get("formaction")):
        found.append(f"hx-post without a plain action on {tag}")
    swap = (attrs.get("hx-swap") or "innerHTML").split()[0]
    if swap not in SWAPS:
        found.append(f"hx-swap '{swap}' is unknown")
    if attrs.get("style") or any(name.startswith(("on", "hx-on")) for name in attrs):
        found.append(f"inline style or script on {tag}")
    return found


class CheckedClient(FlaskClient):
    """Checks every HTML answer; posts with a valid form token unless `sends_token` is off."""

    sends_token = True

    def open(self, *args: Any, **kwargs: Any) -> Any:
        """Make the request, then look at what came back."""
        if kwargs.get("method") == "POST" and self.sends_token:
            kwargs["headers"] = {"X-CSRFToken": self._token(), **dict(kwargs.get("headers") or {})}
        response = super().open(*args, **kwargs)
        if has_app_context():
            db.session.rollback()  # the test looks again at what is stored now
        if response.mimetype == "text/html" and response.status_code not in (204, 301, 302, 303):
            html = response.get_data(as_text=True)
            faults = faults_of(html, whole="<!doctype" in html[:200].lower()) if html else []
            assert faults == [], f"{args} {kwargs.get('data')}: {faults}"
        return response

    def _token(self) -> str:
        with self.session_transaction() as session:
            secret = session.setdefault("csrf_token", "0" * 40)
        signer = URLSafeTimedSerializer(self.application.secret_key, salt="wtf-csrf-token")
        return str(signer.dumps(secret))
