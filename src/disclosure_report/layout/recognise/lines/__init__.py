"""Linear text: tables whose cells have come apart into lines."""
