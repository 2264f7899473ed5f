"""Automation: what works without a person, for the owner who wonders when it could.

Today: simulated customers, for `backroom simulate` and the demo; readiness pages come later.
Moves: those of intake, queue, console and delivery, all through their services.
"""
