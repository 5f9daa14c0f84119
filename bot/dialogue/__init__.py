"""The core without I/O: messages, state, stages, step, effects."""
