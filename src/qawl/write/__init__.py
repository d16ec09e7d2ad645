"""Records -> output, one module per format."""
