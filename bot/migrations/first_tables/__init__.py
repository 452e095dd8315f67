"""The tables of revision 0001, as they were when it was written."""
