"""What surfaces look like from near: grains of materials and printed patterns, as small tiles.

``grains`` and ``prints`` draw them, ``tiles`` makes pictures of them, ``dressing`` says which part
has which, ``unwrap`` lays them on a mesh. What does not belong here: colours and roughness.
"""
