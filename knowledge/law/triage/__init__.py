"""Where a dispute goes: a table in YAML that a lawyer can read and change, and pure code over it."""
