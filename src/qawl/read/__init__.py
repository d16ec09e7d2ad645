"""What was named on the command line -> articles: find the inputs, decode them; one module per format."""
