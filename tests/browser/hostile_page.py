"""A page that tries to be more than text, in every field that a page decides on."""

from __future__ import annotations

from html import escape

#: sets a flag in whatever document it runs in
RUN = "document.documentElement.dataset.ran=1"
SCRIPT = f"<script>{RUN}</script>"
IMAGE = f"<img src=x onerror={RUN}>"
#: what every view that shows it must show as these letters
BRACES = "{{7*7}} ${7*7} {%raw%}"
LONG = "Wort" * 150
BIDI = "\u202etxet\u202c"

TITLE = f"Dam {SCRIPT} {BRACES} bursts above Korr"
AUTHOR = f"Ana '\"><svg onload={RUN}> Prat"
OUTLET = f"Herald</textarea></title>{SCRIPT}"
SPEAKER = f"Kole {IMAGE} Dimovska"
QUESTION = f"Korr\"'><iframe srcdoc='{SCRIPT}'>"
NAME = f"page\"'>{IMAGE}.html"


def hostile_page() -> bytes:
    """As it comes from the web: what it says is markup in letters, and there is markup that would run besides."""
    said = escape(f"{IMAGE} {SCRIPT} {BRACES}")
    paragraphs = (
        f"Mayor {escape(SPEAKER)} said on Tuesday that at least nine people had died when the Korr dam broke, {said}.",
        f"“The water came at night,” Kole Dimovska told the {escape(OUTLET)}. “{said} We lost 31 houses.”",
        f"A spokesman for the company denied that {LONG} had failed, and added that {BIDI} between 400 and 500 people "
        "were moved from Delčevo to Štip on 12 March 2024.",
        f"According to the ministry, 1,200 people {escape('<!--')} left Korr for Skopje. {said}",
        "Officials reported that the valley would stay closed until Friday, the ministry said, \x00 why is not known.",
    )
    body = "\n".join(
        f"<p onclick='{RUN}' style='background:url(https://evil.example/p)'>{each}</p>" for each in paragraphs
    )
    comment = escape(f"{SCRIPT} {LONG} cheap pills <a href='javascript:{RUN}'>click</a> {BRACES}")
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>{escape(TITLE)}</title>
<meta property="og:title" content="{escape(TITLE)}"><meta property="og:site_name" content="{escape(OUTLET)}">
<meta name="author" content="{escape(AUTHOR)}"><meta property="og:url" content="javascript:{RUN}">
<meta property="article:published_time" content="2024-03-12T08:00:00Z">
<link rel="canonical" href="data:text/html,{escape(SCRIPT)}"><base href="https://evil.example/">
<meta http-equiv="refresh" content="0;url=https://evil.example/away"><link rel="stylesheet" href="https://evil.example/s.css">
<script>{RUN}</script><script src="https://evil.example/s.js"></script></head>
<body onload="{RUN}"><article><h1>{escape(TITLE)}</h1><p class="byline">By {escape(AUTHOR)}</p>
{body}
<img src="https://evil.example/i.png" onerror="{RUN}"><svg onload="{RUN}"></svg>
<iframe src="javascript:parent.{RUN}"></iframe><a href="javascript:{RUN}">more</a>
<form action="https://evil.example/f"><button autofocus onfocus="{RUN}">go</button></form>
</article><section id="comments"><h2>2 comments</h2>
<article class="comment"><b class="author">{escape(AUTHOR)}</b> <time>March 13, 2024</time><p>{comment}</p></article>
<article class="comment"><b class="author">Bo</b> <time>March 13, 2024</time><p>Safe? {escape(IMAGE)}</p></article>
</section></body></html>""".encode()
