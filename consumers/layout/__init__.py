"""Layout: where the things of a scene stand, and the canonical scene that follows from it.

A pure kit for the compose and patch stages: no clock, no I/O, the same input and seed give the
same output. ``lay_out`` places a whole scene, ``place_more``, ``relocate`` and ``Fitting`` change
one, ``build_scene`` and ``item_nodes`` write scene nodes, ``room_of`` and ``placed_of``
read them back; ``certificate_of`` and ``certificate_of_scene`` say in an event what was checked.
"""

from consumers.layout.conflicts.account import members, sentences
from consumers.layout.fitting import Fit, Fitting, top_of
from consumers.layout.model import Certificate, Layout, Placed, Proposal, Room, Unmet
from consumers.layout.reshape import Reshaped, reshape
from consumers.layout.revise import held, place_more, relocate
from consumers.layout.scenes.attest import certificate_of, certificate_of_scene
from consumers.layout.scenes.lights import MOODS, SUN, Time, glow_node, light_nodes, skybox
from consumers.layout.scenes.palette import paint
from consumers.layout.scenes.readback import lift_of, placed_of, room_of
from consumers.layout.scenes.scene import build_scene, item_nodes
from consumers.layout.scenes.shell import is_shell, is_tract, shell_nodes
from consumers.layout.solve import lay_out
from consumers.layout.space.geometry import turn_point

__all__ = [
    "MOODS",
    "SUN",
    "Certificate",
    "Fit",
    "Fitting",
    "Layout",
    "Placed",
    "Proposal",
    "Reshaped",
    "Room",
    "Time",
    "Unmet",
    "build_scene",
    "certificate_of",
    "certificate_of_scene",
    "glow_node",
    "held",
    "is_shell",
    "is_tract",
    "item_nodes",
    "lay_out",
    "lift_of",
    "light_nodes",
    "members",
    "paint",
    "place_more",
    "placed_of",
    "relocate",
    "reshape",
    "room_of",
    "sentences",
    "shell_nodes",
    "skybox",
    "top_of",
    "turn_point",
]
