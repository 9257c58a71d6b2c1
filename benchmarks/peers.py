"""Other extractors of article text, each a function from bytes to text; those not installed are left out."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version

Extract = Callable[[bytes], str]


def peers() -> dict[str, Extract]:
    """The peers that can run here, by name and version."""
    logging.disable(logging.CRITICAL)
    found: dict[str, Extract] = {}
    for package, extract in (
        ("trafilatura", by_trafilatura),
        ("readability-lxml", by_readability),
        ("newspaper4k", by_newspaper),
    ):
        try:
            found[f"{package} {version(package)}"] = extract
        except PackageNotFoundError:
            print(f"{package} is not installed (see benchmarks/requirements.txt) and is left out")
    return found


def by_trafilatura(body: bytes) -> str:
    import trafilatura

    return trafilatura.extract(body, include_comments=False) or ""


def by_readability(body: bytes) -> str:
    import lxml.html
    from readability import Document

    # it takes text; a wrong guess of the encoding would be none of its doing, so it gets ours
    html = Document(decoded(body)).summary()
    root = lxml.html.fromstring(html) if html.strip() else None
    return "" if root is None else "\n".join(" ".join(p.split()) for p in _texts(root))


def by_newspaper(body: bytes) -> str:
    import newspaper

    # without fetch_images=False it would ask the network for the sizes of pictures
    article = newspaper.Article(url="https://example.org/", fetch_images=False)
    article.download(input_html=decoded(body))
    article.parse()
    return str(article.text)


def decoded(body: bytes) -> str:
    from sayso.document.html.decode import decode

    return re.sub(r"^\s*<\?xml[^>]*\?>", "", decode(body).text)


def _texts(root: object) -> list[str]:
    from sayso.document.html.projection import blocks_of

    return [block.text for block in blocks_of(root)]  # type: ignore[arg-type]
