"""``hy3dgen.shapegen`` of the stand-in."""

from .pipelines import Hunyuan3DDiTFlowMatchingPipeline as Hunyuan3DDiTFlowMatchingPipeline
from .postprocessors import DegenerateFaceRemover as DegenerateFaceRemover
from .postprocessors import FaceReducer as FaceReducer
from .postprocessors import FloaterRemover as FloaterRemover
