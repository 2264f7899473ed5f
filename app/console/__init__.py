"""The operator console: `/briefs/<id>`; brief, catalogue and tray on one screen.

Moves: sent, undone.
"""
