// One import for users: the DSL, formulas, the scene, scales and geometry, checks and rendering.

@_exported public import BurinCharts
@_exported public import BurinGeometry
@_exported public import BurinLint
@_exported public import BurinMath
@_exported public import BurinRaster
@_exported public import BurinSVG
@_exported public import BurinScales
@_exported public import BurinScene
@_exported public import BurinText

// Of the renderer, which is not for users: its errors.
@_exported public import enum BurinCairo.RenderError
