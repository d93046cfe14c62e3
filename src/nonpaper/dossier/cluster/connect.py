"""A connection to a scheduler whose workers all read as this machine does."""

from __future__ import annotations

import asyncio
import logging
import warnings
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from typing import Any

from nonpaper.dossier.cluster.worker import reads_as, reads_otherwise
from nonpaper.errors import ClusterError, MissingExtraError

WAIT = 5
"""Seconds that a scheduler has to answer."""


@contextmanager
def connected(address: str) -> Iterator[Any]:
    """A client of the scheduler, whose workers have been asked how they read; errors as in `cluster_reader`."""
    distributed = _distributed()
    with _quiet():
        client = _client(distributed, address)
        try:
            ask(client, address)
            yield client
        finally:
            with suppress(OSError, TimeoutError):
                client.close(timeout=WAIT)


def ask(client: Any, address: str) -> None:
    """Asks every worker how it reads; ClusterError where one would read otherwise, or none is there."""
    check(address, _asked(client, address))


def check(address: str, found: Mapping[str, object]) -> None:
    """ClusterError unless there are workers and each, by its address, has said that it reads as this machine does."""
    there = {worker: name for worker, name in sorted(found.items()) if not isinstance(name, OSError)}  # not just gone
    if not there:
        raise ClusterError(f"{address}: has no workers; start some: dask worker {address}")
    wanted = reads_as()
    for worker, name in there.items():
        if isinstance(name, Exception):
            remedy = "install the same Nonpaper there and start it again"
            raise ClusterError(f"{address}: worker {worker} has no such Nonpaper ({name}); {remedy}")
        if name != wanted:
            raise ClusterError(f"{address}: {reads_otherwise(f'worker {worker}', str(name), wanted)}")


def _asked(client: Any, address: str) -> Mapping[str, object]:
    try:
        return dict(client.run(reads_as, on_error="return"))
    except (OSError, TimeoutError) as error:
        raise lost(address) from error


def lost(address: str) -> ClusterError:
    """The error for a scheduler that went away."""
    return ClusterError(
        f"{address}: the scheduler is gone; what was read before is kept; start it and its workers, and give the same "
        "call again for the rest"
    )


def _client(distributed: Any, address: str) -> Any:
    try:
        with ThreadPoolExecutor(1) as apart:  # the caller may have a loop of its own
            apart.submit(asyncio.run, _answers(distributed, address)).result()
        return distributed.Client(address, timeout=WAIT, set_as_default=False)
    except Exception as error:  # whatever something else that listens there may send
        why = str(error).split("\n", maxsplit=1)[0] or "what is there says nothing"
        remedy = "check the address (tcp://host:8786) and that it runs: dask scheduler"
        raise ClusterError(f"{address}: no scheduler answers ({why}); {remedy}") from error


async def _answers(distributed: Any, address: str) -> None:
    """TimeoutError where something at the address takes the call and says nothing; a client would wait for ever."""
    async with asyncio.timeout(2 * WAIT):
        called = await distributed.comm.connect(
            address, timeout=WAIT, **distributed.Security().get_connection_args("client")
        )
    called.abort()


def _distributed() -> Any:
    try:
        import distributed
    except ImportError as error:
        raise MissingExtraError(
            "a cluster needs distributed, which is not installed; pip install 'nonpaper[cluster]'"
        ) from error
    return distributed


@contextmanager
def _quiet() -> Iterator[None]:
    """What Dask would say on standard error is said by our own errors, in one line."""
    loggers = [logging.getLogger(name) for name in ("distributed", "distributed.client")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", module="distributed")  # versions of libraries: `check` asks for its own
            yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)
