"""Views of accounts, gathered for the application."""

from app.accounts import invite_views, sign_in_views, team_views, workload_views
from app.accounts.blueprint import accounts

__all__ = ["accounts", "invite_views", "sign_in_views", "team_views", "workload_views"]
