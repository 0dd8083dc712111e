"""Layout: where the things of a scene stand, and the canonical scene that follows from it.

A pure kit for the compose and patch stages: no clock, no I/O, the same input and seed give the
same output. ``lay_out`` places a whole scene, ``place_more`` and ``relocate`` change one,
``build_scene`` and ``item_nodes`` write scene nodes, ``room_of`` and ``placed_of``
read them back.
"""

from consumers.layout.lights import light_nodes, skybox
from consumers.layout.model import Certificate, Layout, Placed, Proposal, Room, Unmet
from consumers.layout.readback import placed_of, room_of
from consumers.layout.revise import place_more, relocate
from consumers.layout.scene import build_scene, item_nodes
from consumers.layout.shell import is_shell
from consumers.layout.solve import lay_out

__all__ = [
    "Certificate",
    "Layout",
    "Placed",
    "Proposal",
    "Room",
    "Unmet",
    "build_scene",
    "is_shell",
    "item_nodes",
    "lay_out",
    "light_nodes",
    "place_more",
    "placed_of",
    "relocate",
    "room_of",
    "skybox",
]
