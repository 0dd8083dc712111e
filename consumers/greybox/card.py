"""What the embedded engine is, and on what terms: its models are this project's own."""

from schemas.provenance import ModelCard

GREYBOX = ModelCard(
    name="scenestream/greybox",
    licence="Apache-2.0",
    licence_url="https://www.apache.org/licenses/LICENSE-2.0",
)
