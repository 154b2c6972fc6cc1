"""Several reports beside each other: their sum, and a parent's report against that of its children."""
