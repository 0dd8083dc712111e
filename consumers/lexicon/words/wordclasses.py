"""The closed word classes of English that the grammar goes by: sets of words, and nothing else."""

from __future__ import annotations


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


DETERMINERS = _set(
    "single a an the my your our his her their its this that these those some any all every each "
    "both "
    "another other more extra additional no 's what which whichever one's"
)
DEFINITE = _set("the my your our his her their its this that these those both all every each")
PRONOUNS = _set(
    "it them they this that these those one ones itself themselves everything something he she "
    "him her which whom someone anything nothing"
)
CONJUNCTIONS = _set("and or plus , also as along together including")
HAVING = _set(
    "with has have having contains contain containing holds hold holding includes include "
    "including selling sells featuring features feature featured carrying carries carry filled "
    "full furnished equipped decorated wielding wields clutching clutches gripping brandishing "
    "wearing wears"
)
COPULA = _set("is are was were be being been should must looks look")
PREPOSITIONS = _set(
    "overhead "
    "forward forwards backward backwards upward upwards downward downwards leftwards rightwards "
    "clockwise counterclockwise anticlockwise closer nearer further farther twice "
    "on in under above over below beneath underneath near beside behind between around of at by "
    "to from into onto inside within with without against along across through opposite facing "
    "next off up down out upon atop alongside outside toward towards than for during after before "
    "among amid about beyond past surrounding except but per via like"
)
ADVERBS = _set(
    "very really quite extremely just only too so rather pretty super fairly somewhat slightly "
    "right directly exactly also then there here now please maybe perhaps again still almost "
    "completely totally immediately finally first next instead together apart away back well "
    "nicely neatly closely much even once already always not simply"
)
FUNCTION = _set(
    "i you we me us who whose where when while because if as than and or but not do does did can "
    "could would will shall may might let i'd im am lets ok okay hey hi hello yes no please "
    "thanks thank there here so too also then what how why"
)
VERBS = _set(
    "stuck is are was were be being been am has have had having do does did can could would will "
    "shall "
    "should may might must want wants need needs like likes love see sees seen stand stands "
    "standing stood sit sits sitting seated lie lies lying lay laying laid hang hangs hung lean "
    "leans leaning rest rests resting place places placed put puts position positioned locate "
    "located set sets go goes make makes made making create creates created creating build builds "
    "built generate generates generated design render show shows showing imagine give gives add "
    "adds adding remove delete move rotate turn turns scale resize paint painted paints color "
    "colored colour coloured replace swap change contain contains containing hold holds holding "
    "include includes including feature features featuring carry carries carrying wear wears "
    "wearing surround surrounds surrounded face faces facing look looks looking fill filled cover "
    "covered decorate decorated furnish furnished lit illuminated arranged lined stacked "
    "scattered gathered parked mounted fixed attached floating flying sleeping get gets bring "
    "draw insert spawn construct produce develop compose picture visualize visualise model keep "
    "keeps leave leaves left let lets start begins dim brighten darken lighten illuminate "
    "illuminating rise rises rising glows shine shines shining rendered growing grows swimming "
    "looms eating reading pulled pulling pushed pushing dragged towed "
    "drinking riding playing walking running watch watches watching"
)
PUTTING = _set("put place placed set hang lay stand position arrange add drop stack install")
"""Verbs whose object is to be at the place said last."""
OPENING = _set("there is are stands stand sits sit hangs hang lies lie put place add")
"""Words after a place that show that what stands there is still to come."""
PARTS = _set(
    "leg handle roof chimney door window windows doors arm armrest back backrest seat wheel tail "
    "wing eye hair beard mane horn ear paw leaf branch trunk petal drawer knob button strap sail "
    "mast headboard footboard lid spout rim brim sleeve edge corner top surface base frame stripe "
    "dot spot pattern pillar balcony porch shutter headlight bumper engine shade lampshade "
    "tabletop face smile nose hand finger claw scale tooth fang feather fin shell armour armor "
    "hull rung cape tire finish detail trim polish texture design look style upholstery"
)
"""What a thing has rather than stands beside: "a house with a red roof" is one thing."""
SPOTS = _set(
    "side front back bottom foot end inside middle center centre rear underside tip peak summit "
    "lap mantelpiece mantel deck hood bonnet stern bow step rung ledge windowsill sill cover page "
    "neck belly spine shelf crown point barrel"
)
"""Further words that with "of the" name a place on a thing: "the back of the sofa"."""

SHELL = {
    "wall": "wall", "walls": "wall", "wallpaper": "wall", "floor": "floor", "flooring": "floor",
    "floors": "floor", "ceiling": "ceiling", "ground": "floor", "parquet": "floor",
    "floorboards": "floor", "pavement": "floor", "tiles": "floor", "tile": "floor",
}  # fmt: skip

GROUNDS = _set("grass lawn sand snow mud dirt ground floor pavement earth")
"""What things outdoors stand on anyway."""

TIMES = {
    "night": "night", "midnight": "night", "nighttime": "night", "moonlit": "night",
    "starry": "night", "moonlight": "night", "nocturnal": "night", "nightfall": "night",
    "sunset": "sunset", "dusk": "sunset", "dawn": "sunset", "sunrise": "sunset",
    "evening": "sunset", "twilight": "sunset", "day": "day", "daytime": "day", "daylight": "day",
    "noon": "day", "midday": "day", "morning": "day", "afternoon": "day", "sunny": "day",
}  # fmt: skip

ABSTRACT = _set(
    "picnic party meeting wedding siege battle race accident ceremony celebration competition "
    "tournament future past duel sale hunt festival marathon parade rehearsal "
    "atmosphere mood style ambience ambiance vibe vibes feeling feel theme "
    "view background "
    "foreground middle center centre side sides front left right top edge bottom sky air weather "
    "lots lot color colour colors colours size distance space kind sort type way bit time moment "
    "things stuff everything something anything nothing shadow shadows reflection rain wind mist "
    "world universe environment scenery landscape image photo scale detail details quality sound "
    "music smell end height width length depth metres meters degrees thanks please today tomorrow "
    "line row circle order position place spot number rest half idea user person's interior "
    "exterior arrangement layout furniture decoration decorations decor objects items object "
    "thing item piece pieces command instruction scheme palette tone tones accent accents hint "
    "touch aesthetic aesthetics motif mix variety amount scent aroma warmth coziness cosiness "
    "metre meter m cm mm km ft inch foot wide tall high deep long broad thick usual normal "
    "startup company business budget job hobby "
    "monday tuesday wednesday thursday friday saturday sunday weekend birthday anniversary "
    "vr xr fun smoke steam "
    "elegance charm character personality silhouette perspective angle resolution impression"
)
"""Nouns that name nothing to build."""

GENERIC_PLACES = _set("room scene world environment place area space setting interior landscape")
LIGHT_HEADS = {
    "light": "point", "lights": "point", "lighting": "point", "illumination": "point",
    "glow": "point", "candlelight": "point", "lamplight": "point",
    "spotlight": "spot", "spotlights": "spot", "spot light": "spot", "spot lights": "spot",
    "sunlight": "directional", "sunshine": "directional", "daylight": "directional",
    "moonlight": "directional", "sun": "directional", "sunbeams": "directional",
    "directional light": "directional", "point light": "point", "area light": "area",
    "light panel": "area",
}  # fmt: skip
SEATS = frozenset({
    "chair", "armchair", "office chair", "dining chair", "stool", "bar stool", "bench", "sofa",
    "rocking chair", "deck chair", "pew", "throne", "ottoman", "high chair",
})  # fmt: skip
"""What one sits on, each by its noun."""
