"""Settings, wiring, logging and the operator's commands."""
