"""The numbers: `/pilots/<pilot>/insights|log`; funnel, arms, effort, export.

Moves no brief.
"""
