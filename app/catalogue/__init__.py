"""The catalogue of a pilot: its items, their import and the search, at /pilots/<pilot>/catalogue.

Owners import, curators search; no brief is moved from here.
"""
