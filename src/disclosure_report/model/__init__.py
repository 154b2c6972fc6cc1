"""The report and the forms it is made of."""
