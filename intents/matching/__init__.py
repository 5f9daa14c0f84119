"""From a message to a recognized entry: normalise, gate, match, decide."""
