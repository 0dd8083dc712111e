"""What people, animals and figures wear: words only.

What becomes of clothes that are named is in ``sentences/worn``.
"""

from __future__ import annotations

HEADWEAR = frozenset({
    "hat", "cap", "helmet", "crown", "tiara", "bonnet", "beret", "sombrero", "turban", "fez",
    "headband", "halo", "wreath", "beanie",
})  # fmt: skip
"""What stands on a head, and so is a thing of its own."""

GARMENTS = frozenset({
    "dress", "gown", "suit", "tuxedo", "coat", "raincoat", "jacket", "blazer", "vest", "waistcoat",
    "shirt", "blouse", "tshirt", "sweater", "jumper", "hoodie", "cardigan", "trousers", "pants",
    "jean", "jeans", "shorts", "skirt", "kilt", "robe", "cloak", "cape", "tunic", "toga", "kimono",
    "sari", "uniform", "costume", "outfit", "overall", "overalls", "dungarees", "apron", "scarf",
    "tie", "bow tie", "bowtie", "glove", "mitten", "boot", "shoe", "sandal", "slipper", "sneaker",
    "sock", "stocking", "legging", "mask", "eye patch", "eyepatch", "patch", "sunglasses",
    "spectacles", "goggles", "monocle", "collar", "veil", "swimsuit", "bikini", "pyjamas",
    "pajamas", "nightgown", "spacesuit", "space suit", "wetsuit", "armor", "armour", "chainmail",
    "poncho", "shawl", "belt", "necklace", "earring", "bracelet", "clothes", "rags", "furs",
    "beard", "moustache", "mustache", "ponytail", "pigtail", "braid", "dreadlock", "wig", "mohawk",
    "oilskin", "oilskins", "blindfold", "bandana", "tutu", "leotard", "harness", "bridle",
})  # fmt: skip
"""What shows on its wearer and makes no thing of its own."""
