"""Between reports and manuscripts, both ways."""
