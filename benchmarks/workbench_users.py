"""The visitors of :mod:`workbench_load`, for locust: each opens a view, looks at it for a while, and opens another."""

from __future__ import annotations

import json
import os
import random
from pathlib import Path

from locust import HttpUser, between, task

#: view -> addresses that show it
VIEWS: dict[str, list[str]] = json.loads(Path(os.environ["SAYSO_VIEWS"]).read_text(encoding="utf-8"))


class Visitor(HttpUser):
    """Somebody who looks at each page for half a second to two and a half."""

    wait_time = between(0.5, 2.5)

    @task
    def look(self) -> None:
        view = random.choice(list(VIEWS))
        self.client.get(random.choice(VIEWS[view]), name=view, headers={"Accept-Encoding": "gzip"})
