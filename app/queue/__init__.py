"""The curators' queue: `/queue`; who works on what, and for how long.

Moves: claimed, put_back, lapsed, handed_over, taken_over, answered_by_policy.
"""
