"""Read from the environment when it is imported, as in the real one."""

import os

HF_HUB_OFFLINE = os.environ.get("HF_HUB_OFFLINE") == "1"
