"""What a value says: a community of the closed list, a time, a figure that a hand drew badly."""
