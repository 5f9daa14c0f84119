"""The mediators' desk."""
