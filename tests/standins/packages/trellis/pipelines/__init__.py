"""``trellis.pipelines`` of the stand-in; like the real one it prints when it is imported."""

import os

from .trellis_image_to_3d import TrellisImageTo3DPipeline as TrellisImageTo3DPipeline

print(f"[SPARSE] Backend: spconv, Attention: {os.environ.get('ATTN_BACKEND', 'flash_attn')}")
print(f"[SPARSE][CONV] spconv algo: {os.environ.get('SPCONV_ALGO', 'auto')}")
