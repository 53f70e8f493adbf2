// One import for users: the DSL, the scene, scales and geometry, and rendering.

@_exported public import BurinCharts
@_exported public import BurinGeometry
@_exported public import BurinScales
@_exported public import BurinScene
