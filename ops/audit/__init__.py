"""`scenestream audit`: what of a session may be shipped, and on what terms.

``inventory`` lists what there is, ``tracing`` finds how each came to be, ``telling`` prints what
``schemas.shipping`` makes of it.
"""
