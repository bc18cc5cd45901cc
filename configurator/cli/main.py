"""Runs a command and turns whatever happens into an exit code and a sentence."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Sequence

from configurator.errors import LotOneError

from .parser import build_parser
from .refusals import INTERRUPTED, PIPE_CLOSED, WRONG_USAGE, WrongUsage, fault, refuse


def main(argv: Sequence[str] | None = None) -> int:
    """The command line. Exit code: 0 done, 1 refused with a reason, 2 wrong usage."""
    parser = build_parser()
    try:
        args = parser.parse_args(argv)
    except SystemExit as leaving:  # argparse: help and version are done, everything else is wrong usage
        return int(leaving.code or 0)
    if args.command is None:
        parser.print_help(sys.stderr)
        return WRONG_USAGE
    return _run(args)


def _run(args: Namespace) -> int:
    as_json, language = getattr(args, "json", False), getattr(args, "language", None) or "en"
    code = WRONG_USAGE
    try:
        code = int(args.run(args))
        sys.stdout.flush()
    except WrongUsage as wrong:
        print(f"configurator: {wrong}", file=sys.stderr)
    except KeyboardInterrupt:
        code = INTERRUPTED
    except BrokenPipeError:
        # Python would complain when it flushes at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = PIPE_CLOSED
    except LotOneError as error:
        code = refuse(error, as_json=as_json, language=language)
    except Exception as error:
        code = fault(error, as_json=as_json)
    return code
