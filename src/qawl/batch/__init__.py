"""Many inputs: workers, order, errors, resuming."""
