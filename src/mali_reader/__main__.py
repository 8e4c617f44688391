"""`python -m mali_reader`, for where the command is not on the path."""

from mali_reader.cli import program

program()
