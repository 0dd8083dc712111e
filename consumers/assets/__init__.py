"""The asset gate: what every mesh goes through between its engine and the artifact store.

A kit beside the stages: ``gate`` is what they call. A file is unpacked (``container``), judged
(``findings``), read into plain arrays (``reading``, ``model``), mended (``soundness``, ``placing``,
``textures``, ``simplify``) and written anew (``writing``) where anything had to be put right. What
does not belong here: making meshes, which is the engines', and where they come from, which is
``schemas.provenance``.
"""
