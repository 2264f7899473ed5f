"""The command `backroom`: each subcommand parses, calls a service, prints."""
