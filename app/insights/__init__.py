"""The pilot's numbers: owners and analysts read them at /pilots/<pilot>/insights.

Nothing here moves a brief; figures come from the log, formulas from `statistics`.
"""
