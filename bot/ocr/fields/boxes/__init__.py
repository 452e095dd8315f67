"""Values with a box for each character: telephones, addresses, times, names."""
