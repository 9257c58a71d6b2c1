"""Set up in the room itself."""
