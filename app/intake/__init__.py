"""The customer's way in: `/p/<pilot>` and its steps.

Moves: submitted (and the arm's draw that goes with it).
"""
