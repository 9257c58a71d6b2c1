"""How fast the workbench answers when twenty people use it at once, on a large ledger.

    python benchmarks/workbench_load.py --ledger LARGE.db [--users 20] [--minutes 10]

``sayso serve`` runs in a process of its own over a ledger of some 100,000 claims (``origins_scale.py --keep FOLDER``
leaves one), and locust's visitors (:mod:`workbench_users`) ask it over the loopback: every view alike, filters drawn
from what the ledger holds, half a second to two and a half between two pages. Milliseconds are those of whole answers,
measured by the visitor, on a machine that serves and visits at once. Data that a view's drawing asks for counts as a
view of its own. Before the clock starts one address of each view is opened: a server that has just started still
loads what it needs. An answer of 400 or more is an error. The server's processor time is told beside, which other work
on the machine does not change; only runs of ten minutes are recorded.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, urlencode

from results import record, table
from sayso.ledger import Ledger, make_filters
from sayso.workbench.words import key

HERE = Path(__file__).parent
#: different addresses of each kind of view
SAMPLES = 60
#: seconds until the server must answer for the first time
PATIENCE = 120
#: minutes of a run that is recorded
LONG = 10.0
WORDS = (
    "dead",
    "killed",
    "police",
    "minister",
    "army",
    "port",
    "strike",
    "flood",
    "school",
    "hospital",
    "union",
    "oil",
)


def views(path: Path) -> dict[str, list[str]]:
    """View -> addresses, drawn from what the ledger holds."""
    draw = random.Random(6)
    with Ledger.open(path, create=False) as ledger:
        facets = ledger.facets(make_filters(), 40)
        documents = [
            each for start in range(0, 4000, 400) for each in ledger.documents(make_filters(limit=6, offset=start))
        ]
        claims = [each for word in WORDS for each in ledger.claims(make_filters(query=word, limit=6))]
        clusters = [each for word in WORDS for each in ledger.clusters(make_filters(query=word, limit=4), pages=2)]
        sources = [each.speaker for each in ledger.sources(make_filters(limit=SAMPLES)) if each.speaker]
        things = [each.query for each in ledger.things(make_filters(), 40).things]
    filters = [
        each.query
        for facet in (facets.outlet, facets.source, facets.place, facets.time, facets.status)
        for each in facet
    ]
    asked = (
        [{"q": word} for word in WORDS]
        + filters
        + [{"q": draw.choice(WORDS), **draw.choice(filters)} for _ in range(SAMPLES)]
    )
    drawn = [urlencode(query) for query in asked]

    def with_filters(address: str) -> list[str]:
        return [address, *(f"{address}?{query}" for query in drawn)]

    return {
        "ledger": ["/claims", *(f"/claims?page={draw.randint(1, 200)}" for _ in range(10))],
        "ledger, asked": [f"/claims?{query}" for query in drawn],
        "ledger, by relevance": [f"/claims?q={word}&sort=relevance" for word in WORDS],
        "ledger as JSON": [f"/claims.json?{query}" for query in drawn],
        "pages": with_filters("/documents"),
        "reading": [f"/documents/{key(each.id)}" for each in documents],
        "claim": [f"/claims/{key(each.document.id)}/{each.id}" for each in claims],
        "timeline": with_filters("/timeline"),
        "timeline, drawn": with_filters("/timeline/items"),
        "map": with_filters("/map"),
        "map, drawn": with_filters("/map.geojson"),
        "movements": with_filters("/movements"),
        "figures": ["/figures"],
        "figures, asked": [f"/figures?{urlencode(query)}" for query in things],
        "sources": with_filters("/sources"),
        "source": [f"/sources/{quote(name, safe='')}" for name in sources],
        "origins": with_filters("/origins"),
        "cluster": [f"/origins/{each.cluster}" for each in clusters],
        "review": ["/review"],
        "add": ["/add"],
        "export": ["/export"],
    }


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(address: str) -> None:
    until = time.monotonic() + PATIENCE
    while True:
        try:
            urllib.request.urlopen(address, timeout=10).read()
            return
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


@contextmanager
def served(ledger: Path, addresses: dict[str, list[str]]) -> Iterator[tuple[int, str]]:
    """``sayso serve`` over a ledger, once it has answered one address of each view: its process and its address."""
    port = free_port()
    host = f"http://127.0.0.1:{port}"
    serve = [sys.executable, "-m", "sayso.cli.main", "serve", "--ledger", str(ledger), "--port", str(port)]
    server = subprocess.Popen(serve, stderr=subprocess.DEVNULL)
    try:
        for each in addresses.values():
            wait_for(host + each[0])
        yield server.pid, host
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(30)


def processor_seconds(process: int) -> float:
    """What a process has used so far (Linux)."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def percentile(times: dict[str, int], share: float) -> float:
    """The response time that this share of the answers stays within, from locust's counts by (rounded) time."""
    counted = sorted((float(each), count) for each, count in times.items())
    wanted = share * sum(count for _, count in counted)
    seen = 0
    for each, count in counted:
        seen += count
        if seen >= wanted:
            return each
    return 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ledger", type=Path, required=True)
    parser.add_argument("--users", type=int, default=20)
    parser.add_argument("--minutes", type=float, default=10)
    arguments = parser.parse_args()
    addresses = views(arguments.ledger)
    with tempfile.TemporaryDirectory() as folder, served(arguments.ledger, addresses) as (server, host):
        asked = Path(folder) / "views.json"
        asked.write_text(json.dumps(addresses), encoding="utf-8")
        used = processor_seconds(server)
        visit = [sys.executable, "-m", "locust", "-f", str(HERE / "workbench_users.py"), "--headless", "--json"]
        visit += ["-u", str(arguments.users), "-r", "4", "-t", f"{int(arguments.minutes * 60)}s", "--host", host]
        visit += ["--loglevel", "ERROR", "--only-summary"]
        done = subprocess.run(
            visit, env=os.environ | {"SAYSO_VIEWS": str(asked)}, stdout=subprocess.PIPE, text=True, check=False
        )
        used = processor_seconds(server) - used
    told = json.loads(done.stdout[done.stdout.index("[") :])
    rows: list[list[object]] = []
    everything: dict[str, int] = {}
    for each in sorted(told, key=lambda view: str(view["name"])):
        times = each["response_times"]
        for time_, count in times.items():
            everything[time_] = everything.get(time_, 0) + count
        asked_for = each["num_requests"]
        rows.append(
            [
                each["name"],
                asked_for,
                f"{percentile(times, 0.5):.0f}",
                f"{percentile(times, 0.95):.0f}",
                f"{each['max_response_time']:.0f}",
                f"{each['total_content_length'] / max(asked_for, 1) / 1000:.0f}",
                each["num_failures"],
            ]
        )
    total = sum(int(str(row[1])) for row in rows)
    failed = sum(int(str(row[-1])) for row in rows)
    middle, most = (f"{percentile(everything, share):.0f}" for share in (0.5, 0.95))
    rows.append(["**all**", total, middle, most, "", "", failed])
    head = ("view", "answers", "median, ms", "95th, ms", "slowest, ms", "KB before compression", "errors")
    notes = [
        f"{arguments.users} users for {arguments.minutes:g} min: {total / arguments.minutes / 60:.1f} answers a second,"
        f" each for {used / max(total, 1) * 1000:.0f} ms of the server's processor time.",
        "",
    ]
    lines = notes + table(head, rows)
    if arguments.minutes >= LONG:
        command = f"python benchmarks/workbench_load.py --ledger LARGE.db --users {arguments.users} --minutes {LONG:g}"
        record("The workbench under load", command, lines)
    else:
        print("\n".join(lines))


if __name__ == "__main__":
    main()
