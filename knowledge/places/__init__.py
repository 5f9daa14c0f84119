"""Regions and towns, and the reading of a place out of a sentence."""
