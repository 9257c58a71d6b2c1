"""Texts without comments, in forms that look like threads, menus or lists. No line of any of them may be lost."""

from __future__ import annotations

INTERVIEW = """‘We counted twice’: a talk with the clerk of Orvan

By Lena Hartog
4 May 2024

Lena Hartog: How did the count begin?

Mira Kolb: We opened the hall at six. There was a queue already.

Lena Hartog: And the second count?

Mira Kolb: The judge asked for it. I told him that we would find the same number.

Lena Hartog: Did you?

Mira Kolb: Nearly.
"""

INTERVIEW_NAMES_ALONE = """The mayor speaks

Q:
Why did you close the bridge?

A:
Because the engineers asked us to. They had found a crack.

Q:
When will it open again?

A:
In June, if the steel arrives. I would not promise more than that.
"""

CHAT = """[12:03] bob: did you see the water
[12:04] ana: yes it is over the wall now
[12:04] bob: they closed the school
[12:05] ana: my brother is still there
[12:09] bob: the bus came for them
[12:11] ana: thank god
"""

POEM = """The Ferry

The boat goes out at seven,
the boat comes back at nine,
and all the nets are empty
and all the men are mine.

They sing of salt and silver,
they sing of wind and rope;
the harbour light is yellow,
the harbour wall is hope.
"""

POEM_BARE = """Evening comes
the wide field

a bird
a second bird

nothing else
moves in the grass
"""

CAPITALS = """STORM WARNING FOR THE WEST COAST

THE WEATHER SERVICE SAID ON MONDAY THAT WINDS OF 120 KILOMETRES AN HOUR WERE EXPECTED.
FERRIES WILL NOT SAIL BEFORE WEDNESDAY, THE COMPANY SAID.
PEOPLE IN LOW STREETS WERE ASKED TO MOVE THEIR CARS.
"""

PRESS_RELEASE = """FOR IMMEDIATE RELEASE

Contact: Ada Wren, press@example.org

Harbour Trust opens new pier

PORT ELBA, 3 March 2024 – The Harbour Trust today opened a pier of 400 metres at Port Elba.

“This pier will serve the islands for fifty years,” said Tom Reed, chair of the trust.

The pier cost 12 million euros. Work began in 2021.

About Harbour Trust
The Harbour Trust runs eleven harbours on the west coast.

- ends -
"""

MESSAGE = """From: Ada Wren <ada@example.org>
To: list@example.org
Subject: The road to Orvan is closed
Date: Tue, 5 Mar 2024 10:12:00 +0000

Dear all,

The road to Orvan has been closed since last night because of a slide.
The district says it will take a week to clear.

Please tell the drivers.

Best wishes,
Ada
"""

ONE_PARAGRAPH = (
    "Two people died on Tuesday when a wall fell in the market of Orvan, the police said. "
    "A third was taken to hospital.\n"
)

ONE_SHORT_LINE = "Two dead in Orvan.\n"

BULLETS = """What we know about the slide

The slide came down at four in the morning and covered 200 metres of road.

Here is what the district says:

- The road is closed in both directions
- Buses go by way of Lenn
- Schools in the valley stay open
- No one was hurt

Work will begin when the rain stops, an engineer said.
"""

LIVE = """Flood in the Lenn valley: as it happened

10:42
The river has passed the mark of 1997, the water office says.

10:15
Firefighters are taking people from the lower street in boats.

09:30
Good morning. Rain has fallen since midnight and the first cellars are full.
"""

ABOUT_COMMENTS = """Paper closes its comments

The Lenn Herald has closed the comments under its articles. The editor said that spam had won.

Comments

Readers left 40,000 comments last year, of which the paper deleted 31,000.

The editor, Ada Wren, said she was sorry. “We read every one of them, and that was the mistake,” she said.

A reader from Orvan told the paper that he would write letters again. The paper prints them on Saturdays.
"""

DISCUSSION = """Sheep pox in the highlands: a field report

Methods

We visited forty farms between March and June and counted the sick animals in each flock.

Results

Eleven of the forty farms had sick animals. In four of them more than a third of the flock was sick.

Discussion

Our figures are lower than those of the ministry. The ministry counted farms that had sold their flocks.

We think that the true share lies between a quarter and a third of all farms in the district.
"""

OPINION = """I was wrong about the bridge

I have written about this bridge for ten years, and I was wrong. You may laugh.

My neighbour told me so in 2014. Thanks, neighbour. Great bridge!

What would I do now? I would ask her first.
"""

SCRIPT = """Orvan: a radio play

ADA:
You were at the bridge last night.

TOM:
I was. It was dark, and the water was loud.

ADA:
Did anyone see you?

TOM:
Only the ferryman, and he says nothing.
"""

QUOTES_BY_NAME = """What they said about the vote

Ada Wren, mayor of Orvan
“It was a fair count, and everybody saw it.”

Tom Reed, who lost by 40 votes
“I saw something else. We will go to court.”

Mira Kolb, clerk
“I have nothing to add to the number.”
"""

HEADINGS_WITH_ON = """A week of storms

Pressure on the mayor
The mayor was asked on Monday why the sirens were silent. She said that the switch had been off.

War on rats
The district has laid out poison in the lower streets. It will stay there until May.

Waiting in Lenn
In Lenn the trains stood until noon. Nobody was told why, a traveller said.
"""

LETTER = """Sir,

Your paper writes that the bridge at Orvan is safe. I have walked over it every day for thirty years, and it is not.

I remain, Sir, yours faithfully,

Tom Reed
Orvan
"""

RECIPE = """Fish soup from Lenn

Serves four

500 g of white fish
2 onions
1 litre of stock
a little cream

Cut the onions and fry them in butter until they are soft.

Add the stock and boil it for ten minutes. Then add the fish and the cream.
"""

WRAPPED = """The harbour of Lenn was closed on Tuesday after a barge laden with gravel
broke loose and struck the outer wall. Nobody was hurt, the harbour
master said, but two fishing boats were sunk.

The barge had been moored since March. Its owner, a company from Orvan,
said it would pay for the damage. "We are sorry," a spokesman said.

A crane is to lift the barge on Friday if the wind allows.
"""

#: name -> (text, how many of its first lines are head matter and may be typed so)
KEPT: dict[str, tuple[str, int]] = {
    "interview": (INTERVIEW, 4),
    "interview, names alone": (INTERVIEW_NAMES_ALONE, 1),
    "chat": (CHAT, 0),
    "poem": (POEM, 1),
    "bare poem": (POEM_BARE, 0),
    "capitals": (CAPITALS, 1),
    "press release": (PRESS_RELEASE, 5),
    "message": (MESSAGE, 4),
    "one paragraph": (ONE_PARAGRAPH, 0),
    "one short line": (ONE_SHORT_LINE, 0),
    "bullets": (BULLETS, 1),
    "live": (LIVE, 3),  # a time of day below the title may be the page's
    "about comments": (ABOUT_COMMENTS, 1),
    "discussion": (DISCUSSION, 1),
    "opinion": (OPINION, 1),
    "script": (SCRIPT, 1),
    "quotes by name": (QUOTES_BY_NAME, 1),
    "headings with on": (HEADINGS_WITH_ON, 1),
    "letter": (LETTER, 0),
    "recipe": (RECIPE, 2),
    "wrapped": (WRAPPED, 0),
}
