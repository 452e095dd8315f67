"""The federation's own form: registered by its marks, read cell by cell."""
