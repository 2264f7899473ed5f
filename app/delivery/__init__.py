"""The customer's own page: `/d/<token>`, `/my/<public id>`; picks, verdicts, mail.

Moves: released, first_answer, closed, withdrawn.
"""
