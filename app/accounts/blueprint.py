"""The blueprint of accounts."""

from flask import Blueprint, Flask
from flask.sansio.blueprints import BlueprintSetupState

from app.accounts.passwords import install_passwords

accounts = Blueprint("accounts", __name__)


@accounts.record_once
def _prepare(state: BlueprintSetupState) -> None:
    if isinstance(state.app, Flask):
        install_passwords(state.app)
