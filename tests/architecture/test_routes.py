"""Every route with those who may use it: a new one cannot appear unreviewed."""

import pytest
from flask import Flask

from app.web.audience import list_routes
from tests.conftest import make_app, make_settings

ID = "int(max=9223372036854775807)"
PUBLIC = "public"
LINK = "customer link"
STAFF = "signed in"
DESK = "curator, lead"
LOOK = "curator, lead, owner"
LEAD = "lead"
OWNER = "owner"
ADMIN = "admin"
SECTION = "<any(plan,promise,slots,arms,answers,look):section>"

# what                                                             who may
TABLE = f"""
GET / | {PUBLIC}
GET /account | {STAFF}
POST /account | {STAFF}
POST /account/password | {STAFF}
POST /account/sessions/<{ID}:session_id>/end | {STAFF}
POST /account/shift | {STAFF}
GET /admin | {ADMIN}
POST /admin/people | {ADMIN}
POST /admin/people/<{ID}:staff_id>/<any(disable,enable):what> | {ADMIN}
GET /briefs/<{ID}:brief_id> | {LOOK}
POST /briefs/<{ID}:brief_id>/beat | {DESK}
POST /briefs/<{ID}:brief_id>/claim | {DESK}
POST /briefs/<{ID}:brief_id>/hand-over | {DESK}
GET /briefs/<{ID}:brief_id>/items/<{ID}:item_id> | {DESK}
POST /briefs/<{ID}:brief_id>/looks/<{ID}:item_id> | {DESK}
POST /briefs/<{ID}:brief_id>/override | {DESK}
GET /briefs/<{ID}:brief_id>/preview | {LOOK}
POST /briefs/<{ID}:brief_id>/put-back | {DESK}
POST /briefs/<{ID}:brief_id>/release | {LEAD}
POST /briefs/<{ID}:brief_id>/send | {DESK}
POST /briefs/<{ID}:brief_id>/settle | {DESK}
POST /briefs/<{ID}:brief_id>/take-over | {LEAD}
POST /briefs/<{ID}:brief_id>/tray | {DESK}
POST /briefs/<{ID}:brief_id>/tray/<{ID}:item_id>/fields | {DESK}
POST /briefs/<{ID}:brief_id>/tray/<{ID}:item_id>/reason | {DESK}
POST /briefs/<{ID}:brief_id>/tray/letter | {DESK}
POST /briefs/<{ID}:brief_id>/undo | {DESK}
GET /d/<token> | {PUBLIC}
GET /healthz | {PUBLIC}
GET /i/<token> | {PUBLIC}
GET /join/<token> | {PUBLIC}
POST /join/<token> | {PUBLIC}
GET /login | {PUBLIC}
POST /login | {PUBLIC}
POST /logout | {PUBLIC}
GET /my/<public_id> | {LINK}
POST /my/<public_id>/again | {LINK}
POST /my/<public_id>/closing | {LINK}
POST /my/<public_id>/follow | {LINK}
POST /my/<public_id>/follow-up/<key> | {LINK}
POST /my/<public_id>/link | {PUBLIC}
POST /my/<public_id>/opened | {LINK}
POST /my/<public_id>/picks/<{ID}:pick_id> | {LINK}
POST /my/<public_id>/set | {LINK}
GET /my/<public_id>/withdraw | {LINK}
POST /my/<public_id>/withdraw | {LINK}
GET /p/<slug> | {PUBLIC}
POST /p/<slug> | {PUBLIC}
GET /p/<slug>/b/<public_id> | {LINK}
GET /p/<slug>/b/<public_id>/<step_key> | {LINK}
POST /p/<slug>/b/<public_id>/<step_key> | {LINK}
GET /p/<slug>/b/<public_id>/check-answers | {LINK}
POST /p/<slug>/b/<public_id>/check-answers | {LINK}
GET /p/<slug>/b/<public_id>/finish-later | {LINK}
POST /p/<slug>/b/<public_id>/finish-later | {LINK}
POST /p/<slug>/waiting | {PUBLIC}
GET /pictures/<name>.webp | {PUBLIC}
GET /pilots | {STAFF}
POST /pilots | {OWNER}
GET /pilots/new | {OWNER}
GET /pilots/<slug> | analyst, curator, lead, owner
GET /pilots/<slug>/catalogue | curator, lead, owner
GET /pilots/<slug>/catalogue/<{ID}:item_id> | curator, lead, owner
POST /pilots/<slug>/catalogue/<{ID}:item_id>/<any(archive,offer):what> | {OWNER}
GET /pilots/<slug>/catalogue/<{ID}:item_id>/edit | {OWNER}
POST /pilots/<slug>/catalogue/<{ID}:item_id>/edit | {OWNER}
POST /pilots/<slug>/catalogue/<{ID}:item_id>/picture | {OWNER}
GET /pilots/<slug>/catalogue/import | {OWNER}
POST /pilots/<slug>/catalogue/import | {OWNER}
GET /pilots/<slug>/catalogue/import/<token> | {OWNER}
POST /pilots/<slug>/catalogue/import/<token> | {OWNER}
GET /pilots/<slug>/catalogue/import/<token>/columns | {OWNER}
POST /pilots/<slug>/catalogue/import/<token>/columns | {OWNER}
GET /pilots/<slug>/catalogue/import/<token>/failed | {OWNER}
GET /pilots/<slug>/catalogue/import/template.csv | {OWNER}
GET /pilots/<slug>/catalogue/imports | {OWNER}
GET /pilots/<slug>/catalogue/new | {OWNER}
POST /pilots/<slug>/catalogue/new | {OWNER}
POST /pilots/<slug>/catalogue/imports/<{ID}:import_id>/undo | {OWNER}
GET /pilots/<slug>/form | {OWNER}
POST /pilots/<slug>/form | {OWNER}
GET /pilots/<slug>/form/<place> | {OWNER}
POST /pilots/<slug>/form/<place> | {OWNER}
GET /pilots/<slug>/form/preview | {OWNER}
POST /pilots/<slug>/form/preview | {OWNER}
GET /pilots/<slug>/form/preview/<step_key> | {OWNER}
POST /pilots/<slug>/form/preview/<step_key> | {OWNER}
GET /pilots/<slug>/insights | analyst, lead, owner
GET /pilots/<slug>/invitations | analyst, owner
GET /pilots/<slug>/invitations/import | {OWNER}
POST /pilots/<slug>/invitations/import | {OWNER}
GET /pilots/<slug>/invitations/import/<token> | {OWNER}
POST /pilots/<slug>/invitations/import/<token> | {OWNER}
POST /pilots/<slug>/invitations/send | {OWNER}
GET /pilots/<slug>/jobs/<public_id> | {OWNER}
GET /pilots/<slug>/log | analyst, lead, owner
POST /pilots/<slug>/log/export | analyst, owner
GET /pilots/<slug>/outbox | lead, owner
POST /pilots/<slug>/outbox/<{ID}:outbox_id>/again | lead, owner
GET /pilots/<slug>/setup | {OWNER}
POST /pilots/<slug>/setup | {OWNER}
GET /pilots/<slug>/setup/{SECTION} | {OWNER}
POST /pilots/<slug>/setup/{SECTION} | {OWNER}
GET /pilots/<slug>/setup/clone | {OWNER}
POST /pilots/<slug>/setup/clone | {OWNER}
POST /pilots/<slug>/setup/discard | {OWNER}
GET /pilots/<slug>/setup/items/<place> | {OWNER}
POST /pilots/<slug>/setup/items/<place> | {OWNER}
GET /pilots/<slug>/setup/publish | {OWNER}
POST /pilots/<slug>/setup/publish | {OWNER}
GET /pilots/<slug>/setup/pilot.yaml | {OWNER}
POST /pilots/<slug>/setup/status | {OWNER}
GET /pilots/<slug>/team | {OWNER}
POST /pilots/<slug>/team | {OWNER}
POST /pilots/<slug>/team/<{ID}:staff_id>/<any(curator,lead,owner,analyst):role>/end | {OWNER}
GET /pilots/<slug>/team/<{ID}:staff_id> | {OWNER}
POST /pilots/<slug>/team/<{ID}:staff_id> | {OWNER}
POST /pilots/<slug>/team/invite | {OWNER}
POST /pilots/<slug>/team/invites/<{ID}:invite_id>/revoke | {OWNER}
GET /queue | {LOOK}
POST /queue/next | {DESK}
GET /readyz | {PUBLIC}
GET /static/<path:filename> | {PUBLIC}
GET /stop/<word> | {PUBLIC}
POST /stop/<word> | {PUBLIC}
POST /theme | {PUBLIC}
"""


def table() -> dict[str, str]:
    """Read the table above: 'METHOD rule' to audience."""
    rows = (line.split(" | ") for line in TABLE.strip().splitlines())
    return {route.strip(): audience.strip() for route, audience in rows}


@pytest.fixture(scope="module")
def plain_app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    return make_app(make_settings(tmp_path_factory.mktemp("routes")))


def test_every_route_is_in_the_table_with_its_audience(plain_app: Flask) -> None:
    there = {f"{r.method} {r.rule}": ", ".join(r.audience) for r in list_routes(plain_app)}

    assert there == table()


def test_a_route_reads_by_get_or_changes_by_post(plain_app: Flask) -> None:
    assert {route.method for route in list_routes(plain_app)} == {"GET", "POST"}


def test_whole_numbers_in_addresses_fit_the_database(plain_app: Flask) -> None:
    unbounded = [r.rule for r in list_routes(plain_app) if "<int:" in r.rule]

    assert unbounded == []


def test_pages_of_one_pilot_carry_its_name_for_the_gate(plain_app: Flask) -> None:
    """The gate finds the pilot by `slug` or `brief_id`: a staff page about one must carry it."""
    blind = [
        route.rule
        for route in list_routes(plain_app)
        if route.rule.startswith(("/pilots/", "/briefs/"))
        and "<slug>" not in route.rule
        and ":brief_id>" not in route.rule
        and route.rule != "/pilots/new"  # it is about none yet
    ]

    assert blind == []
