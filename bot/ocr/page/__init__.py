"""A photo as pixels, and its lines of text: where each stands, in which cell, in which row."""
