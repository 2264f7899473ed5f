"""Staff's screens: `/login`, `/logout`, `/admin`; who may enter where.

Accounts, sessions and roles per pilot; moves no brief.
"""
