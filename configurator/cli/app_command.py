"""`configurator app`: the web configurator."""

from __future__ import annotations

import socket
import sys
from argparse import ArgumentParser, Namespace
from importlib import import_module

from .choices import add_json
from .refusals import DONE, Refused
from .screen import put_json


def arguments(parser: ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("--port", type=int, default=8501, metavar="N", help="port to listen on (default: 8501)")
    parser.add_argument("--address", default="127.0.0.1", metavar="ADDRESS",
                        help="address to listen on (default: 127.0.0.1, this machine only; 0.0.0.0 for all networks)")
    parser.add_argument("--headless", action="store_true", help="open no browser")
    add_json(parser)


def run(args: Namespace) -> int:
    """Serves until Ctrl-C."""
    try:
        run_app = import_module("configurator.web").run_app
    except ModuleNotFoundError as error:
        raise Refused(f"the web application is not installed ({error}); install Lot One with its dependencies") from None
    if not 1 <= args.port <= 65535:
        raise Refused(f"--port is {args.port}; it must be from 1 to 65535")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((args.address, args.port))
        except OSError as error:
            raise Refused(f"{args.address}:{args.port} cannot be listened on ({error.strerror}); choose another "
                          "--port") from None
    if args.json:
        address = f"http://{args.address}:{args.port}"
        put_json({"address": address, "interface": f"{address}/api/openapi.json"})
        sys.stdout.flush()
    run_app(args.port, args.address, headless=args.headless)
    return DONE
