"""Which stretches of a page tell an event, and what kind and status the rules read in each."""
