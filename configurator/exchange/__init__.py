"""One file per format, plain values to bytes and back."""
