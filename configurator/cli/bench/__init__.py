"""What `configurator bench` measures, one question a file; the command beside this folder runs and prints them."""
