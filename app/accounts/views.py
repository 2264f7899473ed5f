"""Views of accounts, gathered for the application."""

from app.accounts import sign_in_views, team_views
from app.accounts.blueprint import accounts

__all__ = ["accounts", "sign_in_views", "team_views"]
