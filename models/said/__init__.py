"""What people write in the group, understood: deeds, answers, days, periods, what is wrong."""
