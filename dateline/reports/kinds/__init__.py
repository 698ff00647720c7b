"""What kind of event a clause or a noun phrase tells, if any."""
