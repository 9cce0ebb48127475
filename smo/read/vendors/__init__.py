"""One file per vendor: what its exports look like, as data."""
