"""The application: middleware around views, one line each."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Final

from anyio import to_thread
from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware
from starlette.staticfiles import StaticFiles

from sayso import __version__
from sayso.workbench import faults
from sayso.workbench.following import Follower
from sayso.workbench.forms import Forms
from sayso.workbench.jobs.runner import Jobs
from sayso.workbench.pool import Pool
from sayso.workbench.safety.bounds import Bounds
from sayso.workbench.safety.csrf import Csrf
from sayso.workbench.safety.gate import Gate
from sayso.workbench.safety.headers import Headers
from sayso.workbench.safety.hosts import Hosts
from sayso.workbench.safety.rates import Rates
from sayso.workbench.templating import STATIC, environment
from sayso.workbench.views import (
    add,
    captures,
    claim,
    claims,
    cluster,
    compare,
    documents,
    export,
    figures,
    home,
    jobs,
    judgements,
    map,
    movements,
    origins,
    questions,
    reading,
    review,
    review_log,
    source,
    sources,
    timeline,
)
from sayso.workbench.warming import warm

if TYPE_CHECKING:
    from fastapi import APIRouter

    from sayso.workbench.settings import Settings

#: the views, in the order of the menu
VIEWS: Final[tuple[APIRouter, ...]] = (
    home.router,
    claims.router,
    claim.router,
    questions.router,
    documents.router,
    reading.router,
    captures.router,
    map.router,
    movements.router,
    timeline.router,
    origins.router,
    cluster.router,
    judgements.router,
    add.router,
    jobs.router,
    export.router,
    figures.router,
    review.router,
    review_log.router,
    sources.router,
    source.router,
    compare.router,
)


def make_app(settings: Settings) -> FastAPI:
    """The workbench over one ledger, as an ASGI application."""
    pool = Pool(settings.ledger)
    follower = Follower(settings.ledger)
    work = Jobs(settings.ledger)

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        to_thread.current_default_thread_limiter().total_tokens = settings.threads
        warming = asyncio.create_task(warm(app, settings)) if settings.warm else None
        yield
        if warming is not None:
            warming.cancel()
        work.close()
        follower.close()
        pool.close()

    # no schema pages: they load scripts from elsewhere
    app = FastAPI(
        title="sayso", version=__version__, docs_url=None, redoc_url=None, openapi_url=None, lifespan=lifespan
    )
    app.state.settings = settings
    app.state.pool = pool
    app.state.jobs = work
    app.state.follower = follower
    app.state.rates = Rates()
    app.state.templates = environment()
    for router in VIEWS:
        app.include_router(router)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    faults.register(app)
    # the last one added is the outermost
    app.add_middleware(Forms)
    app.add_middleware(Csrf, key=settings.key)
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=5)
    app.add_middleware(Bounds, limits={"/add": settings.max_upload})
    app.add_middleware(Gate, token=settings.token)
    app.add_middleware(Hosts, names=settings.hosts)
    app.add_middleware(faults.Caught)
    app.add_middleware(Headers)
    return app
