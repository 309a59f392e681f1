"""What the change is worth: the value map, in exact decimals. Pure: no app, no database."""
