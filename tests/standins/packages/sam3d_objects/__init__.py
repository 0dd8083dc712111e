"""A stand-in for facebookresearch/sam-3d-objects at commit cf06676.

As the real one, it can not be imported without LIDRA_SKIP_INIT: its ``init`` is not published.
"""

import os

if not os.environ.get("LIDRA_SKIP_INIT"):
    import sam3d_objects.init  # noqa: F401
