"""Reading over a Dask cluster: the same readings in the same order, read by its workers; needs the extra `cluster`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from nonpaper.claims.bulk import Read, in_order
from nonpaper.dossier.cluster.connect import connected
from nonpaper.dossier.cluster.hands import Hands
from nonpaper.dossier.reader import Reader, state
from nonpaper.model.finding import Finding
from nonpaper.model.reading import Reading
from nonpaper.model.report import ReportText

__all__ = ["cluster_reader"]


@contextmanager
def cluster_reader(address: str, read: Read | None = None) -> Iterator[Reader]:
    """The reader whose reports are read by the workers of the scheduler at `address` (tcp://host:8786).

    Its readings are those of `shipped_reader`, or of `read`, which every worker must be able to import. Raises
    ClusterError where the scheduler does not answer, has no workers, or one reads in another way than this machine;
    MissingExtraError without distributed. A scheduler lost later raises the same while reading.
    """
    with connected(address) as client:

        def read_all(items: Iterable[ReportText | Finding], _: int) -> Iterator[Reading | Finding]:
            hands = Hands(client, address, read)
            return in_order(items, hands.give, hands.take, hands.ahead)

        yield Reader(state(), read_all)
