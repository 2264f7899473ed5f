"""Owners' screens: `/pilots`, `/pilots/<pilot>/setup|form|team`.

The pilot file, its versions, publishing and going live; moves no brief.
"""
