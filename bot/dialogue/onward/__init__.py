"""Where the case goes: limits, ways, papers, the organization it is handed to."""
